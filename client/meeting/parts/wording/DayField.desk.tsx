import { useId } from 'react'
import type { Day } from '../../../../shared/types.ts'
import styles from './wording.module.css'

export type DayFieldProps = { label: string; value: Day | null; onChange: (day: Day | null) => void }

/** A calendar day, by the browser's own means. */
export function DayField({ label, value, onChange }: DayFieldProps) {
  const id = useId()
  return (
    <p className={styles.day}>
      <label htmlFor={id}>{label}</label>
      <input id={id} type="date" value={value ?? ''} onChange={(event) => onChange(event.target.value || null)} />
    </p>
  )
}
