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

/** Each device behind an address of its own. */
const behind = (device: string) => ({ device, address: device })

async function taken(times: number, ask: () => Promise<number | null>): Promise<number> {
  const waits = await Promise.all(Array.from({ length: times }, ask))
  return waits.filter((wait) => wait === null).length
}

describe('limits', () => {
  test('a seat has twenty at once and two a second; the refusal says how long to wait', async () => {
    const { limits, clock } = clocked()
    expect(await taken(50, () => limits.command('p_a', 'm_a', 'seated'))).toBe(20)
    expect(await limits.command('p_a', 'm_a', 'seated')).toBe(500)
    clock.now += 500
    expect(await taken(5, () => limits.command('p_a', 'm_a', 'seated'))).toBe(1)
    clock.now += 3_600_000
    expect(await taken(50, () => limits.command('p_a', 'm_a', 'seated'))).toBe(20)
  })

  test('a meeting takes sixty a second from everyone together, and its facilitator has a lane of their own', async () => {
    const { limits, clock } = clocked()
    const seats = Array.from({ length: 1_000 }, (_, n) => `p_${n}`)
    const anyone = (meeting: string) => () => limits.command(seats.pop() ?? '', meeting, 'seated')
    expect(await taken(200, anyone('m_a'))).toBe(60)
    expect(await taken(200, () => limits.command('p_lead', 'm_a', 'facilitator'))).toBe(60)
    expect(await taken(200, anyone('m_b'))).toBe(60)
    clock.now += 1_000
    expect(await taken(200, anyone('m_a'))).toBe(60)
    expect(await taken(200, () => limits.command('p_lead', 'm_a', 'facilitator'))).toBe(6)
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
    await taken(20, () => limits.start(behind('p_0')))
    expect(await limits.start(behind('p_0'))).not.toBeNull()
    for (let n = 1; n <= 10; n += 1) await limits.start(behind(`p_${n}`))
    expect(await limits.start(behind('p_0'))).toBeNull()
  })

  test('a clock that goes back takes nothing away and gives nothing', async () => {
    const { limits, clock } = clocked()
    await taken(20, () => limits.command('p_a', 'm_a', 'seated'))
    clock.now -= 3_600_000
    expect(await limits.command('p_a', 'm_a', 'seated')).toBe(500)
  })

  test('wider limits are all wider, by the same factor, and fill as much faster', async () => {
    const { limits, clock } = clocked({ factor: 3 })
    expect(await taken(500, () => limits.command('p_a', 'm_a', 'seated'))).toBe(60)
    expect(await taken(500, () => limits.command('p_lead', 'm_a', 'facilitator'))).toBe(180)
    expect(await taken(500, () => limits.start(behind('d_a')))).toBe(60)
    expect(await taken(500, () => limits.state(behind('d_a')))).toBe(60)
    expect(await taken(1_000, () => limits.ask(behind('d_a')))).toBe(600)
    clock.now += 1_000
    expect(await taken(500, () => limits.command('p_a', 'm_a', 'seated'))).toBe(6)
  })

  test('N-D7 fresh cookies do not dodge them: what devices ask is counted by their address too', async () => {
    const { limits, clock } = clocked()
    let made = 0
    const fresh = (address: string) => ({ device: `d_${made++}`, address })
    // Four hundred people behind one router come, look and answer at once.
    const people = Array.from({ length: 400 }, () => fresh('192.0.2.1'))
    for (const asker of people) {
      const waits = [1, 2, 3].flatMap(() => [limits.start(asker), limits.state(asker), limits.page(asker)])
      expect((await Promise.all([...waits, ...[1, 2, 3, 4, 5].map(() => limits.ask(asker))])).every(isNull)).toBe(true)
    }
    for (const [what, most] of [
      ['start', 2_000],
      ['state', 2_000],
      ['page', 2_000],
      ['ask', 4_000],
    ] as const) {
      expect([what, await taken(5_000, () => limits[what](fresh('192.0.2.2')))]).toEqual([what, most])
      const networks = ['2001:db8:0:1::1', '2001:db8:0:1::2', '2001:db8:0:2::1']
      const each = networks.map((address) => taken(most, () => limits[what](fresh(address))))
      const [one, same, other] = await Promise.all(each)
      expect([what, (one ?? 0) + (same ?? 0), other]).toEqual([what, most, most])
    }
    expect(await taken(2_100, () => limits.start(fresh('192.0.2.3')))).toBe(2_000)
    clock.now += 1_000
    expect(await taken(500, () => limits.start(fresh('192.0.2.3')))).toBe(40)
  })

  test('a device that has used up its own takes nothing from its neighbours', async () => {
    const { limits } = clocked()
    const loud = { device: 'd_loud', address: '192.0.2.1' }
    expect(await taken(10_000, () => limits.start(loud))).toBe(20)
    expect(await limits.start({ ...loud, device: 'd_other' })).toBeNull()
  })

  test('N-D2 whoever has no seat takes nothing from those who have', async () => {
    const { limits } = clocked()
    let n = 0
    expect(await taken(500, () => limits.command(`p_${n++}`, 'm_a', 'outside'))).toBe(60)
    expect(await taken(500, () => limits.command(`p_${n++}`, 'm_a', 'seated'))).toBe(60)
    expect(await taken(500, () => limits.command('p_lead', 'm_a', 'facilitator'))).toBe(60)
  })

  test('names are added by the hundred from one device, and in a circle by the thousand, from however many', async () => {
    const { limits, clock } = clocked()
    let n = 0
    expect(await taken(200, () => limits.addName('d_a', 'c_a'))).toBe(100)
    expect(await taken(2_000, () => limits.addName(`d_${n++}`, 'c_a'))).toBe(900)
    expect(await taken(10, () => limits.addName(`d_${n++}`, 'c_b'))).toBe(10)
    clock.now += 3_600_000
    expect(await taken(10, () => limits.addName('d_a', 'c_a'))).toBe(10)
  })
})

const isNull = (wait: number | null) => wait === null
