/** The geometry of the ring: a line on which the seats stand at equal distances. Lengths are CSS pixels. */

export type Surface = 'phone' | 'laptop' | 'room'
export type Side = 'l' | 'r' | 't' | 'b'
export type Direction = 'clockwise' | 'counter'

export type Frame = {
  surface: Surface
  small?: boolean
  width: number
  height: number
  /** How many seats. */
  count: number
  /** The largest name with what stands under it. */
  label: { width: number; height: number }
}

export type Shape = {
  width: number
  height: number
  rx: number
  ry: number
  exponent: number
  /** Diameter of a seat. */
  dot: number
  /** Width for what stands in the middle. */
  middle: number
}

export type Point = { x: number; y: number; angle: number }

/** From here on seats carry letters, and names stand elsewhere. */
export const MANY = 12
/** A name takes at most this share of the width. */
export const LONGEST = 0.18
const SAMPLES = 240
/** Seats cover at most this much of the line. */
const CROWD = 0.82

const margins = {
  phone: { x: 0, y: 0 },
  laptop: { x: 16, y: 8 },
  room: { x: 64, y: 48 },
} as const

export function isMany(count: number): boolean {
  return count > MANY
}

/** By how much the seat whose turn it is grows. */
export function growthOf(count: number): number {
  return isMany(count) ? 1.2 : 1.3
}

/** Whether names stand beside the seats. */
export function hasNames({ surface, small, count }: Pick<Frame, 'surface' | 'small' | 'count'>): boolean {
  return surface !== 'phone' && !small && !isMany(count)
}

function dotOf({ surface, small, width, height, count }: Frame): number {
  if (small) return width * 0.2
  if (surface === 'phone') return 44
  if (surface === 'room') return height * (isMany(count) ? 0.107 : 0.07)
  if (isMany(count)) return 42
  return height < 500 ? 46 : 52
}

/** How curved the line is: 2 is an ellipse, 4 nearly a rectangle. */
function exponentOf({ surface, small, width, height, count }: Frame): number {
  const wide = width / height > 1.5
  if (small || surface === 'phone') return 2
  if (isMany(count)) return wide ? 4 : 2
  if (surface === 'room') return wide ? 2.7 : 2.5
  return wide ? 2.5 : 2
}

/** How much wider than high the ring may be. */
function widest({ surface, small, width, height, count }: Frame): number {
  if (small) return 1
  if (surface === 'phone') return isMany(count) ? 1.45 : 1.06
  if (surface === 'room') return 3
  return width / height > 1.5 ? 2 : 1.23
}

function shapeWith(dot: number, frame: Frame): Shape {
  const { surface, small, width, height, label } = frame
  const margin = margins[surface]
  const names = hasNames(frame)
  const seat = dot * (small ? 0.54 : 0.6)
  const ry = Math.max(8, height / 2 - seat - (small ? 0 : margin.y) - (names ? label.height + 13 : 0))
  const room = width / 2 - seat - (small ? 0 : margin.x) - (names ? label.width + 8 : 0)
  const rx = Math.max(8, Math.min(room, ry * widest(frame)))
  const fill = { phone: 0.95, laptop: 0.71, room: 0.79 }[surface]
  const middle = 2 * Math.max(0, rx - dot * 0.65) * fill
  return { width, height, rx, ry, exponent: exponentOf(frame), dot, middle }
}

/** The largest ring the frame holds, with seats small enough to stand apart. */
export function fitRing(frame: Frame): Shape {
  const wish = dotOf(frame)
  const shape = shapeWith(wish, frame)
  const spacing = traceRing(shape).length / Math.max(1, frame.count)
  const dot = Math.min(wish, spacing * CROWD)
  return dot === wish ? shape : shapeWith(dot, frame)
}

function onRing({ width, height, rx, ry, exponent }: Shape, turn: number): { x: number; y: number } {
  const right = -Math.sin(turn)
  const down = Math.cos(turn)
  const far = (Math.abs(right) / rx) ** exponent + (Math.abs(down) / ry) ** exponent
  const radius = far ** (-1 / exponent)
  return { x: width / 2 + right * radius, y: height / 2 + down * radius }
}

export type Trace = { points: { x: number; y: number }[]; length: number }

/** The line as points at equal distances, clockwise from the bottom. */
export function traceRing(shape: Shape): Trace {
  const fine = SAMPLES * 8
  const raw = Array.from({ length: fine + 1 }, (_, index) => onRing(shape, (index / fine) * 2 * Math.PI))
  const along = [0]
  let length = 0
  raw.forEach((point, index) => {
    const before = raw[index - 1]
    if (!before) return
    length += Math.hypot(point.x - before.x, point.y - before.y)
    along.push(length)
  })
  let at = 0
  const points = Array.from({ length: SAMPLES }, (_, index) => {
    const wanted = (index / SAMPLES) * length
    while ((along[at + 1] ?? length) < wanted) at++
    return between(raw[at], raw[at + 1], (wanted - (along[at] ?? 0)) / ((along[at + 1] ?? 1) - (along[at] ?? 0)))
  })
  return { points, length }
}

type Spot = { x: number; y: number } | undefined

function between(a: Spot, b: Spot, share: number): { x: number; y: number } {
  const from = a ?? { x: 0, y: 0 }
  const to = b ?? from
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

/** The point this share of the way round, clockwise from the bottom, and where the line is heading there (degrees). */
export function pointOn({ points }: Trace, share: number): Point {
  const place = (((share % 1) + 1) % 1) * points.length
  const index = Math.floor(place) % points.length
  const from = points[index]
  const to = points[(index + 1) % points.length]
  const angle = from && to ? (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI : 0
  return { ...between(from, to, place - Math.floor(place)), angle }
}

/** Share of the way round at which a seat stands; `base` is the seat at the bottom. */
export function shareOf(index: number, base: number, count: number): number {
  return ((((index - base) % count) + count) % count) / count
}

/** Share of the line covered when going from one seat to another. */
export function travel(from: number, to: number, count: number, direction: Direction): number {
  return shareOf(direction === 'clockwise' ? to : from, direction === 'clockwise' ? from : to, count)
}

/** The whole line as a path, beginning at a share and running in a direction. */
export function pathOf(trace: Trace, start: number, direction: Direction): string {
  const way = direction === 'clockwise' ? 1 : -1
  const steps = trace.points.map((_, index) => {
    const { x, y } = pointOn(trace, start + (way * index) / trace.points.length)
    return `${x.toFixed(1)} ${y.toFixed(1)}`
  })
  return `M${steps.join('L')}Z`
}

/** Where a name stands: above in the top band, below in the bottom band, else beside. */
export function sideOf({ x, y }: { x: number; y: number }, { width, height, ry }: Shape): Side {
  const down = (y - height / 2) / ry
  if (down > 0.74) return 'b'
  if (down < -0.74) return 't'
  return x > width / 2 ? 'r' : 'l'
}

/** How far a name may reach from its seat to the left and to the right. */
export type Reach = { left: number; right: number }

type Around = { shape: Shape; name: { height: number } }

/** Keeps names in the upper and lower band off the seats and names next to them; `others` are the two neighbours. */
export function reachOf(own: Spot, others: readonly Spot[], { shape, name }: Around): Reach {
  const reach = { left: shape.width * LONGEST, right: shape.width * LONGEST }
  if (!own || !['t', 'b'].includes(sideOf(own, shape))) return reach
  for (const other of others) {
    if (!other || sideOf(other, shape) !== sideOf(own, shape)) continue
    const across = Math.abs(other.x - own.x)
    const apart = Math.abs(other.y - own.y) > name.height
    const outside = Math.abs(other.y - shape.height / 2) < Math.abs(own.y - shape.height / 2)
    const free = apart ? across - (outside ? 0 : shape.dot * 0.65 + 8) : across / 2 - 8
    const side = other.x < own.x ? 'left' : 'right'
    reach[side] = Math.max(0, Math.min(reach[side], free))
  }
  return reach
}
