import type { Kind, ProcessCommand, ProcessEvent, ProcessState } from '../processes/index.ts'
import type { Fields, Outcome, Sealed, SealedDestroyed, Slot } from '../processes/process.ts'
import type {
  Attendance,
  CircleId,
  Direction,
  ItemId,
  LastRound,
  MeetingId,
  Millis,
  PersonId,
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
  /** Items waiting for a meeting; one of the same title brings its words along. */
  readonly backlog: readonly { readonly title: string; readonly fields: Fields }[]
  /** A meeting of this circle that has not ended. */
  readonly running: MeetingId | null
}

/** The server completes these three from the circle; no client may say what the circle is. */
export type Called = Extract<MeetingOwn, { type: 'meeting.call' }> & { readonly basis?: Basis }
export type Opened = Extract<MeetingOwn, { type: 'meeting.open' }> & { readonly basis?: Basis }
export type Reopened = Extract<MeetingOwn, { type: 'meeting.reopen' }> & { readonly basis?: Basis }
export type MeetingCommand =
  | Exclude<MeetingOwn, { type: 'meeting.call' | 'meeting.open' | 'meeting.reopen' }>
  | Called
  | Opened
  | Reopened
  | ProcessCommand
export type Does = DoesCommand

export interface Run {
  readonly id: ProcessId
  readonly kind: Kind
  readonly state: ProcessState
  readonly sealed: Readonly<Record<Slot, Readonly<Record<PersonId, unknown>>>>
  /** The entries that hold those, the last one standing; seen like `sealed`. */
  readonly sealedSeqs: Readonly<Record<Slot, Readonly<Record<PersonId, readonly Seq[]>>>>
}

export interface Item {
  readonly id: ItemId
  readonly title: string
  readonly kind: 'decide' | 'talk'
  readonly lead: PersonId
  readonly stage: 'planned' | 'open' | 'paused' | 'closed'
  /** The proposal as it is before the item opens. */
  readonly draft: Fields
  readonly written: Seq
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
  readonly text: string
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
  /** The item on everyone's screen: the open one, or the last that was. */
  readonly shown: ItemId | null
  readonly aside: Aside | null
  readonly asides: readonly { readonly text: string; readonly end: 'agreed' | 'dropped' | 'taken up' }[]
  readonly blocks: Readonly<Record<string, Block>>
  readonly pen: { readonly block: string; readonly person: PersonId } | null
  /** Who facilitated, in turn; a decision's record names them. */
  readonly facilitators: readonly PersonId[]
  /** The items as they were when the meeting ended, for a reopening. */
  readonly atEnd: { readonly items: readonly Item[]; readonly next: Outcome['next'] } | null
}

/** Null before the meeting is called. */
export type MeetingState =
  | null
  | (Now & {
      /** What the facilitator may undo, until the next accepted command of anyone. */
      readonly back: { readonly seq: Seq; readonly by: PersonId; readonly say: Saying; readonly state: Now } | null
    })

export type OwnEvent =
  | {
      readonly type: 'meeting.called'
      readonly meeting: MeetingId
      readonly circle: CircleId
      readonly facilitator: PersonId
      readonly basis: Basis
      readonly items: readonly { readonly id: ItemId; readonly title: string; readonly draft: Fields }[]
    }
  | { readonly type: 'meeting.opened'; readonly basis: Basis }
  | { readonly type: 'meeting.ended'; readonly next: Outcome['next']; readonly destroys?: readonly Seq[] }
  | { readonly type: 'meeting.reopened' }
  | {
      readonly type: 'seat.here'
      readonly person: PersonId
      readonly remote: boolean
      readonly recordedBy: PersonId | null
    }
  | { readonly type: 'seat.marked'; readonly person: PersonId; readonly attendance: Attendance }
  | { readonly type: 'seat.device'; readonly person: PersonId; readonly noDevice: boolean }
  | { readonly type: 'seat.remote'; readonly person: PersonId; readonly remote: boolean }
  | { readonly type: 'seat.moved'; readonly person: PersonId; readonly by: Direction }
  | { readonly type: 'seat.removed'; readonly person: PersonId }
  | { readonly type: 'seat.added'; readonly person: PersonId; readonly as: 'member' | 'guest' }
  | { readonly type: 'seat.member'; readonly person: PersonId }
  | { readonly type: 'role.set'; readonly role: 'secretary' | 'backup'; readonly person: PersonId | null }
  | { readonly type: 'chair.offered'; readonly to: PersonId }
  | { readonly type: 'chair.declined' }
  | {
      readonly type: 'chair.moved'
      readonly to: PersonId
      readonly scope: 'meeting' | 'item'
      readonly how: 'accepted' | 'taken' | 'agreed'
    }
  | {
      readonly type: 'item.added'
      readonly item: ItemId
      readonly title: string
      readonly kind: Item['kind']
      readonly lead: PersonId
      readonly draft: Fields
    }
  | { readonly type: 'item.renamed'; readonly item: ItemId; readonly title: string }
  | { readonly type: 'item.drafted'; readonly item: ItemId; readonly fields: Fields }
  | { readonly type: 'item.moved'; readonly item: ItemId; readonly by: Direction }
  | { readonly type: 'item.opened'; readonly item: ItemId }
  | { readonly type: 'item.paused'; readonly item: ItemId }
  | { readonly type: 'item.closed'; readonly item: ItemId; readonly outcome: Outcome }
  | { readonly type: 'item.dropped'; readonly item: ItemId }
  | { readonly type: 'process.begun'; readonly item: ItemId; readonly process: ProcessId; readonly kind: Kind }
  | { readonly type: 'process.ended'; readonly process: ProcessId }
  | { readonly type: 'aside.put'; readonly text: string; readonly form: Aside['form']; readonly does: Does | null }
  | { readonly type: 'aside.objected'; readonly person: PersonId; readonly recordedBy: PersonId | null }
  | { readonly type: 'aside.fine'; readonly person: PersonId; readonly recordedBy: PersonId | null }
  | { readonly type: 'aside.full'; readonly person: PersonId }
  | { readonly type: 'aside.ended'; readonly end: 'agreed' | 'dropped' | 'taken up' }
  | { readonly type: 'pen.taken'; readonly block: string; readonly person: PersonId }
  | { readonly type: 'pen.left' }
  | { readonly type: 'block.written'; readonly block: string; readonly text: string }
  | { readonly type: 'undoable'; readonly say: Saying }
  | { readonly type: 'undone'; readonly seq: Seq }
  | SealedDestroyed
  | Sealed

export type MeetingEvent = OwnEvent | ProcessEvent
