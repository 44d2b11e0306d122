import type { CircleCommand, CircleEvent, CircleState } from './circle/types.ts'
import type { MeetingEvent } from './meeting/events.ts'
import type { MeetingCommand, MeetingState } from './meeting/types.ts'
import type { Seen } from './stream.ts'
import type { Code, CommandId, Entry, Millis, Param, PersonId, Seq, StreamId } from './types.ts'

/** Raised with every change of what is sent. A test holds it to the schemas. */
export const PROTOCOL = 3

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

/** A command was done, at `seq`; where it was so already, the entry there is empty. */
export interface Done {
  readonly ok: true
  readonly seq: Seq
  readonly replayed?: true
}

/**
 * Following began, and there are entries up to `seq`. Either the state as it was at `at` and the entries since;
 * or only the entries missing since `after`; or neither, where the state is too large for a line and is fetched
 * with `GET /api/streams/:id/state`.
 */
export interface Started {
  readonly ok: true
  readonly seq: Seq
  readonly now: Millis
  readonly at?: Seq
  readonly state?: Seen<AnyState>
  readonly entries?: readonly Seen<Entry<AnyEvent>>[]
}

/** A stream's state over HTTP. With `fold`, as `Started`; without, as it stands at `seq`. */
export interface Read {
  readonly protocol: number
  readonly seq: Seq
  readonly now: Millis
  readonly at: Seq
  readonly state: Seen<AnyState>
  readonly entries: readonly Seen<Entry<AnyEvent>>[]
  /** Everyone it mentions. */
  readonly people: Readonly<Record<PersonId, Name>>
}

export interface Start {
  readonly protocol: number
  readonly stream: StreamId
  /** Which of this device's people; null is a screen. */
  readonly as: PersonId | null
  /** The last entry this viewer has; null asks for the state. */
  readonly after: Seq | null
  /** For whoever does not fold: the state as it stands, and never entries alone. */
  readonly plain?: true
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

export type Bye = 'too_old' | 'too_new' | 'removed' | 'restarting' | 'replaced'

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
