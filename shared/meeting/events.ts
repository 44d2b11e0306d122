import type { Kind, ProcessEvent } from '../processes/index.ts'
import type { Fields, ItemKind, Next, Outcome, Sealed, SealedDestroyed, Undoable } from '../processes/process.ts'
import type {
  Attendance,
  CircleId,
  Direction,
  ItemId,
  Json,
  MeetingId,
  PersonId,
  Phrase,
  ProcessId,
  Seq,
} from '../types.ts'
import type { Aside, Basis, Does, Item } from './types.ts'

export type OwnEvent =
  | {
      readonly type: 'meeting.called'
      readonly meeting: MeetingId
      readonly circle: CircleId
      readonly facilitator: PersonId
      readonly basis: Basis
      readonly items: readonly {
        readonly id: ItemId
        readonly title: string
        readonly kind: ItemKind
        readonly draft: Fields
        readonly carried: Json | null
        /** Where it waited in the circle. */
        readonly backlog: string | null
      }[]
    }
  | { readonly type: 'meeting.opened'; readonly basis: Basis }
  | { readonly type: 'meeting.ended'; readonly next: Next | null }
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
  | {
      readonly type: 'process.begun'
      readonly item: ItemId
      readonly process: ProcessId
      readonly kind: Kind
      /** What gives it its state. */
      readonly first: ProcessEvent
    }
  | { readonly type: 'process.ended'; readonly process: ProcessId }
  | { readonly type: 'aside.put'; readonly text: Phrase; readonly form: Aside['form']; readonly does: Does | null }
  | { readonly type: 'aside.objected'; readonly person: PersonId; readonly recordedBy: PersonId | null }
  | { readonly type: 'aside.fine'; readonly person: PersonId; readonly recordedBy: PersonId | null }
  | { readonly type: 'aside.full'; readonly person: PersonId }
  | { readonly type: 'aside.ended'; readonly end: 'agreed' | 'dropped' | 'taken up' }
  | { readonly type: 'pen.taken'; readonly block: string; readonly person: PersonId }
  | { readonly type: 'pen.left' }
  | { readonly type: 'block.written'; readonly block: string; readonly text: string }
  | { readonly type: 'undone'; readonly seq: Seq }
  | Undoable

/** What a process tells: the meeting hands it on without looking inside. */
export interface In {
  readonly type: 'in'
  readonly process: ProcessId
  readonly event: ProcessEvent
}

/** A secret of a process's. */
interface SealedIn extends Sealed {
  readonly process: ProcessId
}

interface DestroyedIn extends SealedDestroyed {
  readonly process: ProcessId
}

/** As it stands in the log: with the entries whose values go, also such as were replaced before. */
export interface Destroying extends DestroyedIn {
  readonly destroys: readonly Seq[]
}

export type MeetingEvent = OwnEvent | In | SealedIn | Destroying

/** An event as it is sent. How many entries somebody's secret had would tell that they changed it. */
export type SentEvent = OwnEvent | In | SealedIn | DestroyedIn
