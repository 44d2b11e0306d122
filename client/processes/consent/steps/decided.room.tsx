import { latest } from '../../../../shared/parts/wording.ts'
import { dayIn } from '../../../../shared/text/text.ts'
import { dateIn, weekdayIn } from '../../../../shared/text/when.ts'
import type { Millis } from '../../../../shared/types.ts'
import { useReader, useText } from '../../../live/words/text.ts'
import { useNames } from '../../../meeting/names.ts'
import { useAnswersGoing } from '../../../meeting/parts/answers/marks.ts'
import { Around } from '../../../meeting/room/Around.tsx'
import { bound } from '../../../meeting/room/bound.ts'
import { Title, Words } from '../../../meeting/room/Letters.tsx'
import { Whole } from '../../../meeting/room/Whole.tsx'
import styles from './decided.room.module.css'
import type { At, Shown } from './shown.room.ts'

const HOUR: Millis = 3_600_000
const WEEK: Millis = 7 * 24 * HOUR

/** The moment itself: the words, until when, and who may still speak. */
export function Decided({ item, state, step }: Shown & { step: At<'decided'> }) {
  const text = useText()
  const names = useNames()
  const reader = useReader()
  const going = useAnswersGoing('room', state.answers)
  const fields = latest(state.wording)?.fields ?? state.wording.draft
  const { absent, at } = step
  const window = state.absentHours * HOUR
  // The hours run from the delivery of the record, later than now: this day is never too late.
  const when = window < WEEK ? weekdayIn(reader, at + window) : dateIn(reader, at + window)
  const open = absent.length > 0 ? text('room.may_object', { who: names(absent), when }) : ''
  const review = fields.review ? text('room.review_by', { day: dayIn(reader, fields.review) }) : ''
  const end =
    !fields.review && fields.until ? text(`room.until_${fields.atEnd}`, { day: dayIn(reader, fields.until) }) : ''
  const foot = (
    <>
      {open ? <p>{open}</p> : null}
      {review || end ? <p className="quiet">{review || end}</p> : null}
    </>
  )
  const whole = (
    <Whole title={text('room.decided')} signs={fields.text.length} foot={foot}>
      {bound(fields.text)}
    </Whole>
  )
  return (
    <Around title={item.title} going={going} closed={absent.length === 0} start words={fields.text} instead={whole}>
      <Title>{text('room.decided')}</Title>
      {open ? <p className={styles.open}>{open}</p> : null}
      <Words start>{bound(fields.text)}</Words>
      {review || end ? <p className="quiet">{review || end}</p> : null}
    </Around>
  )
}
