import type { ReactNode } from 'react'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { classes } from './classes.ts'
import styles from './Ring.module.css'
import { RingSeat, type Seat } from './RingSeat.tsx'
import { RingTrack } from './RingTrack.tsx'
import {
  type Direction,
  fitRing,
  GROWTH,
  hasNames,
  isMany,
  pointOn,
  type Shape,
  type Surface,
  shareOf,
  sideOf,
  traceRing,
  travel,
} from './ring.ts'
import { type Measured, useMeasure } from './useMeasure.ts'

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

const usual: Record<Surface, Measured> = {
  phone: { width: 320, height: 256 },
  laptop: { width: 780, height: 576 },
  room: { width: 1920, height: 1080 },
}
/** A name takes at most this share of the width. */
const LONGEST = 0.2
/** Under this many rem a ring cannot hold its words any more: they stand alone. */
const NARROW = { phone: 11.2, laptop: 22, room: 0 } as const

/** Room for facts that come and go, so that the ring keeps its size when they do. */
function reserve(names: Measured, rem: number, surface: Surface): Measured {
  if (surface !== 'laptop') return { width: names.width, height: Math.max(names.height, rem) }
  return { width: Math.max(names.width, rem * 5.6), height: Math.max(names.height, rem * 2.26) }
}

function capOf(side: string, shape: Shape, spacing: number): number {
  return side === 't' || side === 'b' ? Math.min(shape.width * 0.3, spacing * 0.96) : shape.width * LONGEST
}

/** The largest name as it would stand uncut; longer than `most` it is cut. */
function useNames(ref: { readonly current: HTMLElement | null }, most: number): Measured {
  const [largest, setLargest] = useState<Measured>({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const names = [...(ref.current?.querySelectorAll<HTMLElement>('bdi[title]') ?? [])]
    const width = Math.min(most, Math.max(0, ...names.map((name) => name.scrollWidth)))
    const height = Math.max(0, ...names.map((name) => name.offsetHeight))
    setLargest((old) => (old.width === width && old.height === height ? old : { width, height }))
  })
  return largest
}

/** The circle as a line with seats as stations, around the matter. */
export function Ring(props: RingProps) {
  const { surface, label, seats, direction = 'clockwise', travelled, old, small, children } = props
  const box = useRef<HTMLDivElement>(null)
  const probe = useRef<HTMLSpanElement>(null)
  const { width, height } = useMeasure(box) ?? (small ? { width: 120, height: 120 } : usual[surface])
  const rem = useMeasure(probe)?.width ?? 17
  const count = seats.length
  const largest = useNames(box, width * LONGEST)
  const name = reserve(largest, rem, surface)
  const shape = useMemo(
    () => fitRing({ surface, small, width, height, count, label: { width: name.width, height: name.height } }),
    [surface, small, width, height, count, name.width, name.height],
  )
  const trace = useMemo(() => traceRing(shape), [shape])
  const flat = !small && Math.min(width, usual[surface].width) / rem < NARROW[surface]
  const own = seats.findIndex((seat) => seat.me)
  const base = Math.max(0, own)
  const named = hasNames({ surface, small, count }) && !flat
  const now = seats.findIndex((seat) => seat.state === 'now')
  const leaves = isMany(count) || small || count < 2 ? -1 : (props.arrow ?? now)
  const letters = Math.max(shape.dot * (surface === 'room' ? 0.46 : 0.36), Math.min(12, shape.dot * 0.44))
  const style: Record<string, string> = {
    '--dot': `${shape.dot.toFixed(1)}px`,
    '--letters': `${letters.toFixed(1)}px`,
    '--middle': `${Math.round(shape.middle)}px`,
  }
  const way = direction === 'clockwise' ? 1 : -1
  const gap = 0.5 / count + (leaves === now ? (shape.dot * (GROWTH - 1)) / 4 / trace.length : 0)

  return (
    <div
      ref={box}
      className={classes(styles.ring, styles[surface], small && styles.small, old && styles.old, flat && styles.bare)}
      style={style}
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
          const point = pointOn(trace, shareOf(index, base, count))
          const side = sideOf(point, shape)
          return (
            <RingSeat
              key={seat.id}
              seat={seat}
              x={point.x}
              y={point.y}
              side={side}
              named={named}
              marked={!small && (surface !== 'room' || isMany(count))}
              cap={capOf(side, shape, trace.length / count)}
            />
          )
        })}
      </ol>
      {children ? <div className={flat ? styles.flat : styles.middle}>{children}</div> : null}
    </div>
  )
}
