import type { ReactNode } from 'react'
import styles from './Entry.module.css'

/** A line of a list: what it is at one end, whose it is or what can be done at the other. */
export function Entry({ children }: { children: ReactNode }) {
  return <li className={`row ${styles.entry}`}>{children}</li>
}
