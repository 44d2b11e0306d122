import styles from './Big.module.css'
import { classes } from './classes.ts'

/** Letters that stand in a line at full size; longer lines shrink, down to half. */
const FULL = 9

function longestWord(text: string): number {
  return Math.max(...text.split(/\s+/).map((word) => [...word].length))
}

export type BigProps = { as?: 'h1' | 'h2' | 'p'; size?: 'display' | 'title'; children: string }

/** The largest letters on a screen: a name, or the one thing that counts. A long name gets smaller, never cut. */
export function Big({ as: Tag = 'h1', size = 'display', children }: BigProps) {
  const longest = longestWord(children)
  const fit = Math.max(0.5, Math.min(1, FULL / longest))
  const style: Record<string, string> | undefined = fit < 1 ? { '--fit': fit.toFixed(2) } : undefined
  return (
    <Tag className={classes(styles.big, styles[size])} style={style}>
      <bdi>{children}</bdi>
    </Tag>
  )
}
