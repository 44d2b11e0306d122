import type { Note, NotesEvent } from '../../parts/notes.ts'
import type { RoundKind, Turns, TurnsEvent } from '../../parts/turns.ts'
import type { Aloud, Asking } from '../process.ts'

export type { Command, Setup } from './schema.ts'

/** A round outside a decision. */
export interface Round extends Asking {
  readonly kind: 'round'
  readonly round: Exclude<RoundKind, 'consent'>
  readonly prompt: string
  readonly turns: Turns | null
  readonly notes: readonly Note[]
}

export type RoundEvent =
  | { readonly type: 'round.set'; readonly round: Exclude<RoundKind, 'consent'>; readonly prompt: string }
  | TurnsEvent
  | NotesEvent

export type Said = RoundEvent | Aloud
