import type { ReactNode } from 'react'
import { useId, useState } from 'react'
import { classes } from '../classes.ts'
import { Hidden } from '../Hidden.tsx'
import styles from './Choice.module.css'

export type Option = { value: string; label: ReactNode; help?: ReactNode; wide?: boolean }

export type ChoiceProps = {
  legend: ReactNode
  hideLegend?: boolean
  options: readonly Option[]
  value: string | null
  onChange: (value: string) => void
  look?: 'chips' | 'rows'
  name?: string
}

/** One of several, as real radio buttons: arrows move, a tap chooses. */
export function Choice({ legend, hideLegend, options, value, onChange, look = 'rows', name }: ChoiceProps) {
  const made = useId()
  const [byKey, setByKey] = useState(false)
  return (
    <fieldset onKeyUp={() => setByKey(true)} onPointerDown={() => setByKey(false)}>
      <legend className={styles.legend}>{hideLegend ? <Hidden>{legend}</Hidden> : legend}</legend>
      <div className={styles[look]}>
        {options.map((option) => (
          <label
            key={option.value}
            className={classes(
              styles.option,
              byKey && styles.seen,
              option.wide && styles.wide,
              option.value === value && styles.chosen,
            )}
          >
            <input
              type="radio"
              name={name ?? made}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.help ? <span className={styles.help}>{option.help}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

export type CheckProps = { label: ReactNode; help?: ReactNode; checked: boolean; onChange: (on: boolean) => void }

/** One thing, on or off, as a real checkbox. */
export function Check({ label, help, checked, onChange }: CheckProps) {
  return (
    <label className={styles.option}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {label}
        {help ? <span className={styles.help}>{help}</span> : null}
      </span>
    </label>
  )
}
