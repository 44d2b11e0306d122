import type { ReactNode } from 'react'
import styles from './Bar.module.css'

/** One quiet line across the screen, about the screen itself. */
export function Bar({ children }: { children: ReactNode }) {
  return <div className={styles.bar}>{children}</div>
}
