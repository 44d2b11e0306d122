import type { Kind, ProcessCommand, ProcessState } from '../processes/index.ts'
import type { Fields, ItemKind, Outcome, Slots } from '../processes/process.ts'
import type {
  CircleId,
  ItemId,
  Json,
  LastRound,
  MeetingId,
  Millis,
  PersonId,
  Phrase,
  ProcessId,
  Saying,
  Seat,
  Seq,
  Settings,
} from '../types.ts'
import type { DoesCommand, MeetingOwn } from './schema.ts'

/** What a meeting copies of its circle, when it is called and again when it opens. */
export interface Basis {
  readonly name: string
  readonly aim: string
  readonly members: readonly PersonId[]
  readonly facilitator: PersonId | null
  readonly secretary: PersonId | null
  readonly backup: PersonId | null
  readonly leader: PersonId | null
  readonly settings: Settings
  readonly lastRound: LastRound | null
  /** A meeting of this circle that has not ended. */
  readonly running: MeetingId | null
}

/** An item that waited in the circle, as a meeting that takes it finds it. */
export interface Taken {
  readonly id: string
  readonly title: string
  readonly kind: ItemKind
  readonly draft: Fields
  readonly carry: Json | null
}

/** The server completes these three from the circle; no client may say what the circle is. */
export type CompletedCall = Extract<MeetingOwn, { type: 'meeting.call' }> & {
  readonly basis?: Basis
  readonly taken?: readonly Taken[]
}
export type CompletedOpen = Extract<MeetingOwn, { type: 'meeting.open' }> & { readonly basis?: Basis }
export type CompletedReopen = Extract<MeetingOwn, { type: 'meeting.reopen' }> & { readonly basis?: Basis }
export type MeetingCommand =
  | Exclude<MeetingOwn, { type: 'meeting.call' | 'meeting.open' | 'meeting.reopen' }>
  | CompletedCall
  | CompletedOpen
  | CompletedReopen
  | ProcessCommand
export type Does = DoesCommand

export interface Run {
  readonly id: ProcessId
  readonly kind: Kind
  readonly state: ProcessState
  /** What people gave that nobody has opened, by place and person; each sees their own alone. */
  readonly sealed: Slots<unknown>
  /** The entries that hold those, the last one standing; seen like `sealed`. */
  readonly sealedSeqs: Slots<readonly Seq[]>
}

export interface Item {
  readonly id: ItemId
  readonly title: string
  readonly kind: ItemKind
  readonly lead: PersonId
  readonly stage: 'planned' | 'open' | 'paused' | 'closed'
  /** The proposal as it is before the item opens. */
  readonly draft: Fields
  readonly written: Seq
  /** What an earlier meeting's process left with it, for the next one to look into. */
  readonly carried: Json | null
  /** Processes of this item in their order; the last one runs while `running`. */
  readonly runs: readonly Run[]
  readonly running: boolean
  readonly outcome: Outcome | null
  /** Handed over for this item only. */
  readonly facilitator: PersonId | null
}

/** A quick consent over whatever runs beneath it. */
export interface Aside {
  /** The entry that put it; commands name it. */
  readonly seq: Seq
  readonly text: Phrase
  readonly form: 'aloud' | 'signal'
  readonly does: Does | null
  readonly by: PersonId
  readonly objections: readonly { readonly person: PersonId; readonly recordedBy: PersonId | null }[]
  /** Open signs of "fine with me", in the form by signal. */
  readonly fine: Readonly<Record<PersonId, { readonly recordedBy: PersonId | null }>>
  readonly full: readonly PersonId[]
}

export interface Block {
  readonly text: string
  readonly by: PersonId
  readonly seq: Seq
}

export interface Now {
  readonly id: MeetingId
  readonly circle: CircleId
  readonly name: string
  readonly aim: string
  readonly stage: 'gathering' | 'open' | 'ended'
  readonly calledAt: Millis
  readonly openedAt: Millis | null
  readonly endedAt: Millis | null
  /** In circular order. */
  readonly seats: readonly Seat[]
  readonly facilitator: PersonId | null
  /** Since when nobody has the chair. */
  readonly chairEmpty: Millis | null
  readonly offered: PersonId | null
  readonly secretary: PersonId | null
  readonly backup: PersonId | null
  readonly leader: PersonId | null
  readonly settings: Settings
  readonly lastRound: LastRound | null
  readonly items: readonly Item[]
  /** How many items there have ever been: the next one's number follows. */
  readonly numbered: number
  /** The item on everyone's screen: the open one, or the last that was. */
  readonly shown: ItemId | null
  readonly aside: Aside | null
  readonly asides: readonly { readonly text: Phrase; readonly end: 'agreed' | 'dropped' | 'taken up' }[]
  readonly blocks: Readonly<Record<string, Block>>
  readonly pen: { readonly block: string; readonly person: PersonId } | null
  /** Who facilitated, in turn; a decision's record names them. */
  readonly facilitators: readonly PersonId[]
  /** How the items that were put off by its end stood before, for a reopening. */
  readonly atEnd: Readonly<Record<ItemId, Pick<Item, 'stage' | 'running' | 'facilitator'>>> | null
}

/** What the facilitator may undo, until somebody does what is not light. */
export interface Back {
  readonly seq: Seq
  readonly by: PersonId
  readonly say: Saying
  /** How many light acts there were since. */
  readonly light: number
  /** Before the act; then with the light acts since, as an undo leaves it. Absent where it was only asked how things stand. */
  readonly from?: Now
  readonly state?: Now
}

/** A meeting as it is now, and what may be undone. */
export interface Meeting extends Now {
  readonly back: Back | null
}

/** Null before the meeting is called. */
export type MeetingState = Meeting | null
