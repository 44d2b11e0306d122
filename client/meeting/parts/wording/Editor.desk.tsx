import type { FocusEvent, ReactNode } from 'react'
import { useState } from 'react'
import type { Item } from '../../../../shared/meeting/types.ts'
import { latest, sameFields, type Wording } from '../../../../shared/parts/wording.ts'
import { useMe } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Field } from '../../../ui/controls/Field.tsx'
import { useNamed } from '../../names.ts'
import { Chips } from './Chips.desk.tsx'
import { MoreFields } from './MoreFields.desk.tsx'
import type { Pen } from './pen.ts'
import styles from './wording.module.css'

export type EditorProps = {
  item: Item
  wording: Wording
  pen: Pen
  /** What is written here is the next version, changed or not yet. */
  next?: boolean
  /** Stands open from the start: measure and the rest. */
  open?: boolean
  children?: ReactNode
}

function Clash({ wording, pen }: { wording: Wording; pen: Pen }) {
  const text = useText()
  if (!pen.clash) return null
  return (
    <section className="stack" aria-label={text('desk.clash')}>
      <p>
        <b>{text('desk.clash')}</b>
      </p>
      <p className="words" dir="auto">
        {wording.draft.text}
      </p>
      <div className="acts">
        <Button onPress={pen.keepMine}>{text('desk.clash_mine')}</Button>
        <Button onPress={pen.takeTheirs}>{text('desk.clash_theirs')}</Button>
      </div>
    </section>
  )
}

/** One text and two chips already filled; the rest is folded. One pen writes, and whoever reads sees it when it rests. */
export function Editor({ item, wording, pen, next, open = false, children }: EditorProps) {
  const me = useMe()
  const text = useText()
  const named = useNamed()
  const [more, showMore] = useState(open)
  const last = latest(wording)
  const version = (last?.n ?? 0) + (last && !next && sameFields(last.fields, pen.fields) ? 0 : 1)
  const other = wording.pen !== null && wording.pen !== me ? wording.pen : null
  function left(event: FocusEvent<HTMLFieldSetElement>) {
    if (!event.currentTarget.contains(event.relatedTarget)) pen.leave()
  }
  return (
    <fieldset aria-label={item.title} className="form" onBlur={left}>
      {other ? (
        <p className="quietly">
          {text('desk.writing_now', { name: named(other) })}
          <Button kind="text" onPress={pen.take}>
            {text('desk.take_pen')}
          </Button>
        </p>
      ) : null}
      <div className={styles.edit}>
        <Field
          label={
            <span className="ends">
              <bdi>{item.title}</bdi> <span className="quiet">{text('desk.version', { n: version })}</span>
            </span>
          }
          lines={3}
          value={pen.fields.text}
          readOnly={other !== null}
          onFocus={pen.take}
          onChange={(words) => pen.change({ text: words })}
        />
      </div>
      <Clash wording={wording} pen={pen} />
      <Chips pen={pen} />
      {children}
      {more ? (
        <MoreFields pen={pen} />
      ) : (
        <p>
          <Button kind="text" onPress={() => showMore(true)}>
            {text('desk.more_fields')}
          </Button>
        </p>
      )}
    </fieldset>
  )
}
