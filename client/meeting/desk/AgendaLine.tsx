import type { Item } from '../../../shared/meeting/types.ts'
import { useMeeting } from '../../live/hooks.ts'
import { useText } from '../../live/words/text.ts'
import { Line } from '../../ui/shown/Line.tsx'
import styles from './AgendaLine.module.css'

/** So many stops fit across a laptop; the ones around the present are shown. */
const MOST = 5

function around(items: readonly Item[], at: number): readonly Item[] {
  const from = Math.max(0, Math.min(at - 2, items.length - MOST))
  return items.slice(from, from + MOST)
}

function place(items: readonly Item[], shown: string | null): number {
  const open = items.findIndex((i) => i.stage === 'open')
  return open >= 0 ? open : items.findIndex((i) => i.id === shown)
}

function stateOf(item: Item, shown: string | null): 'gone' | 'here' | 'ahead' {
  if (item.stage === 'open') return 'here'
  if (item.stage === 'closed') return item.id === shown ? 'here' : 'gone'
  return 'ahead'
}

/** The agenda as a line of stops across the top. */
export function AgendaLine() {
  const { items, shown, stage } = useMeeting()
  const text = useText()
  if (items.length === 0 || stage !== 'open') return null
  const open = items.some((i) => i.stage === 'open')
  return (
    <Line
      across
      label={text('desk.agenda')}
      items={around(items, place(items, shown)).map((item) => ({
        id: item.id,
        state: stateOf(item, open ? null : shown),
        content: (
          <>
            <bdi className={styles.stop}>{item.title}</bdi>
            {item.stage === 'paused' ? <span className="quiet small">{text('desk.item_paused')}</span> : null}
          </>
        ),
      }))}
    />
  )
}

/** The agenda where there is no room for it: the item, and which of how many. */
export function Half() {
  const { items, shown, stage } = useMeeting()
  const text = useText()
  const at = place(items, shown)
  if (stage !== 'open' || at < 0) return null
  return (
    <>
      <b>
        <bdi>{items[at]?.title}</bdi>
      </b>{' '}
      <span className={styles.once}>{text('desk.which', { at: at + 1, of: items.length })}</span>
    </>
  )
}
