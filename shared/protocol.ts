import type { CircleCommand, CircleEvent, CircleState } from './circle/types.ts'
import type { MeetingCommand, MeetingEvent, MeetingState } from './meeting/types.ts'
import type { Seen } from './stream.ts'
import type { Code, CommandId, Entry, Millis, Param, PersonId, Seq, StreamId } from './types.ts'

/** Raised with every change of what is sent. A test holds it to the schemas. */
export const PROTOCOL = 1

export type AnyCommand = CircleCommand | MeetingCommand
export type AnyEvent = CircleEvent | MeetingEvent
export type AnyState = CircleState | MeetingState

/** The error contract. `reason` and `with` find the words in `shared/text`. */
export interface No {
  readonly ok: false
  readonly code: Code
  readonly reason: string
  readonly with: Readonly<Record<string, Param>>
  readonly retryable: boolean
  readonly path?: string
  readonly retryAfterMs?: number
  /** One id per refusal, also in the server's log. */
  readonly ref: string
}

/** A command was done: at `seq`, or nothing was left to do and `seq` is the head. */
export interface Done {
  readonly ok: true
  readonly seq: Seq
  readonly replayed?: true
}

/** Following began. Either the whole state as it is at `seq`, or the entries missing since `after`. */
export interface Started {
  readonly ok: true
  readonly seq: Seq
  readonly now: Millis
  readonly state?: Seen<AnyState>
  readonly entries?: readonly Seen<Entry<AnyEvent>>[]
}

export interface Start {
  readonly protocol: number
  readonly stream: StreamId
  /** Which of this device's people; null is a screen. */
  readonly as: PersonId | null
  /** The last entry this viewer has; null asks for the state. */
  readonly after: Seq | null
}

export interface Send {
  readonly stream: StreamId
  readonly as: PersonId
  readonly id: CommandId
  readonly command: AnyCommand
}

export interface Batch {
  readonly stream: StreamId
  /** For this one alone; null is for everyone of this connection who gets no frame of their own. */
  readonly as: PersonId | null
  readonly entries: readonly Seen<Entry<AnyEvent>>[]
}

export interface Name {
  readonly name: string
  /** What tells two people of one name apart. */
  readonly hint: string | null
}

export type Light = 'live' | 'asleep' | 'none'

/** Who can be reached; never in the log. `lights` is sent to facilitator and secretary alone. */
export interface Here {
  readonly stream: StreamId
  /** Since when the facilitator cannot be reached; null while they can, or while the chair is empty. */
  readonly facilitatorGone: Millis | null
  readonly lights?: Readonly<Record<PersonId, Light>>
}

export type Bye = 'too_old' | 'removed' | 'restarting' | 'replaced'

export interface ToServer {
  start(ask: Start, ack: (answer: Started | No) => void): void
  command(ask: Send, ack: (answer: Done | No) => void): void
}

export interface ToClient {
  entries(batch: Batch): void
  people(names: Readonly<Record<PersonId, Name>>): void
  head(head: { readonly stream: StreamId; readonly seq: Seq; readonly now: Millis }): void
  here(presence: Here): void
  bye(why: Bye): void
}
