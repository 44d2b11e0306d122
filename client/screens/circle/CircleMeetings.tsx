import { type FormEvent, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { CircleState } from '../../../shared/circle/types.ts'
import type { No } from '../../../shared/protocol.ts'
import { dateIn } from '../../../shared/text/when.ts'
import type { MeetingId, PersonId } from '../../../shared/types.ts'
import { post } from '../../live/http/http.ts'
import { useReader, useText } from '../../live/words/text.ts'
import { Wrong } from '../../live/words/Wrong.tsx'
import { Button, buttonClass } from '../../ui/controls/Button.tsx'
import { Field } from '../../ui/controls/Field.tsx'
import styles from './CircleMeetings.module.css'
import { itemsOf } from './items.ts'

interface CircleMeetingsProps {
  readonly circle: NonNullable<CircleState>
  readonly me: PersonId
  readonly canCall: boolean
}

/** To the meeting that is on, or to a new one; and the minutes of those before. */
export function CircleMeetings({ circle, me, canCall }: CircleMeetingsProps) {
  const text = useText()
  const reader = useReader()
  const { running } = circle
  const past = circle.ended.slice(-5).reverse()
  return (
    <>
      {running ? (
        <section className={styles.running}>
          <p>{text(running.stage === 'open' ? 'circle.open' : 'circle.gathering')}</p>
          <Link href={`/m/${running.id}`} className={buttonClass('do')}>
            {text('circle.to_meeting')}
          </Link>
        </section>
      ) : canCall ? (
        <NewMeeting circle={circle} me={me} />
      ) : null}
      {past.length > 0 ? (
        <section>
          <h2>{text('circle.past')}</h2>
          <ul>
            {past.map(({ id, at }) => (
              <li key={id}>
                <a className={styles.minutes} href={`/api/meetings/${id}/minutes.html`}>
                  {text('circle.minutes_of', { day: dateIn(reader, at) })}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

function NewMeeting({ circle, me }: { circle: NonNullable<CircleState>; me: PersonId }) {
  const text = useText()
  const [, go] = useLocation()
  const [open, setOpen] = useState(false)
  const [items, setItems] = useState(() => circle.backlog.map(({ title }) => title).join('\n'))
  const [no, setNo] = useState<No | null>(null)
  const [tried, setTried] = useState(false)
  const wanted = itemsOf(items, circle.backlog)

  async function call(event: FormEvent): Promise<void> {
    event.preventDefault()
    setTried(true)
    if (wanted.length === 0) return
    const answer = await post<{ meeting: MeetingId }>('/api/meetings', { circle: circle.id, as: me, items: wanted })
    if (answer.ok) go(`/m/${answer.meeting}`)
    else setNo(answer)
  }

  if (!open) {
    return (
      <Button kind="do" onPress={() => setOpen(true)}>
        {text('circle.new_meeting')}
      </Button>
    )
  }
  return (
    <form className="stack" onSubmit={call}>
      <Field
        label={text('circle.items')}
        optional={text('circle.items_hint')}
        value={items}
        onChange={setItems}
        lines={4}
        words={false}
        error={tried && wanted.length === 0 ? text('circle.need_item') : undefined}
        autoFocus
      />
      <Wrong no={no} />
      <Button kind="do" submit>
        {text('circle.call')}
      </Button>
      <Button kind="text" onPress={() => setOpen(false)}>
        {text('common.cancel')}
      </Button>
    </form>
  )
}
