import type { ReactNode } from 'react'
import { classes } from '../../ui/classes.ts'
import styles from './Page.module.css'

export type PageProps = { children: ReactNode; lay?: 'middle' | 'top' | 'spread' }

/** A page of words on the desk's stage, where there is no ring. */
export function Page({ lay = 'middle', children }: PageProps) {
  return <div className={classes(styles.page, lay !== 'middle' && styles[lay])}>{children}</div>
}
