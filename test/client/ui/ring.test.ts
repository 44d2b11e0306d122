import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Frame,
  fitRing,
  growthOf,
  pathOf,
  pointOn,
  reachOf,
  shareOf,
  sideOf,
  traceRing,
  travel,
} from '../../../client/ui/ring/geometry.ts'

const laptop: Frame = { surface: 'laptop', width: 780, height: 576, count: 9, label: { width: 90, height: 38 } }
const frames: Frame[] = [
  { surface: 'phone', width: 320, height: 256, count: 9, label: { width: 0, height: 20 } },
  laptop,
  { ...laptop, count: 24 },
  { ...laptop, width: 712, height: 412 },
  { surface: 'room', width: 1920, height: 1080, count: 9, label: { width: 190, height: 54 } },
  { surface: 'room', width: 1920, height: 1080, count: 24, label: { width: 190, height: 54 } },
]

function seatsIn(frame: Frame) {
  const shape = fitRing(frame)
  const trace = traceRing(shape)
  const points = Array.from({ length: frame.count }, (_, index) => pointOn(trace, shareOf(index, 0, frame.count)))
  return { shape, trace, points }
}

describe('the ring', () => {
  test.each(frames)('keeps its seats, one of them grown, inside the frame: $surface, $count', (frame) => {
    const { shape, points } = seatsIn(frame)
    const seat = (shape.dot * growthOf(frame.count)) / 2
    for (const { x, y } of points) {
      expect(x - seat).toBeGreaterThanOrEqual(0)
      expect(x + seat).toBeLessThanOrEqual(frame.width)
      expect(y - seat).toBeGreaterThanOrEqual(-3)
      expect(y + seat).toBeLessThanOrEqual(frame.height + 3)
    }
  })

  test.each(frames)('puts the seats at equal distances along the line: $surface, $count', (frame) => {
    const { trace } = seatsIn(frame)
    const steps = trace.points.map((point, index) => {
      const next = trace.points[(index + 1) % trace.points.length]!
      return Math.hypot(next.x - point.x, next.y - point.y)
    })
    expect(Math.max(...steps) / Math.min(...steps)).toBeLessThan(1.05)
    expect(steps.reduce((sum, step) => sum + step, 0)).toBeCloseTo(trace.length, -1)
  })

  test('leaves seats standing apart however many there are', () => {
    fc.assert(
      fc.property(fc.constantFrom(...frames), fc.integer({ min: 1, max: 40 }), (frame, count) => {
        const { shape, points } = seatsIn({ ...frame, count })
        for (const [index, { x, y }] of points.entries()) {
          const next = points[(index + 1) % count]!
          if (count > 1) expect(Math.hypot(next.x - x, next.y - y)).toBeGreaterThan(shape.dot * 0.95)
        }
      }),
    )
  })

  test('begins at the bottom and goes clockwise: left, top, right', () => {
    const trace = traceRing(fitRing(laptop))
    const [bottom, left, top, right] = [0, 0.25, 0.5, 0.75].map((share) => pointOn(trace, share))
    expect(bottom!.x).toBeCloseTo(390, 0)
    expect(bottom!.y).toBeGreaterThan(400)
    expect(left!.x).toBeLessThan(200)
    expect(top!.y).toBeLessThan(150)
    expect(right!.x).toBeGreaterThan(580)
  })

  test('the longest name decides how wide it is', () => {
    const wide = fitRing({ ...laptop, label: { width: 60, height: 38 } })
    const narrow = fitRing({ ...laptop, label: { width: 180, height: 38 } })
    expect(narrow.rx).toBeLessThan(wide.rx)
    expect(narrow.ry).toBe(wide.ry)
  })

  test('is an ellipse on phone and laptop, squarer in wide frames, squarest with many in the room', () => {
    expect(frames.map((frame) => fitRing(frame).exponent)).toEqual([2, 2, 2, 2.5, 2.7, 4])
  })
})

describe('the way gone', () => {
  test('is told in the direction of the round, over the seam as well', () => {
    expect(travel(1, 8, 9, 'counter')).toBeCloseTo(2 / 9)
    expect(travel(2, 7, 9, 'clockwise')).toBeCloseTo(5 / 9)
    expect(travel(7, 2, 9, 'clockwise')).toBeCloseTo(4 / 9)
    expect(travel(3, 3, 9, 'clockwise')).toBe(0)
  })

  test('is drawn from the seat where it began', () => {
    const trace = traceRing(fitRing(laptop))
    const { x, y } = pointOn(trace, 0.25)
    expect(pathOf(trace, 0.25, 'counter')).toMatch(new RegExp(`^M${x.toFixed(1)} ${y.toFixed(1)}L`))
    expect(pathOf(trace, 0.25, 'counter')).not.toBe(pathOf(trace, 0.25, 'clockwise'))
  })

  test('counts seats from the one at the bottom', () => {
    expect(shareOf(6, 6, 9)).toBe(0)
    expect(shareOf(5, 6, 9)).toBeCloseTo(8 / 9)
  })
})

describe('names', () => {
  test('stand above in the top band, below in the bottom band, else beside', () => {
    const { shape, points } = seatsIn(laptop)
    expect(points.map((point) => sideOf(point, shape)).join('')).toBe('bbllttrrb')
  })

  test('next to each other never reach into one another', () => {
    for (const frame of [laptop, { ...laptop, count: 12 }, frames[4]!, { ...frames[4]!, count: 12 }]) {
      const { shape, points } = seatsIn(frame)
      const name = { height: frame.label.height }
      const spans = points.map((point, index) => {
        const beside = [points.at(index - 1), points[(index + 1) % points.length]]
        const reach = reachOf(point, beside, { shape, name })
        return { ...point, side: sideOf(point, shape), from: point.x - reach.left, to: point.x + reach.right }
      })
      for (const [index, one] of spans.entries()) {
        const two = spans[(index + 1) % spans.length]!
        if (one.side !== two.side || 'lr'.includes(one.side) || Math.abs(one.y - two.y) > name.height) continue
        expect(one.x < two.x ? one.to <= two.from : two.to <= one.from).toBe(true)
      }
    }
  })
})
