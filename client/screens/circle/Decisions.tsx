import { useState } from 'react'
import type { CircleState, Decision } from '../../../shared/circle/types.ts'
import { statusText } from '../../../shared/record/decision.ts'
import { deliveredAt, type Status, status } from '../../../shared/record/status.ts'
import { dayIn } from '../../../shared/text/text.ts'
import { dateIn, dayOf } from '../../../shared/text/when.ts'
import { useName, useServerNow } from '../../live/hooks.ts'
import { useReader, useText } from '../../live/text.ts'
import { buttonClass } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Name } from '../../ui/Person.tsx'
import styles from './circle.module.css'
import { Words } from './Word.tsx'

/** The decision log, newest first, to search and to take home. */
export function Decisions({ circle }: { circle: NonNullable<CircleState> }) {
  const text = useText()
  const name = useName()
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLocaleLowerCase()
  const words = ({ title, fields }: Decision) =>
    [title, fields.text, fields.why, fields.by ? name(fields.by).name : ''].join(' ').toLocaleLowerCase()
  const found = [...circle.decisions].reverse().filter((decision) => words(decision).includes(wanted))
  const file = `/api/circles/${circle.id}/decisions`
  if (circle.decisions.length === 0) {
    return (
      <>
        <h2>{text('circle.decisions')}</h2>
        <p className="quiet">{text('circle.no_decisions')}</p>
      </>
    )
  }
  return (
    <>
      <h2 className="vh">{text('circle.decisions')}</h2>
      <div className={styles.search}>
        <Field label={text('circle.search')} value={search} onChange={setSearch} autoComplete="off" />
        <a className={buttonClass('plain')} href={`${file}.html`}>
          {text('circle.print')}
        </a>
        <a className={buttonClass('plain')} href={`${file}.md`} download>
          {text('circle.download')}
        </a>
      </div>
      {found.length === 0 ? <p>{text('circle.none_found')}</p> : null}
      <ol className={styles.log}>
        {found.map((decision) => (
          <Row key={decision.id} circle={circle} decision={decision} />
        ))}
      </ol>
    </>
  )
}

const looks: Readonly<Record<Status['is'], string | undefined>> = {
  'in-force': styles.force,
  provisional: styles.open,
  'on-hold': styles.open,
  reopened: styles.open,
  'review-due': styles.due,
  expired: styles.past,
}

function Row({ circle, decision }: { circle: NonNullable<CircleState>; decision: Decision }) {
  const text = useText()
  const name = useName()
  const reader = useReader()
  const at = useServerNow(60_000)
  const state = status(decision, { at, day: dayOf(reader, at) }, deliveredAt(circle, decision))
  const { fields, title, announcedAt, absentHours } = decision
  const review = fields.review ?? fields.until
  return (
    <li className={looks[state.is]}>
      <span className={styles.stop} aria-hidden="true" />
      <div className={styles.decision}>
        <div>
          <h3 dir="auto">{title}</h3>
          <p className="words" dir="auto">
            {fields.text}
          </p>
          <Words circle={circle} decision={decision} state={state} />
        </div>
        <p>
          {statusText(state, absentHours, { ...reader, compare: () => [] })}
          <span className={styles.under}>{dateIn(reader, announcedAt)}</span>
        </p>
        <p>
          {fields.by ? <Name>{name(fields.by).name}</Name> : null}
          {review ? (
            <span className={styles.under}>{text('circle.review', { day: dayIn(reader, review) })}</span>
          ) : null}
        </p>
      </div>
    </li>
  )
}
