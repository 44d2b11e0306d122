import type { Consent } from '../../../shared/processes/consent/types.ts'
import type { ProcessViewProps } from '../index.ts'
import { Result } from './steps/acknowledge.desk.tsx'
import { Questions } from './steps/clarify.desk.tsx'
import { Consenting } from './steps/consent.desk.tsx'
import { Decided } from './steps/decided.desk.tsx'
import { PutOff } from './steps/ended.desk.tsx'
import { Objections } from './steps/objections.desk.tsx'
import { Present } from './steps/present.desk.tsx'
import { Reactions } from './steps/react.desk.tsx'
import { Restated } from './steps/restate.desk.tsx'
import { Words } from './steps/wording.desk.tsx'

/** A decision by consent as its facilitator leads it: one screen for each stage. */
export function ConsentDesk({ item, run }: ProcessViewProps) {
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
