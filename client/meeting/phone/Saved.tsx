import type { ReactNode } from 'react'
import type { AnyCommand } from '../../../shared/protocol.ts'
import { usePending } from '../../live/hooks.ts'
import { Sending } from '../../live/sending/Sending.tsx'
import { useText } from '../../live/words/text.ts'
import { Sign } from '../../ui/shown/Sign.tsx'
import styles from './Saved.module.css'

export interface SavedProps {
  /** Which of my commands this line is about. */
  readonly of: (command: AnyCommand) => boolean
  /** In place of "Saved." */
  readonly words?: ReactNode
  /** What the rules still allow, once it has arrived. */
  readonly children?: ReactNode
}

/** On its way, not sent yet, or saved; what can be done about it only when it is. */
export function Saved({ of, words, children }: SavedProps) {
  const text = useText()
  const pending = usePending().some(of)
  if (pending) {
    return (
      <div className={`sides ${styles.saved}`}>
        <Sending of={of} />
      </div>
    )
  }
  return (
    <div className={`sides ${styles.saved}`}>
      <p className={styles.words}>
        <Sign name="saved" size="20px" />
        <span>{words ?? text('my.saved')}</span>
      </p>
      {children}
    </div>
  )
}
