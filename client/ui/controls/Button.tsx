import type { ComponentProps, ReactNode } from 'react'
import { classes } from '../classes.ts'
import styles from './Button.module.css'
import { notePress } from './rest.ts'

export type ButtonKind = 'do' | 'plain' | 'text' | 'menu'

export type ButtonProps = Omit<ComponentProps<'button'>, 'type' | 'disabled' | 'onClick'> & {
  /** `do` is the one filled button of a screen. */
  kind?: ButtonKind
  /** The single key that presses it, drawn as a key cap. */
  hotkey?: string
  /** The key works without being drawn: for controls that shall stay quiet. */
  capless?: boolean
  /** It has just appeared or just changed its name: presses are ignored, focus stays. */
  resting?: boolean
  /** It sends the form around it. */
  submit?: boolean
  onPress?: () => void
}

/** A link that looks like a button. */
export function buttonClass(kind: ButtonKind): string {
  return styles[kind] ?? ''
}

/** The cap of a key, for the eyes; `aria-keyshortcuts` tells the ears. */
export function KeyCap({ children }: { children: ReactNode }) {
  return (
    <span className={styles.key} aria-hidden="true">
      {children}
    </span>
  )
}

/** There is no disabled button: while something cannot be done, words stand in its place. */
export function Button({
  kind = 'plain',
  hotkey,
  capless,
  resting,
  submit,
  onPress,
  className,
  children,
  ...rest
}: ButtonProps) {
  function press(event: { preventDefault: () => void }) {
    if (resting) return event.preventDefault()
    notePress()
    onPress?.()
  }
  return (
    <button
      {...rest}
      type={submit ? 'submit' : 'button'}
      className={classes(styles[kind], className)}
      onClick={press}
      aria-disabled={resting || undefined}
      aria-keyshortcuts={hotkey}
      data-hotkey={hotkey?.toLowerCase()}
    >
      {children}
      {hotkey && !capless ? <KeyCap>{hotkey}</KeyCap> : null}
    </button>
  )
}
