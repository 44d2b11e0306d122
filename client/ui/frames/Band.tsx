import type { ReactNode } from 'react'
import { classes } from '../classes.ts'
import styles from './Band.module.css'

export type BandProps = {
  title: ReactNode
  over?: ReactNode
  menu?: ReactNode
  /** Fills what is left of the screen; its children stand in the gold, the last `.push` of them at its foot. */
  tall?: boolean
  children?: ReactNode
}

/** Gold from edge to edge: it is your turn. One on a screen, and nothing else there is gold. */
export function Band({ title, over, menu, tall, children }: BandProps) {
  return (
    <header className={classes(styles.band, tall && styles.tall)}>
      <div className={styles.head}>
        <div className={styles.over}>{over}</div>
        <div className={styles.menu}>{menu}</div>
      </div>
      {tall ? (
        <div className={styles.matter}>
          <h1>{title}</h1>
          <div className={styles.under}>{children}</div>
        </div>
      ) : (
        <>
          <h1>{title}</h1>
          {children}
        </>
      )}
    </header>
  )
}
