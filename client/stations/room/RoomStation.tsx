import { useEffect, useState } from 'react'
import type { Millis } from '../../../shared/types.ts'
import { useConnection, useMeeting } from '../../live/hooks.ts'
import { usePageSurface } from '../../live/page/surface.ts'
import { keepLit } from '../../live/page/wakelock.ts'
import { useText } from '../../live/words/text.ts'
import { useJoin } from '../../meeting/join.ts'
import styles from './RoomStation.module.css'
import { RoomView } from './RoomView.tsx'

/** Seconds after which a silence is told. */
const QUIET = 5

/** Said only when it is old news, so that nobody trusts a picture that stands still. */
function Heard({ since }: { since: Millis }) {
  const text = useText()
  const [now, look] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => look(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const seconds = Math.round((now - since) / 1000)
  if (seconds < QUIET) return null
  return (
    <p className={styles.heard}>
      {seconds < 120
        ? text('room.heard', { seconds })
        : text('room.heard_minutes', { minutes: Math.round(seconds / 60) })}
    </p>
  )
}

/** The screen on the wall: it shows, comes back by itself, and asks nobody for anything. */
export function RoomStation() {
  const now = useMeeting()
  const { state, since } = useConnection()
  const join = useJoin(now.circle)
  usePageSurface('room')
  useEffect(() => {
    keepLit(true)
    return () => keepLit(false)
  }, [])
  return (
    <div className={styles.bare}>
      <RoomView now={now} join={join} />
      {state === 'live' ? null : <Heard since={since} />}
    </div>
  )
}
