import type { ReactNode } from 'react'
import { useConnection, useMe, useMeeting, useName } from '../../live/hooks.ts'
import { useText } from '../../live/words/text.ts'
import { Ring } from '../../ui/ring/Ring.tsx'
import type { Going } from '../marks.ts'
import { ringOf } from '../seats.ts'

export interface SeatRingProps {
  readonly going?: Going | null
  readonly small?: boolean
  /** What stands in the middle. */
  readonly children?: ReactNode
}

/** The circle as I see it: my seat at the bottom. Without a connection it fades. */
export function SeatRing({ going = null, small, children }: SeatRingProps) {
  const { seats } = useMeeting()
  const me = useMe()
  const name = useName()
  const text = useText()
  const { state } = useConnection()
  return (
    <Ring
      surface="phone"
      label={text('my.seats')}
      {...ringOf(seats, going, { surface: 'phone', me, name, text })}
      {...(small ? { travelled: 'all' as const } : {})}
      small={small}
      old={state === 'offline'}
    >
      {children}
    </Ring>
  )
}
