import type { ReactNode } from 'react'
import { classes } from '../../ui/classes.ts'
import styles from './Letters.module.css'

export interface LettersProps {
  /** For the circle's words. The app's sentences keep their direction, whatever name they begin with. */
  readonly dir?: 'auto'
  readonly children: ReactNode
}

/** What it is about, or what has come of it. */
export function Title({ dir, children }: LettersProps) {
  return (
    <h1 className={styles.title} dir={dir}>
      {children}
    </h1>
  )
}

export interface WordsProps {
  readonly as?: 'h1' | 'p' | 'ul'
  /** They begin at one edge, as on paper. */
  readonly start?: boolean
  readonly children: ReactNode
}

/** The circle's own words, as large as their place allows. */
export function Words({ as: Tag = 'p', start, children }: WordsProps) {
  return (
    <Tag className={classes(styles.words, start && styles.start)} dir="auto">
      {children}
    </Tag>
  )
}

/** What is asked, or what comes next. */
export function Prompt({ dir, children }: LettersProps) {
  return (
    <p className={styles.prompt} dir={dir}>
      {children}
    </p>
  )
}

/** What belongs to the words. */
export function Detail({ dir, children }: LettersProps) {
  return (
    <p className={styles.detail} dir={dir}>
      {children}
    </p>
  )
}
