import type { ReactNode } from 'react'
import { Pages } from './Pages.tsx'
import styles from './room.module.css'

export interface WholeProps {
  /** Over the sheet, large. */
  readonly title?: string
  /** Over the words: which version they are. */
  readonly head?: ReactNode
  readonly headEnd?: ReactNode
  /** How many signs are to be read. */
  readonly signs: number
  /** Under a line at the foot: the question, who is next. */
  readonly foot?: ReactNode
  readonly children: ReactNode
}

/** Words that need the whole screen: on a sheet, as large as fit, in pages if they must. */
export function Whole({ title, head, headEnd, signs, foot, children }: WholeProps) {
  return (
    <div className={styles.whole}>
      {title ? <h1 className={styles.title}>{title}</h1> : null}
      <section className={styles.sheet}>
        {head || headEnd ? (
          <p className={styles.head}>
            <b>{head}</b>
            <span>{headEnd}</span>
          </p>
        ) : null}
        <Pages signs={signs}>{children}</Pages>
      </section>
      {foot ? <div className={styles.foot}>{foot}</div> : null}
    </div>
  )
}
