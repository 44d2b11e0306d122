import { keyed } from '../keys.ts'
import styles from './Steps.module.css'

/** Where in the course of things we are, in a row of words. */
export function Steps({ label, items, current }: { label: string; items: readonly string[]; current: number }) {
  return (
    <ol className={styles.steps} aria-label={label}>
      {keyed(items, String).map(({ key, item }, index) => (
        <li key={key} aria-current={index === current ? 'step' : undefined}>
          {item}
        </li>
      ))}
    </ol>
  )
}
