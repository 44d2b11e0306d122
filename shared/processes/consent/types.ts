import type { Answers, AnswersEvent } from '../../parts/answers.ts'
import type { Note, NotesEvent } from '../../parts/notes.ts'
import type { Objection, ObjectionEvent } from '../../parts/objections.ts'
import type { Turns, TurnsEvent } from '../../parts/turns.ts'
import type { Wording, WordingEvent } from '../../parts/wording.ts'
import type { Millis, PersonId } from '../../types.ts'
import type { Aloud, Asking, Fields, Next, Outcome } from '../process.ts'

export type { Command, Setup } from './schema.ts'

export type Effect = 'adopted' | 'provisional' | 'on-hold'
export type Move = 'hear' | 'ideas' | 'wording'
type Ending = Exclude<Outcome['kind'], 'decided' | 'explored'>

/** Where the decision stands (`domain.md` 3.4); `wording` is SYNTHESISE. */
export type Step =
  | { readonly stage: 'present' }
  | { readonly stage: 'clarify'; readonly round: Turns | null }
  | { readonly stage: 'react'; readonly round: Turns | null }
  | { readonly stage: 'wording' }
  | { readonly stage: 'restate' }
  | { readonly stage: 'consent'; readonly round: Turns | null }
  | { readonly stage: 'acknowledge'; readonly round: Turns | null }
  | {
      readonly stage: 'objections'
      readonly move: Move
      readonly focus: string | null
      readonly round: Turns | null
    }
  | {
      readonly stage: 'decided'
      readonly effect: Effect
      readonly at: Millis
      readonly absent: readonly PersonId[]
      readonly facilitator: PersonId | null
      readonly guests: readonly PersonId[]
    }
  | { readonly stage: 'ended'; readonly how: Ending; readonly next: Next | null }
export type Stage = Step['stage']

export interface Consent extends Asking {
  readonly kind: 'consent'
  readonly author: PersonId
  readonly step: Step
  readonly wording: Wording
  readonly notes: readonly Note[]
  /** A reaction round was held, or "anything before we consent?" asked. */
  readonly reacted: boolean
  /** The consent round on the present version, once it is asked for. */
  readonly answers: Answers | null
  /** Rounds whose answers no longer count. */
  readonly past: readonly Answers[]
  readonly objections: readonly Objection[]
  /** Hours absent members have, as agreed when it was announced. */
  readonly absentHours: number
}

export type ConsentEvent =
  | { readonly type: 'consent.presented'; readonly author: PersonId; readonly fields: Fields }
  | { readonly type: 'consent.stepped'; readonly to: 'present' | 'clarify' | 'react' | 'wording' }
  | { readonly type: 'consent.anything' }
  | { readonly type: 'consent.restated' }
  | { readonly type: 'consent.complete' }
  | { readonly type: 'consent.resumed' }
  | { readonly type: 'consent.exploring'; readonly move: Move; readonly focus: string | null }
  | {
      readonly type: 'consent.announced'
      readonly effect: Effect
      readonly absent: readonly PersonId[]
      readonly hours: number
      readonly facilitator: PersonId | null
      readonly guests: readonly PersonId[]
    }
  | { readonly type: 'consent.ended'; readonly how: Ending; readonly next: Next | null }
  | TurnsEvent
  | AnswersEvent
  | ObjectionEvent
  | WordingEvent
  | NotesEvent

/** All that a decision tells: its own events, and what the meeting keeps for it. */
export type Said = ConsentEvent | Aloud
