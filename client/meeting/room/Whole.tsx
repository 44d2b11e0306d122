import type { ReactNode } from 'react'
import { Title } from './Letters.tsx'
import { Pages } from './Pages.tsx'
import styles from './Whole.module.css'

export interface PaperProps {
  /** Over the words: which version they are. */
  readonly head?: ReactNode
  readonly headEnd?: ReactNode
  /** How many signs are to be read. */
  readonly signs: number
  readonly children: ReactNode
}

/** Words on a sheet, as large as fit, in pages if they must. */
export function Paper({ head, headEnd, signs, children }: PaperProps) {
  return (
    <section className={styles.sheet}>
      {head || headEnd ? (
        <p className={styles.head}>
          <b>{head}</b>
          <span>{headEnd}</span>
        </p>
      ) : null}
      <Pages signs={signs}>{children}</Pages>
    </section>
  )
}

export interface WholeProps extends PaperProps {
  /** Over the sheet, large. */
  readonly title?: string
  /** Under a line at the foot: the question, who is next. */
  readonly foot?: ReactNode
}

/** Words that need the whole screen. */
export function Whole({ title, foot, ...paper }: WholeProps) {
  return (
    <div className={styles.whole}>
      {title ? <Title>{title}</Title> : null}
      <Paper {...paper} />
      {foot ? <div className={styles.foot}>{foot}</div> : null}
    </div>
  )
}

/** The whole screen in two columns over one line. */
export function Columns({ foot, children }: { foot?: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.columns}>
      {children}
      {foot ? <p className={styles.foot}>{foot}</p> : null}
    </div>
  )
}
