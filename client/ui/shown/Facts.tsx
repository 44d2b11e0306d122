import type { ReactNode } from 'react'
import styles from './Facts.module.css'

/** Short facts, each under its word. */
export function Facts({ items }: { items: readonly { id: string; term: ReactNode; detail: ReactNode }[] }) {
  return (
    <dl className={styles.facts}>
      {items.map(({ id, term, detail }) => (
        <div className={styles.fact} key={id}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  )
}
