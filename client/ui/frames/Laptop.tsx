import type { ReactNode } from 'react'
import { classes } from '../classes.ts'
import styles from './Laptop.module.css'

export type LaptopProps = {
  left?: ReactNode
  /** A `Line` across; gives way to `half` on half a laptop. */
  agenda?: ReactNode
  half?: ReactNode
  right?: ReactNode
  /** A line of its own under the top, such as a `Bar`. */
  bar?: ReactNode
  side?: ReactNode
  /** A `Deck`. */
  deck?: ReactNode
  /** The stage: a `Ring` in it takes all the room there is. */
  children: ReactNode
}

/** Two columns, what to say top right, what comes next bottom right; one column under 1024 pixels. */
export function Laptop({ left, agenda, half, right, bar, side, deck, children }: LaptopProps) {
  return (
    <div className={styles.laptop}>
      <header>
        <div className={styles.top}>
          <div className={styles.left}>
            {left} {half ? <span className={classes(styles.half, 'quiet')}>{half}</span> : null}
          </div>
          <div className={styles.agenda}>{agenda}</div>
          <div className={styles.right}>{right}</div>
        </div>
        {bar}
      </header>
      <div className={classes(styles.columns, !side && styles.alone)}>
        <main className={styles.stage}>{children}</main>
        {side ? <aside className={styles.side}>{side}</aside> : null}
      </div>
      {deck}
    </div>
  )
}

/** The last thing done on the left, with its undo; controls on the right, the one that leads on (`last`) at the end. */
export function Deck({ said, last, children }: { said?: ReactNode; last?: ReactNode; children?: ReactNode }) {
  return (
    <footer className={styles.deck}>
      <div className={styles.said}>{said}</div>
      {children}
      {last ? <div className={styles.last}>{last}</div> : null}
    </footer>
  )
}

/** Two answers of the same weight, side by side. */
export function Two({ children }: { children: ReactNode }) {
  return <div className={styles.two}>{children}</div>
}

/** A sentence to read aloud. */
export function Say({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.say}>
      <h2>{label}</h2>
      <p>{children}</p>
    </section>
  )
}
