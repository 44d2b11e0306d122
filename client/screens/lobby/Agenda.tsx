import { useMeeting } from '../../live/hooks.ts'
import { useText } from '../../live/words/text.ts'
import { Line } from '../../ui/shown/Line.tsx'
import styles from './lobby.module.css'

const states = { planned: 'ahead', open: 'here', paused: 'ahead', closed: 'gone' } as const

/** What the meeting is about, in its order. */
export function Agenda() {
  const text = useText()
  const { items } = useMeeting()
  if (items.length === 0) return null
  return (
    <Line
      label={text('lobby.agenda')}
      stop={38}
      items={items.map(({ id, title, kind, stage }) => ({
        id,
        state: states[stage],
        content: (
          <span className={styles.item}>
            <span dir="auto">{title}</span> <span className="quiet">{text(`lobby.${kind}`)}</span>
          </span>
        ),
      }))}
    />
  )
}
