import { describe, expect, test } from 'vitest'
import { createLimits } from '../../server/limits.ts'
import { oneNode } from '../../server/nodes/memory.ts'
import { memoryStore } from '../../server/store/memory.ts'

function clocked({ mostKeys, factor }: { mostKeys?: number; factor?: number } = {}) {
  const clock = { now: 1_000_000 }
  const now = () => clock.now
  const nodes = oneNode(memoryStore(), now, mostKeys === undefined ? undefined : { mostKeys })
  return { clock, limits: createLimits({ nodes, now, factor }) }
}

async function taken(times: number, ask: () => Promise<number | null>): Promise<number> {
  const waits = await Promise.all(Array.from({ length: times }, ask))
  return waits.filter((wait) => wait === null).length
}

describe('limits', () => {
  test('a seat has twenty at once and two a second; the refusal says how long to wait', async () => {
    const { limits, clock } = clocked()
    expect(await taken(50, () => limits.command('p_a', 'm_a', false))).toBe(20)
    expect(await limits.command('p_a', 'm_a', false)).toBe(500)
    clock.now += 500
    expect(await taken(5, () => limits.command('p_a', 'm_a', false))).toBe(1)
    clock.now += 3_600_000
    expect(await taken(50, () => limits.command('p_a', 'm_a', false))).toBe(20)
  })

  test('a meeting takes sixty a second from everyone together, and its facilitator has a lane of their own', async () => {
    const { limits, clock } = clocked()
    const seats = Array.from({ length: 1_000 }, (_, n) => `p_${n}`)
    const anyone = (meeting: string) => () => limits.command(seats.pop() ?? '', meeting, false)
    expect(await taken(200, anyone('m_a'))).toBe(60)
    expect(await taken(200, () => limits.command('p_lead', 'm_a', true))).toBe(60)
    expect(await taken(200, anyone('m_b'))).toBe(60)
    clock.now += 1_000
    expect(await taken(200, anyone('m_a'))).toBe(60)
    expect(await taken(200, () => limits.command('p_lead', 'm_a', true))).toBe(6)
  })

  test('two hundred people behind one address come in, also all at once after a restart', async () => {
    const { limits, clock } = clocked()
    expect(await taken(3_000, () => limits.upgrade('192.0.2.1'))).toBe(2_000)
    expect(await taken(1, () => limits.upgrade('192.0.2.2'))).toBe(1)
    clock.now += 24 * 3_600_000
    expect(await taken(3_000, () => limits.upgrade('192.0.2.1'))).toBe(400)
  })

  test('one network of version six is one address', async () => {
    const { limits, clock } = clocked()
    clock.now += 61_000
    const ask = (n: number) => limits.upgrade(`2001:db8:0:1::${n.toString(16)}`)
    const waits = await Promise.all(Array.from({ length: 1_000 }, (_, n) => ask(n)))
    expect(waits.filter((wait) => wait === null)).toHaveLength(400)
    expect(await limits.upgrade('2001:db8::1')).toBeNull()
    expect(await limits.upgrade('2001:db8:0:2::1')).toBeNull()
    expect(await limits.upgrade('2001:db8:0:1:9:9:9:9')).not.toBeNull()
  })

  test('memory is bounded: the ones not heard of for longest are forgotten', async () => {
    const { limits } = clocked({ mostKeys: 10 })
    await taken(20, () => limits.start('p_0'))
    expect(await limits.start('p_0')).not.toBeNull()
    for (let n = 1; n <= 10; n += 1) await limits.start(`p_${n}`)
    expect(await limits.start('p_0')).toBeNull()
  })

  test('a clock that goes back takes nothing away and gives nothing', async () => {
    const { limits, clock } = clocked()
    await taken(20, () => limits.command('p_a', 'm_a', false))
    clock.now -= 3_600_000
    expect(await limits.command('p_a', 'm_a', false)).toBe(500)
  })

  test('wider limits are all wider, by the same factor, and fill as much faster', async () => {
    const { limits, clock } = clocked({ factor: 3 })
    expect(await taken(500, () => limits.command('p_a', 'm_a', false))).toBe(60)
    expect(await taken(500, () => limits.command('p_lead', 'm_a', true))).toBe(180)
    expect(await taken(500, () => limits.start('d_a'))).toBe(60)
    expect(await taken(500, () => limits.state('d_a'))).toBe(60)
    expect(await taken(1_000, () => limits.ask('d_a'))).toBe(600)
    clock.now += 1_000
    expect(await taken(500, () => limits.command('p_a', 'm_a', false))).toBe(6)
  })
})
