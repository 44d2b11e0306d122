import { useText } from '../../../live/words/text.ts'
import { Choice } from '../../../ui/controls/Choice.tsx'
import { Field } from '../../../ui/controls/Field.tsx'
import { DayField } from './DayField.desk.tsx'
import type { Pen } from './pen.ts'

/** What a decision may say besides: how it is measured, why, when it is looked at again, what happens at its end. */
export function MoreFields({ pen }: { pen: Pen }) {
  const text = useText()
  const { measure, why, review, atEnd } = pen.fields
  return (
    <div className="stack">
      <Field
        label={text('desk.measured')}
        hint={text('desk.measured_hint')}
        words
        value={measure}
        onChange={(words) => pen.change({ measure: words })}
      />
      <Field label={text('desk.why')} lines={2} value={why} onChange={(words) => pen.change({ why: words })} />
      <DayField label={text('desk.review')} value={review} onChange={(day) => pen.change({ review: day })} />
      <Choice
        look="chips"
        legend={text('desk.at_end')}
        value={atEnd}
        onChange={(value) => pen.change({ atEnd: value === 'stops' ? 'stops' : 'stays' })}
        options={[
          { value: 'stays', label: text('desk.at_end_stays') },
          { value: 'stops', label: text('desk.at_end_stops') },
        ]}
      />
    </div>
  )
}
