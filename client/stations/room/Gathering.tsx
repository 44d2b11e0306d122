import type { Now } from '../../../shared/meeting/types.ts'
import { useName } from '../../live/hooks.ts'
import { useText } from '../../live/words/text.ts'
import { useNamed } from '../../meeting/names.ts'
import { useRoom } from '../../meeting/room/context.ts'
import { RoomFrame } from '../../meeting/room/RoomFrame.tsx'
import { ringOf } from '../../meeting/seats.ts'
import { isMany } from '../../ui/ring/geometry.ts'
import { Ring } from '../../ui/ring/Ring.tsx'
import { Qr } from '../../ui/shown/Qr.tsx'
import styles from './Gathering.module.css'

/** People come in: the code, and seats that fill. An empty seat has no name, so that nobody is waited for aloud. */
export function Gathering({ now }: { now: Now }) {
  const text = useText()
  const name = useName()
  const named = useNamed()
  const { code, old } = useRoom()
  const { seats } = ringOf(now.seats, null, { surface: 'room', me: null, name, text })
  const unnamed = seats.map((seat) => (seat.state === 'empty' ? { ...seat, label: '', mark: '' } : seat))
  return (
    <RoomFrame title={isMany(seats.length) ? '' : now.name} bare>
      <Ring surface="room" label={text('room.seats')} seats={unnamed} old={old}>
        <div className={styles.gather}>
          {code ? <Qr matrix={code} label={text('room.code')} size="38vh" /> : null}
          <div>
            {code ? (
              <h1 className={styles.scan}>
                <span>{text('room.scan')}</span> <span>{text('room.tap')}</span>
              </h1>
            ) : (
              <h1 className={styles.scan} dir="auto">
                {now.name}
              </h1>
            )}
            <p className={styles.help}>
              {now.facilitator ? text('room.no_phone', { who: named(now.facilitator) }) : text('room.no_phone_nobody')}
            </p>
          </div>
        </div>
      </Ring>
    </RoomFrame>
  )
}
