import type { Turns } from './turns.ts'

interface Step {
  readonly stage: string
  readonly round?: Turns | null
}

/** The round of a step, where it has one. */
export function roundOf(step: Step): Turns | null {
  return step.round ?? null
}

/** The round that goes round in a process now, if one does. */
export function roundIn(state: { readonly turns: Turns | null } | { readonly step: Step }): Turns | null {
  return 'turns' in state ? state.turns : roundOf(state.step)
}
