import { classes } from '../classes.ts'
import styles from './Big.module.css'

/** The longest word decides how large the letters can be in their place. */
function longestWord(text: string): number {
  return Math.max(1, ...text.split(/[\s-]+/).map((word) => [...word].length))
}

export type BigProps = { as?: 'h1' | 'h2' | 'p'; size?: 'display' | 'title'; children: string }

/** The largest letters on a screen: a name, or the one thing that counts. A long name gets smaller, never cut. */
export function Big({ as: Tag = 'h1', size = 'display', children }: BigProps) {
  const style: Record<string, string> = { '--longest': `${longestWord(children)}` }
  return (
    <Tag className={classes(styles.big, styles[size])} style={style}>
      <bdi>{children}</bdi>
    </Tag>
  )
}
