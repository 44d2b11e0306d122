import type { HTMLInputAutoCompleteAttribute, KeyboardEvent, ReactNode, Ref } from 'react'
import { useId, useLayoutEffect, useRef } from 'react'
import { classes } from '../classes.ts'
import styles from './Field.module.css'

export type FieldProps = {
  label: ReactNode
  value: string
  onChange: (text: string) => void
  /** Said beside the label, as in "if you like". */
  optional?: ReactNode
  hint?: ReactNode
  error?: ReactNode
  /** One line is an input; more grow with what is written. */
  lines?: number
  /** Set in the circle's own letters; by itself when there are several lines. */
  words?: boolean
  /** Enter, in a field of one line. In several lines it makes a new one. */
  onEnter?: () => void
  onFocus?: () => void
  onBlur?: () => void
  id?: string
  name?: string
  lang?: string
  maxLength?: number
  placeholder?: string
  readOnly?: boolean
  autoFocus?: boolean
  autoComplete?: HTMLInputAutoCompleteAttribute
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email'
  inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>
}

function grow(area: HTMLTextAreaElement | null): void {
  if (!area) return
  area.style.blockSize = 'auto'
  const borders = area.offsetHeight - area.clientHeight
  if (area.scrollHeight > 0) area.style.blockSize = `${area.scrollHeight + borders}px`
}

/** A label, a place to write, and what helps. It stands in the flow, so the keyboard never covers it. */
export function Field({ label, value, onChange, optional, hint, error, lines = 1, onEnter, ...rest }: FieldProps) {
  const made = useId()
  const { id = made, words = lines > 1, inputRef, ...input } = rest
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => grow(box.current?.querySelector('textarea') ?? null))
  const shared = {
    ...input,
    id,
    value,
    dir: 'auto',
    className: classes(styles.input, words && styles.words),
    'aria-describedby': classes(hint ? `${id}-hint` : null, error ? `${id}-error` : null) || undefined,
    'aria-invalid': error ? true : undefined,
  } as const
  function enter(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !onEnter) return
    event.preventDefault()
    onEnter()
  }
  return (
    <div className={styles.field} ref={box}>
      <label className={styles.label} htmlFor={id}>
        {label} {optional ? <span className={styles.optional}>{optional}</span> : null}
      </label>
      {hint ? (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {lines > 1 ? (
        <textarea {...shared} ref={inputRef} rows={lines} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input
          type="text"
          {...shared}
          ref={inputRef}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={enter}
          enterKeyHint={onEnter ? 'send' : undefined}
        />
      )}
      {error ? (
        <p className={styles.error} id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  )
}
