import { useConnection, useMe, useMeeting, useName } from '../../live/hooks.ts'
import { useText } from '../../live/words/text.ts'
import { ringOf } from '../../meeting/seats.ts'
import { Ring } from '../../ui/ring/Ring.tsx'
import styles from './lobby.module.css'

/** Seats fill as people come. */
export function LobbyRing() {
  const text = useText()
  const name = useName()
  const me = useMe()
  const { seats } = useMeeting()
  const { state } = useConnection()
  const here = seats.filter((seat) => seat.attendance === 'present').length
  const ring = ringOf(seats, null, { surface: 'phone', me, name, text })
  return (
    <Ring surface="phone" label={text('lobby.seats')} {...ring} old={state !== 'live'}>
      <p className={styles.count}>{text('lobby.count', { here, all: seats.length })}</p>
      <p>{text('lobby.count_are', { here })}</p>
    </Ring>
  )
}
