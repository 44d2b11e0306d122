import type { ReactNode } from 'react'
import styles from './Room.module.css'

export type RoomProps = { corner?: ReactNode; code?: ReactNode; children: ReactNode }

/** The screen on the wall: the matter in the middle, the item top left, the code top right, nothing to press. */
export function Room({ corner, code, children }: RoomProps) {
  return (
    <main className={styles.room}>
      {corner ? <div className={styles.corner}>{corner}</div> : null}
      {children}
      {code ? <div className={styles.code}>{code}</div> : null}
    </main>
  )
}
