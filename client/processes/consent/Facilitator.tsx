import type { Consent } from '../../../shared/processes/consent/types.ts'
import type { ProcessViewProps } from '../rooms.ts'
import { Consenting } from './facilitator/Consenting.tsx'
import { Decided } from './facilitator/Decided.tsx'
import { Objections } from './facilitator/Objections.tsx'
import { Present } from './facilitator/Present.tsx'
import { PutOff } from './facilitator/PutOff.tsx'
import { Questions } from './facilitator/Questions.tsx'
import { Reactions } from './facilitator/Reactions.tsx'
import { Restated } from './facilitator/Restated.tsx'
import { Result } from './facilitator/Result.tsx'
import { Words } from './facilitator/Words.tsx'

/** A decision by consent as its facilitator leads it: one screen for each stage. */
export function ConsentFacilitator({ item, run }: ProcessViewProps) {
  const state = run.state as Consent
  const { step } = state
  const aim = { process: run.id, ask: state.ask }
  const given = { item, run, state, aim }
  switch (step.stage) {
    case 'present':
      return <Present {...given} step={step} />
    case 'clarify':
      return <Questions {...given} step={step} />
    case 'react':
      return <Reactions {...given} step={step} />
    case 'wording':
      return <Words {...given} step={step} />
    case 'restate':
      return <Restated {...given} step={step} />
    case 'consent':
      return <Consenting {...given} step={step} />
    case 'acknowledge':
      return <Result {...given} step={step} />
    case 'objections':
      return <Objections {...given} step={step} />
    case 'decided':
      return <Decided {...given} step={step} />
    case 'ended':
      return <PutOff {...given} step={step} />
  }
}
