import { latest } from '../../../../shared/parts/wording.ts'
import { useText } from '../../../live/words/text.ts'
import { Proposal } from '../../../meeting/parts/wording/Proposal.phone.tsx'
import { Frame } from '../../../meeting/phone/Frame.tsx'
import { NextStep } from '../../../meeting/phone/NextStep.tsx'
import { useConsent } from '../looking.phone.ts'

/** Off the table for now: why, and what happens next. */
export function Ended() {
  const text = useText()
  const { state } = useConsent()
  const { step, wording } = state
  if (step.stage !== 'ended') return null
  return (
    <Frame title={text(`my.ended.${step.how}`)}>
      <p className="title">{text(`my.ended_how.${step.how}`)}</p>
      {step.next ? <NextStep next={step.next} /> : null}
      {wording.draft.text === '' ? null : (
        <Proposal words={wording.draft.text} version={latest(wording)?.n ?? null} old />
      )}
    </Frame>
  )
}
