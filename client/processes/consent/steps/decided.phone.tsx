import { numberOf } from '../../../../shared/parts/wording.ts'
import { useSaying, useText } from '../../../live/words/text.ts'
import { useAnswersGoing } from '../../../meeting/parts/answers/marks.ts'
import { Proposal } from '../../../meeting/parts/wording/Proposal.phone.tsx'
import { Terms } from '../../../meeting/parts/wording/Terms.phone.tsx'
import { Frame } from '../../../meeting/phone/Frame.tsx'
import { SeatRing } from '../../../meeting/phone/SeatRing.tsx'
import { Big } from '../../../ui/shown/Big.tsx'
import { useConsent } from '../looking.phone.ts'
import { useDays } from './days.phone.ts'
import styles from './decided.phone.module.css'

/** Certainty: the exact words, from when, until when, who; and honest about whoever was absent. */
export function Decided() {
  const text = useText()
  const saying = useSaying()
  const days = useDays()
  const { state, me } = useConsent()
  const { step, wording, answers, absentHours } = state
  const going = useAnswersGoing('phone', answers)
  if (step.stage !== 'decided') return null
  const version = numberOf(wording)
  const fields = wording.draft
  const until = days.weekday(step.at + absentHours * 3_600_000)
  const absent = step.absent.filter((person) => person !== me)
  const mine = me !== null && step.absent.includes(me)
  const effect = step.effect === 'on-hold' ? 'on_hold' : 'provisional'
  return (
    <Frame title={text('my.version', { version })}>
      <div className={styles.decided}>
        <SeatRing small going={going} />
        <Big as="p">{text('my.decided')}</Big>
      </div>
      {mine ? <p className="lead">{text('my.you_may_object', { until })}</p> : null}
      {absent.length > 0 ? (
        <p className="lead">{saying({ id: `my.may_object.${effect}`, with: { who: { people: absent }, until } })}</p>
      ) : null}
      <Proposal words={fields.text} version={null} label="" />
      <Terms fields={fields} from={step.effect === 'on-hold' ? undefined : days.day(step.at)} />
      {absent.length > 0 || mine ? <p className={`quiet ${styles.foot}`}>{text('my.you_hear')}</p> : null}
      <Changed />
    </Frame>
  )
}

/** Whoever objected sees that it changed the words. */
function Changed() {
  const text = useText()
  const { state, me } = useConsent()
  const own = state.objections.findLast((o) => o.by === me && o.status === 'integrated')
  if (!own || own.answeredIn === null) return null
  const said = own.phrase || own.reason
  return (
    <p className={styles.foot}>
      {text('my.changed_it')} {said === '' ? null : <span className="words">{said}</span>}
    </p>
  )
}
