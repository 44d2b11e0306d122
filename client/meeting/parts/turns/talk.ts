import type { ReactNode } from 'react'
import type { RoundKind, Turns } from '../../../../shared/parts/turns.ts'
import type { Aim } from '../../aim.ts'

/** A round in which a turn ends by speaking, as the phone shows it. */
export interface Talk {
  readonly aim: Aim
  readonly round: Turns
  /** The facilitator's own words; empty takes the usual ones of this kind. */
  readonly prompt: string
  /** What it is about, under the ring. */
  readonly matter: ReactNode
}

export type Talking = Exclude<RoundKind, 'consent'>

/** Kinds in which the speaker may put their own words down, and as what. */
const noted = { clarifying: 'question', ideas: 'idea' } as const

export function notedAs(kind: RoundKind): 'question' | 'idea' | null {
  return kind in noted ? noted[kind as keyof typeof noted] : null
}

export function talking(kind: RoundKind): Talking {
  return kind === 'consent' ? 'reaction' : kind
}
