import type { Decided, Fields, Outcome } from '../processes/process.ts'
import type { CircleId, Direction, LastRound, MeetingId, Millis, PersonId, Settings } from '../types.ts'
import type { CircleOwn } from './schema.ts'

/** Made by the server when someone makes a circle; no client sends it. */
export interface Create {
  readonly type: 'circle.create'
  readonly circle: CircleId
  readonly name: string
  readonly aim: string
  readonly members: readonly PersonId[]
  readonly selfAdd: boolean
}

/** What a meeting tells its circle. The circle takes these as facts and never refuses them. */
export type Fact =
  | { readonly type: 'fact.called'; readonly taken: readonly string[] }
  | { readonly type: 'fact.opened'; readonly facilitator: PersonId | null }
  | { readonly type: 'fact.round'; readonly lastRound: LastRound | null }
  | { readonly type: 'fact.member'; readonly person: PersonId }
  | { readonly type: 'fact.removed'; readonly person: PersonId }
  | { readonly type: 'fact.seats'; readonly order: readonly PersonId[] }
  | { readonly type: 'fact.role'; readonly role: 'secretary' | 'backup'; readonly person: PersonId | null }
  | {
      readonly type: 'fact.decided'
      readonly item: string
      readonly decided: readonly Decided[]
      readonly facilitators: readonly PersonId[]
      /** When it was announced. */
      readonly at: Millis
    }
  | { readonly type: 'fact.ended'; readonly facilitator: PersonId | null; readonly unreached: readonly Leftover[] }
  | { readonly type: 'fact.reopened' }

/** What a meeting did not reach or put off. */
export interface Leftover {
  readonly title: string
  readonly fields: Fields
  readonly next: Outcome['next']
}

export type CircleCommand = CircleOwn | Create | Fact

export interface BacklogEntry extends Leftover {
  readonly id: string
  readonly meeting: MeetingId | null
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

/** Null before the circle is made. */
export type CircleState = null | {
  readonly id: CircleId
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
  readonly meetings: readonly MeetingMark[]
  readonly backlog: readonly BacklogEntry[]
  readonly decisions: readonly Decision[]
}

export type CircleEvent =
  | (Omit<Create, 'type'> & { readonly type: 'circle.created'; readonly by: PersonId })
  | { readonly type: 'circle.named'; readonly name: string; readonly aim: string }
  | { readonly type: 'circle.habits'; readonly habits: Partial<Settings> }
  | { readonly type: 'circle.seat'; readonly person: PersonId; readonly by: Direction }
  | { readonly type: 'backlog.added'; readonly entries: readonly BacklogEntry[] }
  | { readonly type: 'backlog.removed'; readonly ids: readonly string[] }
  | { readonly type: 'decision.word'; readonly decision: string; readonly word: Omit<Word, 'at'> }
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
  | { readonly type: 'role.held'; readonly role: 'secretary' | 'backup'; readonly person: PersonId | null }
  | { readonly type: 'decided'; readonly decisions: readonly Decision[] }
