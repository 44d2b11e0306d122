import type { CSSProperties, ReactNode } from 'react'
import { classes } from '../classes.ts'
import styles from './Line.module.css'

export type LineItem = {
  id: string
  /** now: whose turn it is, gold. here: where the line has come to, not gold. */
  state?: 'gone' | 'here' | 'now' | 'next' | 'ahead'
  me?: boolean
  content: ReactNode
}

export type LineProps = {
  label: string
  items: readonly LineItem[]
  across?: boolean
  columns?: 1 | 2
  /** Height of one stop in pixels. */
  stop?: number
}

const step = { here: 'step', now: 'true' } as const

/** The ring cut open: the same line as a list. */
export function Line({ label, items, across, columns = 1, stop = 44 }: LineProps) {
  const rows = Math.ceil(items.length / columns)
  const grid: CSSProperties & Record<'--stop-height', string> = { '--stop-height': `${stop}px` }
  if (columns > 1) Object.assign(grid, { gridTemplateRows: `repeat(${rows}, auto)`, gridAutoFlow: 'column' })
  return (
    <ol className={classes(styles.line, across && styles.across)} style={across ? undefined : grid} aria-label={label}>
      {items.map(({ id, state = 'ahead', me, content }, index) => (
        <li
          key={id}
          className={classes(
            styles.item,
            styles[state],
            me && styles.me,
            index % rows === 0 && styles.first,
            (index % rows === rows - 1 || index === items.length - 1) && styles.last,
            items.length === 1 && styles.only,
          )}
          aria-current={state === 'here' || state === 'now' ? step[state] : undefined}
        >
          <span className={styles.stop} aria-hidden="true" />
          <span className={styles.words}>{content}</span>
        </li>
      ))}
    </ol>
  )
}
