import type { ReactNode } from 'react'
import styles from './Large.module.css'

/** What is said to everyone stands in the middle of the screen. */
export function Middle({ children }: { children: ReactNode }) {
  return <div className={styles.middle}>{children}</div>
}

/** The sentence that counts; a long one in smaller letters. */
export function Large({ long, children }: { long?: boolean; children: string }) {
  return <p className={long ? styles.long : styles.large}>{children}</p>
}
