import { AllAtOnce } from '../answering/AllAtOnce.desk.tsx'
import { OneByOne } from '../answering/OneByOne.desk.tsx'
import { Remaining } from '../answering/Remaining.desk.tsx'
import type { At } from './props.desk.ts'

/** The question is put: in turn, all at once, or only to those who are still to answer. */
export function Consenting(props: At<'consent'>) {
  const { state, step } = props
  if (state.answers?.mode === 'simultaneous' && state.answers.recheck === null) return <AllAtOnce {...props} />
  if (step.round?.speaking) return <OneByOne {...props} round={step.round} speaking={step.round.speaking} />
  return <Remaining {...props} />
}
