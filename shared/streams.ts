import { basisOf } from './circle/basis.ts'
import { circleStream } from './circle/stream.ts'
import type { CircleState } from './circle/types.ts'
import { meetingStream } from './meeting/stream.ts'
import type { MeetingState } from './meeting/types.ts'
import type { AnyCommand, AnyEvent, AnyState } from './protocol.ts'
import type { Stream } from './stream.ts'
import type { PersonId, StreamId } from './types.ts'

export type AnyStream = Stream<AnyState, AnyCommand, AnyEvent, AnyCommand>

/** A stream's rules by its id: `c_` circles, `m_` meetings; null for anything else. */
export function streamOf(id: StreamId): AnyStream | null {
  if (id.startsWith('c_')) return circleStream as unknown as AnyStream
  return id.startsWith('m_') ? (meetingStream as unknown as AnyStream) : null
}

/** The stream whose state a command has to be completed with before it is decided. */
export function needs(state: AnyState, command: AnyCommand): StreamId | null {
  if (command.type === 'meeting.call') return command.circle
  if (!ofCircle(command)) return null
  return (state as MeetingState)?.circle ?? null
}

type OfCircle = Extract<AnyCommand, { type: 'meeting.call' | 'meeting.open' | 'meeting.reopen' }>

function ofCircle(command: AnyCommand): command is OfCircle {
  return command.type === 'meeting.call' || command.type === 'meeting.open' || command.type === 'meeting.reopen'
}

/** The command with what the circle is, in place of anything a client may have said. */
export function complete(command: AnyCommand, circle: AnyState): AnyCommand {
  if (!circle || !ofCircle(command)) return command
  return { ...command, basis: basisOf(circle as NonNullable<CircleState>) }
}

/** Whose phones' lights the server sends, and whose reachability everyone is told. */
export function rolesOf(state: AnyState): { facilitator: PersonId | null; secretary: PersonId | null } {
  if (!state) return { facilitator: null, secretary: null }
  const open = 'items' in state ? state.items.find((i) => i.stage === 'open') : undefined
  return { facilitator: open?.facilitator ?? state.facilitator, secretary: state.secretary }
}
