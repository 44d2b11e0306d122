import type { ReactNode } from 'react'
import { classes } from '../classes.ts'
import styles from './Phone.module.css'

export type FootItem = { id: string; label: ReactNode; current?: boolean; href?: string; onPress?: () => void }

export type PhoneProps = {
  over?: ReactNode
  /** The h1 of the screen, unless `band` brings it. */
  title?: ReactNode
  menu?: ReactNode
  /** A `Band`, in place of the top. */
  band?: ReactNode
  /** The band is `tall`: it takes the room, and only `act` stands under it. */
  tall?: boolean
  /** A `Bar` under the top. */
  bar?: ReactNode
  /** What there is to do, at the bottom within reach of a thumb. */
  act?: ReactNode
  /** Gives way while there is something to do. */
  foot?: readonly FootItem[]
  footLabel?: string
  children?: ReactNode
}

function Foot({ items, label }: { items: readonly FootItem[]; label?: string }) {
  return (
    <nav className={styles.foot} aria-label={label}>
      {items.map(({ id, label: words, current, href, onPress }) =>
        href ? (
          <a key={id} href={href} aria-current={current ? 'page' : undefined}>
            {words}
          </a>
        ) : (
          <button key={id} type="button" onClick={onPress} aria-current={current ? 'page' : undefined}>
            {words}
          </button>
        ),
      )}
    </nav>
  )
}

/** One hand, one column: what is going on on top, what there is to do at the bottom. */
export function Phone({ over, title, menu, band, tall, bar, act, foot, footLabel, children }: PhoneProps) {
  return (
    <div className={styles.phone}>
      {band ? (
        <div className={tall ? styles.tall : styles.band}>{band}</div>
      ) : (
        <header>
          <div className={styles.top}>
            {over ? <p className={styles.over}>{over}</p> : null}
            {title ? <h1 className={styles.title}>{title}</h1> : null}
            <div className={styles.menu}>{menu}</div>
          </div>
          {bar}
        </header>
      )}
      <main className={tall ? styles.under : styles.main}>
        {band && bar ? <div className={styles.bar}>{bar}</div> : null}
        {children}
        {act ? <div className={classes(styles.act, !tall && !foot && styles.reach)}>{act}</div> : null}
      </main>
      {foot ? <Foot items={foot} label={footLabel} /> : null}
    </div>
  )
}
