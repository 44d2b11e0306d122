import { type Direction, type Point, pathOf, type Shape, type Trace } from './geometry.ts'
import styles from './Ring.module.css'

type Props = {
  shape: Shape
  trace: Trace
  direction: Direction
  /** Where the part already gone begins, as a share of the way round, and how much of it is gone. */
  start: number
  gone: number
  arrow: Point | null
  /** Half the length of the arrow. */
  arrowSize: number
}

/** The line itself: ahead, gone, and which way it goes. */
export function RingTrack({ shape, trace, direction, start, gone, arrow, arrowSize }: Props) {
  const turned = arrow ? arrow.angle + (direction === 'clockwise' ? 0 : 180) : 0
  return (
    <svg className={styles.track} viewBox={`0 0 ${shape.width} ${shape.height}`} aria-hidden="true" focusable="false">
      <path className={styles.whole} d={pathOf(trace, 0, 'clockwise')} />
      {gone > 0 ? (
        <path
          className={styles.gone}
          d={pathOf(trace, start, direction)}
          pathLength={1}
          style={{ strokeDasharray: `${gone} 2` }}
        />
      ) : null}
      {arrow ? (
        <path
          className={styles.way}
          d="M-1-.85L1.3 0L-1 .85L-.45 0Z"
          strokeWidth={0.3}
          transform={`translate(${arrow.x.toFixed(1)} ${arrow.y.toFixed(1)}) rotate(${turned.toFixed(0)}) scale(${arrowSize.toFixed(1)})`}
        />
      ) : null}
    </svg>
  )
}
