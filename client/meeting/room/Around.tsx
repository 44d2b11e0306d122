import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useMeeting, useName } from '../../live/hooks.ts'
import { useText } from '../../live/words/text.ts'
import { classes } from '../../ui/classes.ts'
import { isMany } from '../../ui/ring/geometry.ts'
import { Ring, type RingProps } from '../../ui/ring/Ring.tsx'
import type { Going } from '../marks.ts'
import { ringOf } from '../seats.ts'
import styles from './Around.module.css'
import { useRoom } from './context.ts'
import { useFit } from './fit.ts'
import { RoomFrame, WholeFrame } from './RoomFrame.tsx'

export interface AroundProps {
  readonly going?: Going | null
  readonly title: string
  /** Under the title: which version. */
  readonly version?: string
  /** The whole line is dark: everyone was heard. */
  readonly closed?: boolean
  /** Words begin at one edge, as on paper. */
  readonly start?: boolean
  /** The words that decide whether the ring holds them; with `instead`, what is shown when it does not. */
  readonly words?: string
  readonly instead?: ReactNode
  readonly children: ReactNode
}

function useSize(): string {
  const now = () => `${window.innerWidth} ${window.innerHeight}`
  const [size, set] = useState(now)
  useEffect(() => {
    const changed = () => set(`${window.innerWidth} ${window.innerHeight}`)
    addEventListener('resize', changed)
    return () => removeEventListener('resize', changed)
  }, [])
  return size
}

function Inside({ start, onOver, children }: { start?: boolean; onOver: () => void; children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null)
  useFit(frame, onOver)
  return (
    <div className={classes(styles.inside, start && styles.start)} ref={frame}>
      {children}
    </div>
  )
}

/** The circle around the matter. Nobody's phone, and nothing of who entered what for whom. */
export function Around(props: AroundProps) {
  const { title, version, going = null, closed, start, words = '', instead, children } = props
  const { seats } = useMeeting()
  const name = useName()
  const text = useText()
  const { old } = useRoom()
  const place = `${useSize()} ${words}`
  const [tooLong, setTooLong] = useState<string | null>(null)
  const many = isMany(seats.length)
  if (instead && tooLong === place) {
    return <WholeFrame title={title}>{instead}</WholeFrame>
  }
  const drawn = ringOf(seats, going, { surface: 'room', me: null, name, text })
  const line: Partial<RingProps> = closed ? { travelled: 'all', arrow: -1 } : {}
  return (
    <RoomFrame title={many ? '' : title} under={version} bare={many}>
      <Ring surface="room" label={text('room.seats')} {...drawn} {...line} old={old}>
        <Inside start={start} onOver={() => setTooLong(place)}>
          {many ? (
            <p className="quiet">
              <bdi>{title}</bdi> {version}
            </p>
          ) : null}
          {children}
        </Inside>
      </Ring>
    </RoomFrame>
  )
}
