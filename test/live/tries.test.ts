import { expect, test } from 'vitest'
import { addressKey } from '../../server/http/peer.ts'
import { limitTries, limitUse } from '../../server/nodes/tries.ts'

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

test('failures are free, then cost a minute, then twice that, and at most a quarter of an hour', () => {
  const clock = { now: 0 }
  const tries = limitTries(5, () => clock.now)
  const waits: number[] = []
  for (let round = 0; round < 7; round += 1) {
    for (let n = 0; n < 5; n += 1) expect(tries.failed('a')).toBe(0)
    waits.push(tries.failed('a'))
    clock.now += tries.failed('a') + 1
  }
  expect(waits.map((wait) => wait / minute)).toEqual([1, 2, 4, 8, 15, 15, 15])
  expect(tries.failed('b')).toBe(0)
  clock.now += 120 * minute
  for (let n = 0; n < 5; n += 1) tries.failed('a')
  expect(tries.failed('a')).toBe(minute)
})

test('a failure now and then is never punished', () => {
  const clock = { now: 0 }
  const tries = limitTries(5, () => clock.now)
  for (let n = 0; n < 100; n += 1) {
    expect(tries.failed('a')).toBe(0)
    clock.now += minute / 4
  }
})

test('a quota gives so many in a while, and says how long to wait', () => {
  const clock = { now: 0 }
  const quota = limitUse(2, 1_000, () => clock.now)
  expect([quota.take('a'), quota.take('a'), quota.take('b')]).toEqual([0, 0, 0])
  clock.now = 400
  expect(quota.take('a')).toBe(600)
  clock.now = 1_000
  expect(quota.take('a')).toBe(0)
})

test('what is remembered is bounded', () => {
  const quota = limitUse(1, 1_000, () => 0)
  quota.take('first')
  for (let n = 0; n < 10_000; n += 1) quota.take(`other ${n}`)
  expect(quota.take('first')).toBe(0)
})
