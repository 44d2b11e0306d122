import { basisOf, heldIn, takenOf } from './circle/basis.ts'
import { circleStream } from './circle/stream.ts'
import type { CircleEvent, CircleState } from './circle/types.ts'
import { facilitatorOf } from './meeting/around.ts'
import { meetingStream } from './meeting/stream.ts'
import type { CompletedCall, CompletedOpen, CompletedReopen, MeetingCommand, MeetingState } from './meeting/types.ts'
import { type AnyStream, opaque } from './stream.ts'
import type { CircleId, Entry, PersonId, Seq } from './types.ts'

/** What a stream can be. Its id does not say; whoever keeps it knows. */
export type StreamKind = 'circle' | 'meeting'

export const streams: Readonly<Record<StreamKind, AnyStream>> = {
  circle: opaque(circleStream),
  meeting: opaque(meetingStream),
}

type OfCircle = CompletedCall | CompletedOpen | CompletedReopen

function ofCircle(command: MeetingCommand): command is OfCircle {
  return command.type === 'meeting.call' || command.type === 'meeting.open' || command.type === 'meeting.reopen'
}

function wanted(command: OfCircle): readonly string[] {
  if (command.type !== 'meeting.call') return []
  return command.items.flatMap((item) => ('backlog' in item ? [item.backlog] : []))
}

/** The circle that a meeting's command has to be completed with before it is decided; null for most. */
export function needs(state: MeetingState, command: MeetingCommand): CircleId | null {
  if (command.type === 'meeting.call') return command.circle
  return ofCircle(command) ? (state?.circle ?? null) : null
}

/** The entries of that circle's log that are needed too. */
export function needsOf(circle: CircleState, command: MeetingCommand): readonly Seq[] {
  return circle && ofCircle(command) ? heldIn(circle, wanted(command)) : []
}

/** The command with what the circle is, in place of anything a client may have said; `held` are the entries needed. */
export function complete(
  command: MeetingCommand,
  circle: CircleState,
  held: readonly Entry<CircleEvent>[],
): MeetingCommand {
  if (!circle || !ofCircle(command)) return command
  const basis = basisOf(circle)
  return command.type === 'meeting.call'
    ? { ...command, basis, taken: takenOf(circle, wanted(command), held) }
    : { ...command, basis }
}

/** Who matters in a stream: whose phones' lights the server sends, and whose reachability everyone is told. */
export interface Roles {
  readonly facilitator: PersonId | null
  readonly secretary: PersonId | null
  /** Everyone whose connection the rules or the facilitator may ask about. */
  readonly people: readonly PersonId[]
}

export function rolesInCircle(circle: NonNullable<CircleState>): Roles {
  return { facilitator: circle.facilitator, secretary: circle.secretary, people: circle.members }
}

export function rolesInMeeting(now: NonNullable<MeetingState>): Roles {
  return { facilitator: facilitatorOf(now), secretary: now.secretary, people: now.seats.map(({ person }) => person) }
}
