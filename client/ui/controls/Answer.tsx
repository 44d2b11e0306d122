import type { ReactNode } from 'react'
import { classes } from '../classes.ts'
import { Sign } from '../shown/Sign.tsx'
import styles from './Answer.module.css'
import { KeyCap } from './Button.tsx'
import { notePress } from './rest.ts'

export type AnswerProps = {
  kind: 'consent' | 'objection' | 'not-ready' | 'plain'
  /** big: a person's own two answers. small: the third. desk: the facilitator's footer. */
  size?: 'big' | 'small' | 'desk'
  help?: ReactNode
  /** Whether it is the answer that stands; leave out where pressing leads on. */
  pressed?: boolean
  hotkey?: string
  resting?: boolean
  onPress: () => void
  children: ReactNode
}

const signSize = { big: '44px', small: '28px', desk: '32px' } as const

/** One tap is an answer. It counts when the finger is lifted on it; sliding off takes it back. */
export function Answer({ kind, size = 'big', help, pressed, hotkey, resting, onPress, children }: AnswerProps) {
  function press() {
    if (resting) return
    notePress()
    onPress()
  }
  return (
    <button
      type="button"
      className={classes(styles.answer, styles[kind], styles[size])}
      onClick={press}
      aria-pressed={pressed}
      aria-disabled={resting || undefined}
      aria-keyshortcuts={hotkey}
      data-hotkey={hotkey?.toLowerCase()}
    >
      {kind === 'plain' ? null : (
        <span className={styles.mark}>
          <Sign name={kind} size={signSize[size]} />
        </span>
      )}
      <span className={styles.label}>
        {children}
        {help ? <span className={styles.help}>{help}</span> : null}
      </span>
      {hotkey ? <KeyCap>{hotkey}</KeyCap> : null}
    </button>
  )
}
