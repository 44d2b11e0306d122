import type { ReactNode } from 'react'
import { useText } from '../../live/words/text.ts'
import { Room } from '../../ui/frames/Room.tsx'
import { Qr } from '../../ui/shown/Qr.tsx'
import { useRoom } from './context.ts'
import styles from './RoomFrame.module.css'

export interface RoomFrameProps {
  /** Of the item; top left. */
  readonly title?: string
  readonly under?: ReactNode
  /** The picture needs its corners: many seats, or the code stands large in the middle. */
  readonly bare?: boolean
  readonly children: ReactNode
}

/** The matter in the middle, what it is about top left, the way in top right. */
export function RoomFrame({ title, under, bare, children }: RoomFrameProps) {
  const text = useText()
  const { code } = useRoom()
  const corner = title ? (
    <div className={styles.corner}>
      <bdi className={styles.item}>{title}</bdi>
      {under ? <div>{under}</div> : null}
    </div>
  ) : null
  return (
    <Room corner={corner} code={bare || !code ? null : <Qr matrix={code} label={text('room.code')} size="13.5vh" />}>
      {children}
    </Room>
  )
}

/** Without the ring the words take the whole screen, the code gives way, and the title has the line to itself. */
export function WholeFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Room>
      <p className={styles.top}>
        <bdi>{title}</bdi>
      </p>
      {children}
    </Room>
  )
}
