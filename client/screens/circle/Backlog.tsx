import { useState } from 'react'
import type { CircleState } from '../../../shared/circle/types.ts'
import { useSend } from '../../live/hooks.ts'
import { isolated, usePhrase, useText } from '../../live/words/text.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Field } from '../../ui/controls/Field.tsx'
import styles from './Backlog.module.css'
import { Entry } from './Entry.tsx'

/** What waits for a later meeting: put off, not reached, or thought of in between. */
export function Backlog({ circle, canEdit }: { circle: NonNullable<CircleState>; canEdit: boolean }) {
  const text = useText()
  const send = useSend()
  const phrase = usePhrase()
  const [title, setTitle] = useState('')

  async function add(): Promise<void> {
    if (title.trim() === '') return
    const answer = await send({ type: 'backlog.add', title: title.trim() })
    if (answer.ok) setTitle('')
  }

  return (
    <section>
      <h2>{text('circle.backlog')}</h2>
      {circle.backlog.length === 0 ? <p className="quiet">{text('circle.backlog_none')}</p> : null}
      <ul className="rows">
        {circle.backlog.map(({ id, title: waiting, next }) => (
          <Entry key={id}>
            <span>
              <span dir="auto">{waiting}</span>
              {next?.when ? (
                <span className="quiet small" dir="auto">
                  {' '}
                  {phrase(next.when)}
                </span>
              ) : null}
            </span>
            {canEdit ? (
              <Button
                kind="text"
                aria-label={text('circle.backlog_remove', { title: isolated(waiting) })}
                onPress={() => send({ type: 'backlog.remove', id })}
              >
                {text('circle.remove')}
              </Button>
            ) : null}
          </Entry>
        ))}
      </ul>
      {canEdit ? (
        <div className={styles.add}>
          <Field label={text('circle.backlog_add')} value={title} onChange={setTitle} maxLength={120} onEnter={add} />
          <Button onPress={add}>{text('circle.backlog_put')}</Button>
        </div>
      ) : null}
    </section>
  )
}
