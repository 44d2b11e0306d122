import { useState } from 'react'
import { dayIn } from '../../../../shared/text/text.ts'
import { dayOf } from '../../../../shared/text/when.ts'
import { useMeeting, useServerNow } from '../../../live/hooks.ts'
import { useReader, useText } from '../../../live/words/text.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Dialog } from '../../../ui/frames/Dialog.tsx'
import { PickPerson } from '../../desk/PickPerson.tsx'
import { useNamed } from '../../names.ts'
import { DayField } from './DayField.desk.tsx'
import { monthsOn } from './days.ts'
import type { Pen } from './pen.ts'
import styles from './wording.module.css'

const months = [3, 6, 12, 24] as const

function Chip({ term, value, onPress }: { term: string; value: string; onPress: () => void }) {
  return (
    <button type="button" className={styles.chip} onClick={onPress}>
      <span className="quiet small">{term}</span>
      <b>{value}</b>
    </button>
  )
}

/** Until when, in one tap or by the calendar. */
export function Until({ pen, onDone }: { pen: Pen; onDone: () => void }) {
  const text = useText()
  const reader = useReader()
  const today = dayOf(reader, useServerNow())
  function choose(until: string | null) {
    pen.change({ until })
    onDone()
  }
  return (
    <div className="form">
      <div className="acts">
        {months.map((count) => (
          <Button key={count} onPress={() => choose(monthsOn(today, count))}>
            {text('desk.months', { count })}
          </Button>
        ))}
      </div>
      <DayField label={text('desk.until')} value={pen.fields.until} onChange={(until) => pen.change({ until })} />
      <p>
        <Button onPress={onDone}>{text('common.ok')}</Button>
      </p>
    </div>
  )
}

/** The two facts every decision has: until when it stands, and who looks after it. */
export function Chips({ pen }: { pen: Pen }) {
  const { seats } = useMeeting()
  const text = useText()
  const reader = useReader()
  const named = useNamed()
  const [open, show] = useState<'until' | 'by' | null>(null)
  const close = () => show(null)
  const { until, by, measure } = pen.fields
  return (
    <div className={styles.chips}>
      <Chip
        term={text('desk.until')}
        value={until ? dayIn(reader, until) : text('desk.no_end')}
        onPress={() => show('until')}
      />
      <Chip term={text('desk.by_whom')} value={by ? named(by) : text('desk.nobody_named')} onPress={() => show('by')} />
      {measure ? (
        <p className={styles.fact}>
          <span className="quiet small">{text('desk.measured')}</span>
          <span className="words">{measure}</span>
        </p>
      ) : null}
      <Dialog open={open === 'until'} title={text('desk.until')} closeLabel={text('common.close')} onClose={close}>
        <Until pen={pen} onDone={close} />
      </Dialog>
      <Dialog open={open === 'by'} title={text('desk.by_whom')} closeLabel={text('common.close')} onClose={close}>
        <PickPerson
          people={seats.map((s) => s.person)}
          nobody={text('desk.nobody_named')}
          onPick={(person) => {
            pen.change({ by: person })
            close()
          }}
        />
      </Dialog>
    </div>
  )
}
