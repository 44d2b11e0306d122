import '../../live/words/room.ts'
import type { ReactNode } from 'react'
import { useMeeting } from '../../live/hooks.ts'
import { usePageSurface } from '../../live/page/surface.ts'
import { useText } from '../../live/words/text.ts'
import { useOpen } from '../../meeting/desk/open.ts'
import { useJoin } from '../../meeting/join.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { RoomView } from '../room/RoomView.tsx'
import styles from './RoomOver.module.css'

/** The room's picture over a strip with the main control only; nothing private is on it. */
export function RoomOver({ act, children }: { act?: ReactNode; children: ReactNode }) {
  const now = useMeeting()
  const text = useText()
  const join = useJoin(now.circle)
  const { showRoom } = useOpen()
  usePageSurface('room')
  return (
    <div className={styles.over}>
      <div className={styles.picture}>
        <RoomView now={now} join={join} />
      </div>
      <footer className={styles.strip}>
        {act ? <span className={styles.first}>{act}</span> : null}
        <Button hotkey="R" onPress={() => showRoom(false)}>
          {text('desk.room_off')}
        </Button>
        {children}
      </footer>
    </div>
  )
}
