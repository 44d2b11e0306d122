import { describe, expect, test } from 'vitest'
import { createLimits } from '../../server/limits.ts'

function clocked(mostKeys?: number) {
  const clock = { now: 1_000_000 }
  return { clock, limits: createLimits(() => clock.now, mostKeys) }
}

const taken = (times: number, ask: () => number | null) =>
  Array.from({ length: times }, ask).filter((wait) => wait === null).length

describe('limits', () => {
  test('a seat has twenty at once and two a second; the refusal says how long to wait', () => {
    const { limits, clock } = clocked()
    expect(taken(50, () => limits.command('p_a', 'm_a', false))).toBe(20)
    expect(limits.command('p_a', 'm_a', false)).toBe(500)
    clock.now += 500
    expect(taken(5, () => limits.command('p_a', 'm_a', false))).toBe(1)
    clock.now += 3_600_000
    expect(taken(50, () => limits.command('p_a', 'm_a', false))).toBe(20)
  })

  test('a meeting takes sixty a second from everyone together, and its facilitator has a lane of their own', () => {
    const { limits, clock } = clocked()
    const seats = Array.from({ length: 1_000 }, (_, n) => `p_${n}`)
    const anyone = (meeting: string) => () => limits.command(seats.pop() ?? '', meeting, false)
    expect(taken(200, anyone('m_a'))).toBe(60)
    expect(taken(200, () => limits.command('p_lead', 'm_a', true))).toBe(60)
    expect(taken(200, anyone('m_b'))).toBe(60)
    clock.now += 1_000
    expect(taken(200, anyone('m_a'))).toBe(60)
    expect(taken(200, () => limits.command('p_lead', 'm_a', true))).toBe(6)
  })

  test('two hundred people behind one address come in, also all at once after a restart', () => {
    const { limits, clock } = clocked()
    expect(taken(3_000, () => limits.upgrade('192.0.2.1'))).toBe(2_000)
    expect(taken(1, () => limits.upgrade('192.0.2.2'))).toBe(1)
    clock.now += 24 * 3_600_000
    expect(taken(3_000, () => limits.upgrade('192.0.2.1'))).toBe(400)
  })

  test('one network of version six is one address', () => {
    const { limits, clock } = clocked()
    clock.now += 61_000
    const ask = (n: number) => limits.upgrade(`2001:db8:0:1::${n.toString(16)}`)
    expect(Array.from({ length: 1_000 }, (_, n) => ask(n)).filter((wait) => wait === null)).toHaveLength(400)
    expect(limits.upgrade('2001:db8::1')).toBeNull()
    expect(limits.upgrade('2001:db8:0:2::1')).toBeNull()
    expect(limits.upgrade('2001:db8:0:1:9:9:9:9')).not.toBeNull()
  })

  test('memory is bounded: the ones not heard of for longest are forgotten', () => {
    const { limits } = clocked(10)
    taken(20, () => limits.start('p_0'))
    expect(limits.start('p_0')).not.toBeNull()
    for (let n = 1; n <= 10; n += 1) limits.start(`p_${n}`)
    expect(limits.start('p_0')).toBeNull()
  })

  test('a clock that goes back takes nothing away and gives nothing', () => {
    const { limits, clock } = clocked()
    taken(20, () => limits.command('p_a', 'm_a', false))
    clock.now -= 3_600_000
    expect(limits.command('p_a', 'm_a', false)).toBe(500)
  })
})
