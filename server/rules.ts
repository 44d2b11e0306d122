import type { TSchema } from 'typebox'
import type { CircleEvent, CircleState } from '../shared/circle/types.ts'
import type { MeetingCommand, MeetingState } from '../shared/meeting/types.ts'
import type { Typed } from '../shared/stream.ts'
import { complete, needs, needsOf, type Roles, rolesInCircle, rolesInMeeting, streams } from '../shared/streams.ts'
import type { CircleId, Entry, PersonId, StreamId } from '../shared/types.ts'
import { commands } from './gate/commands.ts'
import type { Streams } from './host/streams.ts'

/** What streams there are, what may be sent to them, and who matters in them. */
export interface Rules {
  readonly streams: Streams
  /** Every command that may be sent to a kind of stream. */
  readonly commands: Readonly<Record<string, readonly TSchema[]>>
  rolesOf(kind: string, state: unknown): Roles | null
  /** The circle whose links let a device follow this stream. */
  circleOf(kind: string, stream: StreamId, state: unknown): CircleId | null
  /** Somebody whom this command brings into its stream; they have to be of its community. */
  newcomerIn(command: Typed): PersonId | null
}

/** Whoever has the chair, or takes it from somebody who is gone, opens what is to be ended and ends it. */
const ending: ReadonlySet<string> = new Set(['meeting.open', 'meeting.end', 'chair.take'])

/** Circles and meetings, for a server that carries any streams. Each is handed only what is its own. */
export const rules: Rules = {
  commands,
  streams: {
    of: (kind) => (Object.hasOwn(streams, kind) ? streams[kind as keyof typeof streams] : null),
    needs(kind, command, state) {
      if (kind !== 'meeting') return null
      const stream = needs(state as MeetingState, command as MeetingCommand)
      if (stream === null) return null
      return { stream, held: (circle) => needsOf(circle as CircleState, command as MeetingCommand) }
    },
    ends: (kind, { type }) => kind === 'meeting' && ending.has(type),
    complete: (command, circle, held) =>
      complete(command as MeetingCommand, circle as CircleState, held as readonly Entry<CircleEvent>[]),
  },
  rolesOf(kind, state) {
    if (state === null) return null
    switch (kind) {
      case 'meeting':
        return rolesInMeeting(state as NonNullable<MeetingState>)
      case 'circle':
        return rolesInCircle(state as NonNullable<CircleState>)
      default:
        return null
    }
  },
  circleOf(kind, stream, state) {
    if (kind === 'circle') return String(stream)
    return (state as MeetingState)?.circle ?? null
  },
  newcomerIn(command) {
    const { type, person } = command as Typed & { readonly person?: PersonId }
    return type === 'person.add' ? (person ?? null) : null
  },
}
