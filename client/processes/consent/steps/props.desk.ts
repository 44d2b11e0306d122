import type { Item, Run } from '../../../../shared/meeting/types.ts'
import type { Objection } from '../../../../shared/parts/objections.ts'
import type { Turns } from '../../../../shared/parts/turns.ts'
import type { Consent, Step } from '../../../../shared/processes/consent/types.ts'
import type { Aim } from '../../../meeting/aim.ts'

/** What every stage of the decision is given. */
export interface StageProps<Stage extends Step = Step> {
  readonly item: Item
  readonly run: Run
  readonly state: Consent
  readonly step: Stage
  readonly aim: Aim
}
export type At<Name extends Step['stage']> = StageProps<Extract<Step, { stage: Name }>>

export function isOver(round: Turns | null): boolean {
  return round !== null && round.stage !== 'running'
}

/** Raised, or raised again, and not yet heard to the end. */
export function isUnheard({ status }: Objection): boolean {
  return status === 'raised' || status === 'reopened' || status === 'heard'
}
