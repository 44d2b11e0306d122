import { useEffect } from 'react'
import type { AnyCommand } from '../../../shared/protocol.ts'
import { useAnnounce } from '../../ui/Announcer.tsx'
import { Sign } from '../../ui/shown/Sign.tsx'
import { useText } from '../words/text.ts'
import styles from './sending.module.css'
import { useSending } from './ways.ts'

/** Beside the thing itself: on its way, or not sent yet. Nothing while all is well. */
export function Sending({ of }: { of: (command: AnyCommand) => boolean }) {
  const text = useText()
  const announce = useAnnounce()
  const state = useSending(of)
  useEffect(() => {
    if (state === 'unsent') announce(text('live.unsent'), { urgent: true, topic: 'sending' })
  }, [state, announce, text])
  if (state === 'no') return null
  if (state === 'sending') {
    return (
      <p className={styles.sending}>
        <span className={styles.dot} aria-hidden="true" />
        {text('live.sending')}
      </p>
    )
  }
  return (
    <p className={styles.sending}>
      <Sign name="unsent" size="24px" />
      <span>
        <b>{text('live.unsent')}</b> {text('live.unsent_more')}
      </span>
    </p>
  )
}
