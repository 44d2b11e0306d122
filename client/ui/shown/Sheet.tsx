import type { ReactNode } from 'react'
import { classes } from '../classes.ts'
import styles from './Sheet.module.css'

export type SheetProps = {
  /** What the sheet is, for screen readers. */
  label?: string
  left?: ReactNode
  right?: ReactNode
  /** Steps down one size so that what is to be pressed stays in view; by itself for strings over 100 characters. */
  long?: boolean
  /** Words that no longer hold. */
  old?: boolean
  /** The app's own words, under a line. */
  foot?: ReactNode
  lang?: string
  children: ReactNode
}

/** The circle's own words, on paper. */
export function Sheet({ label, left, right, long, old, foot, lang, children }: SheetProps) {
  const isLong = long ?? (typeof children === 'string' && children.length > 100)
  return (
    <section className={classes(styles.sheet, isLong && styles.long, old && styles.old)} aria-label={label}>
      {left || right ? (
        <div className={styles.head}>
          <span>{left}</span>
          <span>{right}</span>
        </div>
      ) : null}
      <div className={styles.words} dir="auto" lang={lang}>
        {children}
      </div>
      {foot ? <div className={styles.foot}>{foot}</div> : null}
    </section>
  )
}
