import type { Turns } from './turns.ts'

interface Step {
  readonly stage: string
  readonly round?: Turns | null
}

/** The round of a step, where it has one. */
export function roundOf(step: Step): Turns | null {
  return step.round ?? null
}
