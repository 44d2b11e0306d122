import type { Context, Day, LastRound, Meta, PersonId, Saying, Seat, Seq, Settings, Verdict } from '../types.ts'

/** The name of a secret's place within a process; it names its ask, so that nothing earlier opens with it. */
export type Slot = string

/** What a running process may know of the meeting around it. */
export interface Around extends Context {
  readonly facilitator: PersonId | null
  readonly secretary: PersonId | null
  /** In circular order. */
  readonly seats: readonly Seat[]
  readonly settings: Settings
  readonly lastRound: LastRound | null
  /** Of this process: whole on the server, on a client what the viewer may read. */
  readonly sealed: Readonly<Record<Slot, Readonly<Record<PersonId, unknown>>>>
  /** The entries that hold those, also such as were replaced since; the last one stands. Seen like `sealed`. */
  readonly sealedSeqs: Readonly<Record<Slot, Readonly<Record<PersonId, readonly Seq[]>>>>
  /** The circle has just agreed to this command in a quick consent. */
  readonly agreed: boolean
}

/** A secret is an event of its own: sent to `only`, to nobody else. */
export interface Sealed {
  readonly type: 'sealed'
  readonly slot: Slot
  readonly of: PersonId
  readonly only: readonly PersonId[]
  readonly apart: unknown
}

/** Sealed values that nobody opened, gone for good with their entries' numbers. */
export interface SealedDestroyed {
  readonly type: 'sealed.destroyed'
  readonly slot: Slot
  readonly destroys: readonly Seq[]
}

/** What a closed item leaves: the same shape whatever the process. */
export interface Outcome {
  readonly kind: 'decided' | 'deferred' | 'referred' | 'dropped' | 'withdrawn' | 'explored'
  /** The next step of what is not done: when, who prepares, in words. */
  readonly next: { readonly when: string; readonly who: PersonId | null; readonly words: string } | null
  readonly decided: readonly Decided[]
}

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
export interface Line {
  readonly say: Saying
  readonly words?: string
}

/** A process: pure rules. The meeting runs it without knowing its kind. */
export interface Process<Kind extends string, Setup, State, Command extends { readonly type: string }, Event> {
  readonly kind: Kind
  readonly predictable: ReadonlySet<Command['type']>
  /** May refuse; order, dates and lots are in its events. */
  begin(setup: Setup, around: Around): Verdict<Event>
  decide(state: State, command: Command, around: Around): Verdict<Event>
  /** Brings it in line with who came, went, gained or lost a right. Idempotent. */
  attend(state: State, around: Around): readonly Event[]
  evolve(state: State | null, event: Event, meta: Meta): State
  /** The state once its sealed values are gone unread: whoever gave one has not answered. */
  lost(state: State): State
  outcome(state: State): Outcome | null
  minutes(state: State): readonly Line[]
  /** The words a next process, or the next meeting, may begin from. */
  leaves(state: State): Fields | null
  /** Does this person have an objection standing? Marking them as gone is then asked twice. */
  objects(state: State, person: PersonId): boolean
}

/** Every process state carries what its commands must name. */
export interface Asking {
  /** The entry that last put something anew. */
  readonly ask: Seq
  /** The entry that froze the present wording; an older ask is `stale_version`. */
  readonly frozen: Seq
}
