import { expect, test } from 'vitest'
import { addressKey } from '../../server/http/peer.ts'
import { quotasHere, triesHere } from '../../server/nodes/tries.ts'

const minute = 60_000

test('N-J4 a household is one address, however many it has', () => {
  expect(addressKey('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64')
  expect(addressKey('2001:db8:1:2::9')).toBe('2001:db8:1:2::/64')
  expect(addressKey('2001:0DB8:0001:0002::')).toBe('2001:db8:1:2::/64')
  expect(addressKey('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
  expect(addressKey('::1')).toBe('0:0:0:0::/64')
  expect(addressKey('::ffff:192.168.1.5')).toBe('192.168.1.5')
  expect(addressKey('192.168.1.5')).toBe('192.168.1.5')
})

test('failures are free, then cost a minute, then twice that, and at most a quarter of an hour', async () => {
  const clock = { now: 0 }
  const tries = triesHere(() => clock.now, 10)
  const waits: unknown[] = []
  for (let round = 0; round < 7; round += 1) {
    for (let n = 0; n < 5; n += 1) expect(await tries.failed('a', 5)).toBeNull()
    const wait = (await tries.failed('a', 5)) ?? 0
    waits.push(wait / minute)
    clock.now += wait + 1
  }
  expect(waits).toEqual([1, 2, 4, 8, 15, 15, 15])
  expect(await tries.failed('b', 5)).toBeNull()
  clock.now += 120 * minute
  for (let n = 0; n < 5; n += 1) await tries.failed('a', 5)
  expect(await tries.failed('a', 5)).toBe(minute)
})

test('a failure now and then is never punished', async () => {
  const clock = { now: 0 }
  const tries = triesHere(() => clock.now, 10)
  for (let n = 0; n < 100; n += 1) {
    expect(await tries.failed('a', 5)).toBeNull()
    clock.now += minute / 4
  }
})

test('a quota gives so many in a while, and says how long to wait', async () => {
  const clock = { now: 0 }
  const quotas = quotasHere(() => clock.now, 10)
  const take = (key: string) => quotas.take(key, { most: 2, every: 1_000 })
  expect([await take('a'), await take('a'), await take('b')]).toEqual([null, null, null])
  clock.now = 400
  expect(await take('a')).toBe(600)
  clock.now = 1_000
  expect(await take('a')).toBeNull()
})

test('what is remembered is bounded', async () => {
  const quotas = quotasHere(() => 0, 10)
  const take = (key: string) => quotas.take(key, { most: 1, every: 1_000 })
  await take('first')
  expect(await take('first')).toBe(1_000)
  for (let n = 0; n < 10; n += 1) await take(`other ${n}`)
  expect(await take('first')).toBeNull()
})
