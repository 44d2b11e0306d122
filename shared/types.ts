/** A string that belongs to one kind of thing: plain literals fit, another kind's id does not. */
export type Id<Kind extends string> = string & { readonly __kind?: Kind }

export type PersonId = Id<'person'>
/** What people, names, links and devices belong to; circles lie in it. */
export type CommunityId = Id<'community'>
export type CircleId = Id<'circle'>
export type MeetingId = Id<'meeting'>
export type StreamId = CircleId | MeetingId
export type ItemId = Id<'item'>
export type ProcessId = Id<'process'>
export type CommandId = Id<'command'>
/** Who did it: a person; in a circle's log also the meeting that told it, by its id. */
export type Actor = PersonId

/** Milliseconds since 1970, by the server's clock. */
export type Millis = number
/** The number of an entry in its stream, from 1, without gaps. 0 means before the first. */
export type Seq = number
/** A calendar day, `YYYY-MM-DD`. */
export type Day = string

/** What a rule may know besides the state: never read from a clock or a die, always handed in. */
export interface Context {
  readonly actor: Actor
  readonly now: Millis
  readonly seed: number
  /** People without a live connection, since when. Empty on clients. */
  readonly unreachable: Readonly<Record<PersonId, Millis>>
}

/** What is known of the entry an event stands in. */
export interface Meta {
  readonly seq: Seq
  readonly by: Actor
  readonly at: Millis
}

/** All that one command did: one row on disk, one frame on the wire, one fold. */
export interface Entry<Event> extends Meta {
  readonly id: CommandId
  readonly events: readonly Event[]
}

/** Plain JSON that only whoever made it looks into. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

export type Verdict<Event> =
  | { readonly ok: true; readonly events: readonly Event[] }
  | { readonly ok: false; readonly refusal: Refusal }

/** Why something is not done. `reason` has words in every language; `with` fills them. */
export interface Refusal {
  readonly code: Code
  readonly reason: string
  readonly with: Readonly<Record<string, Param>>
  /** The field that is wrong, where it is one. */
  readonly path?: string
}

/** The closed list of the error contract. */
export type Code =
  | 'bad_request'
  | 'invalid'
  | 'too_large'
  | 'unsupported_media'
  | 'unauthenticated'
  | 'origin_refused'
  | 'forbidden'
  | 'not_found'
  | 'gone'
  | 'lobby'
  | 'removed'
  | 'full'
  | 'wrong_state'
  | 'not_your_turn'
  | 'stale_version'
  | 'conflict'
  | 'rate_limited'
  | 'unavailable'
  | 'storage_full'
  | 'too_old'
  | 'too_new'
  | 'internal'

export type Param =
  | string
  | number
  | { readonly person: PersonId }
  | { readonly people: readonly PersonId[] }
  | { readonly day: Day }
  | { readonly at: Millis }
  | { readonly words: string }
  | { readonly say: string; readonly with?: Readonly<Record<string, Param>> }

/** A sentence by its id in `shared/text`, and what fills it. */
export interface Saying {
  readonly id: string
  readonly with: Readonly<Record<string, Param>>
}

/** What people typed; or a sentence of ours, which everyone reads in their own language. */
export type Phrase = string | Saying

/** Right, attendance and connection are three axes; connection is never in the log. */
export type Attendance = 'expected' | 'present' | 'out' | 'left' | 'absent'

export interface Seat {
  readonly person: PersonId
  /** A member holds consent right; a guest does not. */
  readonly as: 'member' | 'guest'
  readonly attendance: Attendance
  readonly remote: boolean
  /** Takes part without a phone or laptop. */
  readonly noDevice: boolean
  /** The entry in which they became present; null while they are not here. */
  readonly here: Seq | null
}

export type Direction = 1 | -1

/** Where a round began, so that the next begins elsewhere and goes the other way. */
export interface LastRound {
  readonly start: PersonId
  readonly direction: Direction
}

/** Habits and agreements of a circle (`domain.md` 0.3), as far as rules here read them. */
export interface Settings {
  readonly preset: 'sofa'
  readonly consentMode: 'spoken' | 'simultaneous'
  readonly roundStart: 'rotate' | 'remote first'
  readonly alternateDirection: boolean
  readonly facilitatorMid: boolean
  /** People may add themselves to the circle while it gathers. */
  readonly selfAdd: boolean
  readonly absentees: { readonly rule: 'window'; readonly hours: number }
  readonly absenteeEffect: 'provisional' | 'on-hold'
  /** Months a decision stands unless the circle says otherwise. */
  readonly termMonths: number
}

/** The usual of a new circle: the SoFA preset. */
export const usual: Settings = {
  preset: 'sofa',
  consentMode: 'spoken',
  roundStart: 'rotate',
  alternateDirection: true,
  facilitatorMid: true,
  selfAdd: false,
  absentees: { rule: 'window', hours: 72 },
  absenteeEffect: 'provisional',
  termMonths: 12,
}
