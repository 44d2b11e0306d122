import type { Turns } from '../parts/turns.ts'
import type { Reasons } from '../refusals.ts'
import type {
  Context,
  Day,
  Json,
  LastRound,
  Meta,
  PersonId,
  Phrase,
  Saying,
  Seat,
  Seq,
  Settings,
  Verdict,
} from '../types.ts'

/** What an item of the agenda is for. */
export type ItemKind = 'decide' | 'talk'

/** The name of a secret's place within a process; it names its ask, so that nothing earlier opens with it. */
export type Slot = string
export type Slots<Value> = Readonly<Record<Slot, Readonly<Record<PersonId, Value>>>>

/** What a running process may know of the meeting around it. */
export interface Around extends Context {
  readonly facilitator: PersonId | null
  readonly secretary: PersonId | null
  /** In circular order. */
  readonly seats: readonly Seat[]
  readonly settings: Settings
  readonly lastRound: LastRound | null
  /** Of this process: whole on the server, on a client what the viewer may read. */
  readonly sealed: Slots<unknown>
  /** The actor's own entry that stands in each slot. How often others changed theirs is told to no process. */
  readonly sealedLast: Readonly<Record<Slot, Seq>>
  /** The circle has just agreed to this command in a quick consent. */
  readonly agreed: boolean
}

/** A secret is an event of its own: sent to `only`, to nobody else. */
export interface Sealed {
  readonly type: 'sealed'
  readonly slot: Slot
  readonly of: PersonId
  readonly only: readonly PersonId[]
  /** The value; null once it is destroyed, also where the entry is read again. */
  readonly apart: unknown
}

/** Sealed values that nobody opened, or whose copies apart are needed no more: gone for good. */
export interface SealedDestroyed {
  readonly type: 'sealed.destroyed'
  readonly slot: Slot
  /** Whose they were. */
  readonly of: readonly PersonId[]
}

/** Ends an entry that the facilitator may undo; the sentence says what was done. */
export interface Undoable {
  readonly type: 'undoable'
  readonly say: Saying
}

/** What any process may tell beside its own events; the meeting keeps these itself. */
export type Aloud = Sealed | SealedDestroyed | Undoable

/** The next step of what is not done: when, who prepares, in words; to whom it is passed on, if to anyone. */
export interface Next {
  readonly when: Phrase
  readonly who: PersonId | null
  readonly words: string
  readonly to: 'helping circle' | 'other circle' | null
}

/** What a closed item leaves: the same shape whatever the process. */
export interface Outcome {
  readonly kind: 'decided' | 'deferred' | 'referred' | 'dropped' | 'withdrawn' | 'explored'
  readonly next: Next | null
  /** What the circle has from now on that it had not before. */
  readonly adds: readonly CircleChange[]
}

/** Something a closed item adds to its circle. */
export type CircleChange =
  | { readonly type: 'decision'; readonly decision: Decided }
  | { readonly type: 'role'; readonly role: Role; readonly person: PersonId | null }

/** What somebody holds in a circle from meeting to meeting. */
export type Role = 'facilitator' | 'secretary' | 'backup' | 'leader'

/** The proposal as words and fields. */
export interface Fields {
  readonly text: string
  readonly why: string
  /** Looked after by; null is "nobody named yet". */
  readonly by: PersonId | null
  /** Stands until. */
  readonly until: Day | null
  /** Looked at again by. */
  readonly review: Day | null
  readonly measure: string
  /** If nobody looks at it by `until`: it stays until reviewed, or it stops. */
  readonly atEnd: 'stays' | 'stops'
}

export interface KeptVersion {
  readonly n: number
  readonly fields: Fields
  /** Objections (ids) this version answers. */
  readonly meets: readonly string[]
}

export interface ConsentGiven {
  readonly person: PersonId
  readonly answer: 'no objection' | 'absent'
  readonly how: 'self' | 'recorded' | 'remote' | 'telephone' | 'absent'
  readonly recordedBy: PersonId | null
  /** Became present after the round began. */
  readonly late: boolean
}

export interface KeptObjection {
  readonly id: string
  readonly by: PersonId
  readonly recordedBy: PersonId | null
  readonly raisedOn: number
  readonly phrase: string
  readonly reason: string
  /** How it touches the circle's aim. */
  readonly aim: string
  /** What would happen, how it would be noticed. */
  readonly effect: string
  readonly status: string
  readonly ways: readonly string[]
  readonly resolvedIn: number | null
}

/** A decision as the circle keeps it (`domain.md` 10.2). */
export interface Decided {
  readonly title: string
  readonly kind: 'policy'
  readonly effect: 'adopted' | 'provisional' | 'on-hold'
  readonly version: number
  readonly fields: Fields
  readonly versions: readonly KeptVersion[]
  readonly consent: readonly ConsentGiven[]
  readonly objections: readonly KeptObjection[]
  readonly absentHours: number
  readonly facilitator: PersonId | null
  readonly guests: readonly PersonId[]
}

/** A line of the minutes: a sentence, and the circle's own words where it quotes them. */
export interface MinutesLine {
  readonly say: Saying
  readonly words?: string
}

/** An item as a process that begins with it finds it. */
export interface Brought {
  readonly lead: PersonId
  readonly draft: Fields
}

/** Where a process stands, for everyone who does not know what it is. */
export interface At {
  /** Has a sentence `my.step.` and its name, by which whoever listens hears where the circle is. */
  readonly step: string
  readonly round: Turns | null
  /** Who is asked for something just now and has not given it, be they here or not. */
  readonly asked: readonly PersonId[]
  /** It is not to be left for another, nor its item closed by hand. */
  readonly busy: boolean
}

/** Every process state carries what its commands must name. */
export interface Asking {
  /** The entry that last put something anew. */
  readonly ask: Seq
  /** The entry that froze the present wording; an older ask is `stale_version`. */
  readonly frozen: Seq
}

/** What a command to a process names: which process, and the ask it means. */
export interface Aimed {
  readonly type: string
  readonly process: string
  readonly ask: Seq
}

/** A process: pure rules. The meeting runs it without knowing its kind. */
export interface Process<
  Kind extends string,
  Setup,
  State extends Asking,
  Command extends Aimed,
  Event extends { readonly type: string },
> {
  readonly kind: Kind
  /** Which items may hold it. */
  readonly on: readonly ItemKind[]
  /** What tells values that were sealed; they stand in no other event, and undo stops here. */
  readonly tells: ReadonlySet<Event['type']>
  /** What undo stops at besides. */
  readonly final: ReadonlySet<Event['type']>
  /** What leaves an undo possible: one's own note, a pen; nothing that `attend` reads. */
  readonly light: ReadonlySet<Event['type']>
  /** What a quick consent may carry out; each has a sentence `aside.` and its name. */
  readonly agreeable: ReadonlySet<Command['type']>
  /** Why it may refuse, beside what any rule may say; each has a sentence `refusal.` and its name. */
  readonly reasons: Reasons
  /** The setup it begins with when its item opens; null for what somebody begins by hand. */
  opens(item: Brought, around: Around): Setup | null
  /**
   * May refuse; order, dates and lots are in its events, the first of which is its own. `carried` is what an
   * earlier process left with the item in another meeting; what one left in this meeting is in the setup.
   */
  begin(setup: Setup, around: Around, carried: Json | null): Verdict<Event | Aloud>
  /**
   * The command means its present ask and finds the meeting open. It may be one that only another kind knows: that
   * is refused as `not_now`. Beside somebody's first sealed value stands an event that says they gave one; beside
   * another by the same hand none (`parts/secret`).
   */
  decide(state: State, command: Command, around: Around): Verdict<Event | Aloud>
  /** Brings it in line with who came, went, gained or lost a right. Idempotent. */
  attend(state: State, around: Around): readonly (Event | Aloud)[]
  evolve(state: State | null, event: Event, meta: Meta): State
  at(state: State): At
  /** May `me` see what this does before the server has said yes? */
  predictable(state: State, command: Command, me: PersonId): boolean
  /**
   * What must be noted when it is left for good, also by the end of a meeting, which may be reopened: then it goes on
   * from what this leaves. Nothing sealed is handed to it; the meeting destroys unread what lies there.
   */
  abandon(state: State, around: Around): readonly Event[]
  /**
   * The state once what these people sealed is gone: whoever gave something that nobody opened has not answered.
   * Called after every `sealed.destroyed`, also the one beside the event that opened it: what is known stays.
   */
  lost(state: State, gone: Pick<SealedDestroyed, 'slot' | 'of'>): State
  /** Once it has run its course; the meeting closes the item with it in the same entry. */
  outcome(state: State): Outcome | null
  minutes(state: State): readonly MinutesLine[]
  /** The words a next process, or the next meeting, may begin from. */
  words(state: State): Fields | null
  /** What travels with the item to another meeting; `earlier` is what came here with it, and goes on too. */
  carry(state: State, earlier: Json | null): Json | null
  /** Does this person have an objection standing? Marking them as gone is then asked twice. */
  objects(state: State, person: PersonId): boolean
}
