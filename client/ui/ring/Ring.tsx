import { type ReactNode, useRef } from 'react'
import { classes } from '../classes.ts'
import {
  type Direction,
  growthOf,
  isMany,
  pointOn,
  reachOf,
  type Surface,
  shareOf,
  sideOf,
  travel,
} from './geometry.ts'
import styles from './Ring.module.css'
import { RingSeat, type Seat } from './RingSeat.tsx'
import { RingTrack } from './RingTrack.tsx'
import { useRing } from './useRing.ts'
import { useSqueeze } from './useSqueeze.ts'

export type RingProps = {
  surface: Surface
  /** What the list of seats is, for screen readers. */
  label: string
  /** In the order of the room, clockwise. The seat that is `me`, else the first, is drawn at the bottom. */
  seats: readonly Seat[]
  direction?: Direction
  /** The part of the line already gone, from one seat to another (indices into `seats`). */
  travelled?: { from: number; to: number } | 'all'
  /** The seat the arrow leaves from; by itself the one that is `now`. None with more than twelve seats. */
  arrow?: number
  /** What it shows is old news. */
  old?: boolean
  /** The little ring that stands beside a title. */
  small?: boolean
  /** What stands in the middle. */
  children?: ReactNode
}

function lettersOn(dot: number, surface: Surface): number {
  return Math.max(dot * (surface === 'room' ? 0.46 : 0.36), Math.min(12, dot * 0.44))
}

/** The circle as a line with seats as stations, around the matter. */
export function Ring(props: RingProps) {
  const { surface, label, seats, direction = 'clockwise', travelled, old, small, children } = props
  const box = useRef<HTMLDivElement>(null)
  const probe = useRef<HTMLSpanElement>(null)
  const middle = useRef<HTMLDivElement>(null)
  const count = seats.length
  const many = isMany(count)
  const base = Math.max(
    0,
    seats.findIndex((seat) => seat.me),
  )
  const { shape, trace, flat, named, besides, label: name } = useRing({ box, probe }, { surface, small, count, base })
  const squeeze = useSqueeze(middle, 2 * (shape.ry - shape.dot * 0.65))
  const now = seats.findIndex((seat) => seat.state === 'now')
  const leaves = many || small || count < 2 ? -1 : (props.arrow ?? now)
  const style: Record<string, string> = {
    '--dot': `${shape.dot.toFixed(1)}px`,
    '--letters': `${lettersOn(shape.dot, surface).toFixed(1)}px`,
    '--growth': `${growthOf(count)}`,
    '--squeeze': `${squeeze}`,
  }
  if (!flat) style['--middle'] = `${Math.round(shape.middle)}px`
  const points = seats.map((_, index) => pointOn(trace, shareOf(index, base, count)))
  const way = direction === 'clockwise' ? 1 : -1
  const gap = 0.5 / count + (leaves === now ? (shape.dot * (growthOf(count) - 1)) / 4 / trace.length : 0)

  return (
    <div
      ref={box}
      className={classes(styles.ring, styles[surface], small && styles.small, old && styles.old, flat && styles.bare)}
      style={style}
      data-surface={surface}
    >
      <span ref={probe} className={styles.probe} aria-hidden="true" />
      {flat ? null : (
        <RingTrack
          shape={shape}
          trace={trace}
          direction={direction}
          start={typeof travelled === 'object' ? shareOf(travelled.from, base, count) : 0}
          gone={
            typeof travelled === 'object' ? travel(travelled.from, travelled.to, count, direction) : travelled ? 1 : 0
          }
          arrow={leaves < 0 ? null : pointOn(trace, shareOf(leaves, base, count) + way * gap)}
          arrowSize={shape.dot * (surface === 'room' ? 0.22 : 0.125)}
        />
      )}
      <ol className={flat ? 'vh' : styles.seats} aria-label={label}>
        {seats.map((seat, index) => {
          const { x, y } = points[index] ?? { x: 0, y: 0 }
          const beside = [points.at(index - 1), points[(index + 1) % count]]
          return (
            <RingSeat
              key={seat.id}
              seat={seat}
              at={{ x, y, side: sideOf({ x, y }, shape), reach: reachOf(points[index], beside, { shape, name }) }}
              named={named}
              beside={besides[index]}
              open={surface === 'laptop' && !small}
              marked={!small && (surface !== 'room' || many)}
            />
          )
        })}
      </ol>
      {children ? (
        <div ref={middle} className={flat ? styles.flat : styles.middle}>
          {children}
        </div>
      ) : null}
    </div>
  )
}
