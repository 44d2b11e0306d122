import type { CircleChange, Decided, Fields, ItemKind, Next, Role } from '../processes/process.ts'
import type {
  CircleId,
  CommunityId,
  Direction,
  Json,
  LastRound,
  MeetingId,
  Millis,
  PersonId,
  Seq,
  Settings,
} from '../types.ts'
import type { CircleOwn } from './schema.ts'

/** Made by the server when someone makes a circle; no client sends it. */
export interface Create {
  readonly type: 'circle.create'
  readonly circle: CircleId
  readonly community: CommunityId
  readonly name: string
  readonly aim: string
  readonly members: readonly PersonId[]
  readonly selfAdd: boolean
}

/** What a meeting tells its circle. The circle takes these as facts and never refuses them. */
export type Fact =
  /** `taken` are the backlog items, by id, that the meeting has on its agenda now. */
  | { readonly type: 'fact.called'; readonly taken: readonly string[] }
  | { readonly type: 'fact.opened'; readonly facilitator: PersonId | null }
  | { readonly type: 'fact.round'; readonly lastRound: LastRound | null }
  | { readonly type: 'fact.member'; readonly person: PersonId }
  | { readonly type: 'fact.removed'; readonly person: PersonId }
  | { readonly type: 'fact.seats'; readonly order: readonly PersonId[] }
  | { readonly type: 'fact.role'; readonly role: Role; readonly person: PersonId | null }
  | {
      readonly type: 'fact.added'
      readonly item: string
      readonly adds: readonly CircleChange[]
      readonly facilitators: readonly PersonId[]
      /** When it was announced. */
      readonly at: Millis
    }
  | { readonly type: 'fact.ended'; readonly facilitator: PersonId | null }
  | (Leftover & { readonly type: 'fact.left' } & Travels)
  | { readonly type: 'fact.reopened' }

/** What a meeting did not reach or put off. */
export interface Leftover {
  readonly title: string
  readonly kind: ItemKind
  readonly next: Next | null
}

/** What goes with an item to the next meeting: its words, and what its process left, which nobody here looks into. */
export interface Travels {
  readonly draft: Fields
  readonly carry: Json | null
}

export type CircleCommand = CircleOwn | Create | Fact

/** What waits for a meeting. */
export interface BacklogEntry extends Leftover {
  readonly id: string
  /** The meeting that left it; null for what was thought of in between. */
  readonly meeting: MeetingId | null
  /** The entry that holds what travels with it; null if nothing does. */
  readonly carried: Seq | null
}

export interface MeetingMark {
  readonly id: MeetingId
  readonly stage: 'gathering' | 'open' | 'ended'
  /** When it was called. */
  readonly at: Millis
  /** When it ended: since then its finished minutes can be read. */
  readonly ended: Millis | null
}

/** An absent member's word on a decision that is provisional or on hold. */
export interface Word {
  readonly person: PersonId
  readonly answer: 'no objection' | 'objection'
  readonly words: string
  readonly recordedBy: PersonId | null
  readonly at: Millis
}

export interface Decision extends Decided {
  readonly id: string
  readonly meeting: MeetingId
  readonly announcedAt: Millis
  readonly facilitators: readonly PersonId[]
  readonly words: readonly Word[]
}

/** A decision on which absent members may still have their word. What it says stands in the register. */
export interface Window {
  readonly id: string
  readonly title: string
  readonly meeting: MeetingId
  readonly effect: 'provisional' | 'on-hold'
  readonly absent: readonly PersonId[]
  readonly absentHours: number
  /** When its meeting ended, and the hours began; null until then. */
  readonly delivered: Millis | null
  readonly words: readonly Word[]
}

/** A decision in one line. */
export interface DecisionHead {
  readonly id: string
  readonly title: string
  readonly meeting: MeetingId
  readonly effect: Decided['effect']
  readonly announcedAt: Millis
}

/** Null before the circle is made. What lies further back than the heads stands in the register. */
export type CircleState = null | {
  readonly id: CircleId
  readonly community: CommunityId
  readonly name: string
  readonly aim: string
  readonly madeAt: Millis
  /** In circular order. */
  readonly members: readonly PersonId[]
  readonly facilitator: PersonId | null
  readonly secretary: PersonId | null
  readonly backup: PersonId | null
  readonly leader: PersonId | null
  readonly settings: Settings
  readonly lastRound: LastRound | null
  /** The meeting people gather for or are in. */
  readonly running: MeetingMark | null
  /** The last twenty that ended, oldest first. */
  readonly ended: readonly MeetingMark[]
  readonly backlog: readonly BacklogEntry[]
  /** The last twenty, oldest first. */
  readonly decisions: readonly DecisionHead[]
  readonly windows: readonly Window[]
  /** How many there have ever been. */
  readonly count: { readonly decisions: number; readonly backlog: number; readonly meetings: number }
}

interface Created extends Omit<Create, 'type'> {
  readonly type: 'circle.created'
  readonly by: PersonId
}

export type CircleEvent =
  | Created
  | { readonly type: 'circle.named'; readonly name: string; readonly aim: string }
  | { readonly type: 'circle.habits'; readonly habits: Partial<Settings> }
  | { readonly type: 'circle.seat'; readonly person: PersonId; readonly by: Direction }
  | {
      readonly type: 'backlog.added'
      readonly entry: Omit<BacklogEntry, 'carried'>
      readonly travels: Travels | null
    }
  | { readonly type: 'backlog.removed'; readonly ids: readonly string[] }
  | { readonly type: 'decision.word'; readonly decision: string; readonly word: Omit<Word, 'at'> }
  /** The hours of these are over: nobody has a word on them any more. */
  | { readonly type: 'windows.closed'; readonly decisions: readonly string[] }
  | {
      readonly type: 'meeting.marked'
      readonly meeting: MeetingId
      readonly stage: MeetingMark['stage']
      readonly facilitator?: PersonId | null
    }
  | { readonly type: 'round.began'; readonly lastRound: LastRound | null }
  | { readonly type: 'member.joined'; readonly person: PersonId }
  | { readonly type: 'member.left'; readonly person: PersonId }
  | { readonly type: 'seats.ordered'; readonly order: readonly PersonId[] }
  | { readonly type: 'role.held'; readonly role: Role; readonly person: PersonId | null }
  | { readonly type: 'decided'; readonly decisions: readonly Decision[] }
