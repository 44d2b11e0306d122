import { latest, numberOf } from '../../../../shared/parts/wording.ts'
import type { Consent } from '../../../../shared/processes/consent/types.ts'
import { useText } from '../../../live/text.ts'
import { Sheet } from '../../../ui/Sheet.tsx'

/** The words the circle is looking at, with their number. */
export function Proposal({ state }: { state: Consent }) {
  const text = useText()
  const { wording } = state
  const last = latest(wording)
  const put = state.step.stage === 'consent' || state.step.stage === 'acknowledge' || state.step.stage === 'objections'
  const words = put && last ? last.fields.text : wording.draft.text
  const n = put && last ? last.n : numberOf(wording)
  return (
    <Sheet label={text('desk.proposal')} left={text('desk.proposal')} right={text('desk.version', { n })}>
      {words || <span className="quiet">{text('desk.no_words_yet')}</span>}
    </Sheet>
  )
}
