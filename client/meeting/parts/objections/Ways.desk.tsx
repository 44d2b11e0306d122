import { useState } from 'react'
import type { Objection, Way } from '../../../../shared/parts/objections.ts'
import { useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Check } from '../../../ui/controls/Choice.tsx'
import { Dialog } from '../../../ui/frames/Dialog.tsx'
import type { Aim } from '../../aim.ts'
import { allWays } from './Deeper.desk.tsx'
import styles from './Ways.module.css'

const first: readonly Way[] = ['amend', 'shorten', 'measure']

export type WaysProps = {
  aim: Aim
  objections: readonly Objection[]
  /** A way was chosen: its field is wanted. */
  onChosen: (way: Way) => void
}

/** Three ways first, the others behind a word. A way chosen counts for every objection that is worked on. */
export function Ways({ aim, objections, onChosen }: WaysProps) {
  const send = useSend()
  const text = useText()
  const [open, show] = useState(false)
  const chosen = (way: Way) => objections.some((o) => o.ways.includes(way))
  function toggle(way: Way) {
    const on = !chosen(way)
    for (const { id, ways } of objections) {
      const now = on ? [...new Set([...ways, way])] : ways.filter((w) => w !== way)
      send({ type: 'objection.ways', ...aim, objection: id, ways: now })
    }
    if (on) onChosen(way)
  }
  return (
    <div className={styles.ways}>
      {first.map((way) => (
        <button key={way} type="button" className={styles.way} aria-pressed={chosen(way)} onClick={() => toggle(way)}>
          <b>{text(`way.${way}`)}</b>
          <span className="quiet small">{text(`way.${way}_help`)}</span>
        </button>
      ))}
      <Button kind="text" onPress={() => show(true)}>
        {text('desk.other_ways')}
      </Button>
      <Dialog open={open} title={text('desk.other_ways')} closeLabel={text('common.close')} onClose={() => show(false)}>
        <div className="stack">
          {allWays
            .filter((way) => !first.includes(way))
            .map((way) => (
              <Check key={way} label={text(`way.${way}`)} checked={chosen(way)} onChange={() => toggle(way)} />
            ))}
        </div>
      </Dialog>
    </div>
  )
}
