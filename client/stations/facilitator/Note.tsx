import { useEffect, useRef, useState } from 'react'
import { openItem } from '../../../shared/meeting/around.ts'
import { useMe, useMeeting, useSend } from '../../live/hooks.ts'
import { useText } from '../../live/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import styles from './facilitator.module.css'
import { useNamed } from './names.ts'

const REST = 2000

/** A sentence for the minutes of the item on the screen, or of the meeting: one pen, written when it rests. */
export function Note() {
  const now = useMeeting()
  const me = useMe()
  const send = useSend()
  const text = useText()
  const named = useNamed()
  const block = openItem(now)?.id ?? now.shown ?? 'meeting'
  const stands = now.blocks[block]
  const [words, write] = useState<string | null>(null)
  const other = now.pen?.block === block && now.pen.person !== me ? now.pen.person : null
  const keep = useRef(() => {})
  keep.current = () => {
    if (words === null || words === (stands?.text ?? '')) return
    send({ type: 'block.write', block, text: words, over: stands?.seq ?? 0 }).then((answer) => {
      if (answer.ok) write((held) => (held === words ? null : held))
    })
  }
  useEffect(() => {
    if (words === null) return
    const timer = setTimeout(() => keep.current(), REST)
    return () => clearTimeout(timer)
  }, [words])
  useEffect(() => () => keep.current(), [])
  function leave() {
    keep.current()
    send({ type: 'pen.leave' })
  }
  return (
    <div className="stack">
      {other ? (
        <p className={styles.quietly}>
          {text('desk.writing_now', { name: named(other) })}
          <Button kind="text" onPress={() => send({ type: 'pen.take', block })}>
            {text('desk.take_pen')}
          </Button>
        </p>
      ) : null}
      <Field
        label={text('desk.notes')}
        hint={text('desk.notes_hint')}
        lines={4}
        value={words ?? stands?.text ?? ''}
        readOnly={other !== null}
        onFocus={() => other === null && send({ type: 'pen.take', block })}
        onChange={write}
        onBlur={leave}
      />
    </div>
  )
}
