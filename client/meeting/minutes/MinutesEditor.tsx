import '../../live/words/record.ts'
import type { ItemId } from '../../../shared/types.ts'
import { useHere, useMe, useMeeting } from '../../live/hooks.ts'
import { useText } from '../../live/words/text.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Field } from '../../ui/controls/Field.tsx'
import styles from './minutes.module.css'
import { usePen } from './pen.ts'
import { useWriter } from './writer.ts'

interface MinutesEditorProps {
  /** Null writes about the whole meeting. */
  readonly item: ItemId | null
  readonly onDone?: () => void
}

/** One block of the minutes and its one pen: written when the writer rests, seen by everyone then. */
export function MinutesEditor({ item, onDone }: MinutesEditorProps) {
  const block = item ?? 'meeting'
  const now = useMeeting()
  const me = useMe()
  const text = useText()
  const here = useHere()
  const writer = useWriter()
  const pen = usePen(block)
  const other = now.pen?.block === block && now.pen.person !== me ? now.pen.person : null
  if (other !== null) {
    const isGone = here?.lights?.[other] !== undefined && here.lights[other] !== 'live'
    return (
      <div className={styles.editor}>
        {pen.stands ? (
          <p className={styles.paragraph} dir="auto">
            {pen.stands}
          </p>
        ) : null}
        <p className="quiet">{text(isGone ? 'record.left_pen' : 'record.writes', { who: writer.name(other) })}</p>
        {isGone ? <Button onPress={pen.take}>{text('record.take_pen')}</Button> : null}
      </div>
    )
  }
  return (
    <div className={styles.editor}>
      <Field
        label={text('record.field')}
        hint={text('record.field_hint')}
        value={pen.text}
        onChange={pen.write}
        onFocus={pen.take}
        onBlur={pen.leave}
        lines={3}
      />
      {pen.clash ? (
        <div className={styles.editor}>
          <p>{text(pen.stands ? 'record.clash' : 'record.clash_empty', { who: writer.name(pen.clash) })}</p>
          {pen.stands ? (
            <p className={styles.words} dir="auto">
              {pen.stands}
            </p>
          ) : null}
          <div className="pair">
            <Button onPress={pen.keepMine}>{text('record.keep_mine')}</Button>
            <Button onPress={pen.takeTheirs}>{text('record.take_theirs')}</Button>
          </div>
        </div>
      ) : null}
      <div className={styles.state}>
        <span>{pen.state === 'none' ? '' : text(`record.${pen.state}`)}</span>
        {onDone ? (
          <Button kind="text" onPress={onDone}>
            {text('record.done')}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
