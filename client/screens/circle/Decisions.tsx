import { useEffect, useState } from 'react'
import type { CircleState } from '../../../shared/circle/types.ts'
import type { DecisionLine } from '../../../shared/http.ts'
import { statusText } from '../../../shared/record/decision.ts'
import { type Status, status } from '../../../shared/record/status.ts'
import { dayIn } from '../../../shared/text/text.ts'
import { dateIn, dayOf } from '../../../shared/text/when.ts'
import { useName, useServerNow } from '../../live/hooks.ts'
import { useReader, useText } from '../../live/words/text.ts'
import { Wrong } from '../../live/words/Wrong.tsx'
import { Button, buttonClass } from '../../ui/controls/Button.tsx'
import { Field } from '../../ui/controls/Field.tsx'
import { Name } from '../../ui/shown/Person.tsx'
import styles from './Decisions.module.css'
import type { Log } from './log.ts'
import { Words } from './Word.tsx'

const typing = 300

/** The decision log, newest first, to search and to take home. */
export function Decisions({ circle, log }: { circle: NonNullable<CircleState>; log: Log }) {
  const text = useText()
  const [search, setSearch] = useState('')
  const { lines, more, no, search: look, showMore } = log
  const words = search.trim()
  useEffect(() => {
    const timer = setTimeout(() => look(words), typing)
    return () => clearTimeout(timer)
  }, [look, words])
  const file = `/api/circles/${circle.id}/decisions`
  if (circle.count.decisions === 0) {
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
      <Wrong no={no} />
      {lines?.length === 0 ? <p>{text('circle.none_found')}</p> : null}
      <ol className={styles.log}>
        {lines?.map((line) => (
          <Row key={line.id} circle={circle} line={line} />
        ))}
      </ol>
      {more ? <Button onPress={showMore}>{text('circle.more')}</Button> : null}
    </>
  )
}

const looks: Readonly<Record<Status['is'], string | undefined>> = {
  'in-force': undefined,
  provisional: styles.open,
  'on-hold': styles.open,
  reopened: styles.open,
  'review-due': styles.due,
  expired: styles.past,
}

/** While its window is open, what it says of the absent is what the circle's state says: that is live. */
function Row({ circle, line }: { circle: NonNullable<CircleState>; line: DecisionLine }) {
  const text = useText()
  const name = useName()
  const reader = useReader()
  const at = useServerNow(60_000)
  const open = circle.windows.find(({ id }) => id === line.id)
  const { words, delivered } = open ?? line
  const state = status({ ...line, words }, { at, day: dayOf(reader, at) }, delivered)
  const { fields, title, announcedAt, absentHours } = line
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
          {open ? <Words circle={circle} open={open} state={state} /> : null}
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
