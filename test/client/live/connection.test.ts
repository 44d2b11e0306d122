import { expect, test } from 'vitest'
import { createLive } from '../../../client/live/live.ts'
import { keyOf } from '../../../client/live/state.ts'
import { FakeServer, meeting } from './fake-server.ts'
import { fakeKept, fakeTime, fakeWire, fakeWorld } from './fake-world.ts'
import { rulebook } from './scene.ts'

const ines = { stream: meeting, kind: 'meeting', as: 'p_ines' } as const

function page() {
  const time = fakeTime()
  const server = new FakeServer()
  const wire = fakeWire(time, (asked) => void server.waiting.push(asked))
  const live = createLive(fakeWorld(time, fakeKept(), wire), rulebook())
  const stop = live.follow(ines)
  server.arrive()
  return { time, server, wire, live, stop, state: () => live.getState().connection.state }
}

const starts = (wire: ReturnType<typeof fakeWire>) => wire.emitted.filter(({ name }) => name === 'start').length

test('nothing connects before somebody follows something', () => {
  const time = fakeTime()
  const wire = fakeWire(time, () => undefined)
  createLive(fakeWorld(time, fakeKept(), wire), rulebook())
  time.pass(60_000)
  expect(wire.attempts).toEqual([])
})

test('a lost line comes back by itself, and is offline only when that takes a while', () => {
  const { time, server, wire, state } = page()
  wire.network = false
  wire.cut()
  expect(state()).toBe('connecting')
  time.pass(3_500)
  expect(state()).toBe('offline')
  wire.network = true
  time.pass(10_000)
  server.arrive()
  expect(state()).toBe('live')
})

test('attempts spread out, up to ten seconds', () => {
  const { time, wire } = page()
  wire.network = false
  wire.cut()
  time.pass(120_000)
  const gaps = wire.attempts.slice(1).map((at, index) => at - (wire.attempts[index] ?? 0))
  expect(Math.max(...gaps.slice(1))).toBe(5_000)
  expect(gaps[1]).toBeLessThan(1_000)
})

test('a server that ends the line is asked again', () => {
  const { time, server, wire, state } = page()
  wire.cut('io server disconnect')
  time.pass(1_000)
  server.arrive()
  expect(state()).toBe('live')
})

test('coming back to the page tries at once', () => {
  const { time, wire, live } = page()
  wire.network = false
  wire.cut()
  time.pass(60_000)
  const before = wire.attempts.length
  wire.network = true
  live.wake()
  expect(wire.attempts.length).toBe(before + 1)
  expect(wire.connected).toBe(true)
})

test('coming back is told in several ways at once, and tried once', () => {
  const { time, wire, live } = page()
  wire.network = false
  wire.cut()
  time.pass(60_000)
  const before = wire.attempts.length
  live.wake()
  live.wake()
  time.pass(200)
  live.wake()
  expect(wire.attempts.length).toBe(before + 1)
})

test('a line that is there is looked at when one comes back, and given up without an answer', () => {
  const { time, server, wire, live } = page()
  const before = starts(wire)
  live.wake()
  expect(starts(wire)).toBe(before + 1)
  server.waiting = []
  const attempts = wire.attempts.length
  time.pass(5_500)
  expect(wire.attempts.length).toBe(attempts + 1)
})

test('a jump of the clock is a sleep: it looks at once', () => {
  const { time, wire } = page()
  const before = starts(wire)
  time.pass(600_000, true)
  expect(starts(wire)).toBeGreaterThan(before)
})

test('a line on which nothing is heard for long is replaced', () => {
  const { time, wire } = page()
  const before = wire.attempts.length
  time.pass(10_000)
  expect(wire.attempts.length).toBe(before)
  time.pass(10_000)
  expect(wire.attempts.length).toBe(before + 1)
})

test('a page that is too old stops and says so; so does one that another device replaced', () => {
  const old = page()
  old.wire.cut()
  old.time.pass(1_000)
  old.server.waiting.shift()?.answer({ ok: false, code: 'too_old', reason: 'too_old', with: {}, retryable: false })
  expect(old.live.getState().bye).toBe('too_old')
  const attempts = old.wire.attempts.length
  old.time.pass(60_000)
  expect(old.wire.attempts.length).toBe(attempts)

  const replaced = page()
  replaced.wire.tell('bye', 'replaced')
  replaced.time.pass(60_000)
  expect(replaced.wire.connected).toBe(false)
  replaced.live.wake()
  replaced.server.arrive()
  expect(replaced.live.getState().bye).toBeNull()
})

test('whoever was removed from all they followed asks again, and is refused in words', () => {
  const { wire, time, server, live } = page()
  wire.tell('bye', 'removed')
  wire.cut()
  time.pass(60_000)
  expect(wire.connected).toBe(true)
  const no = { ok: false, code: 'not_found', reason: 'not_found', with: {}, retryable: false } as const
  server.waiting.at(-1)?.answer(no)
  expect(Object.values(live.getState().follows).map(({ refused }) => refused)).toEqual([no])
})

test('a device the server does not know is told, and does not hammer', () => {
  const { time, wire, live } = page()
  wire.denied = 'unauthenticated'
  wire.cut()
  time.pass(60_000)
  expect(live.getState().follows[keyOf(ines)]?.refused?.code).toBe('unauthenticated')
  expect(wire.attempts.length).toBe(2)
})

test('a server that knows less than this page keeps what is shown', () => {
  const { time, server, wire, live } = page()
  wire.cut()
  time.pass(1_000)
  const no = { ok: false, code: 'conflict', reason: 'server_behind', with: {}, retryable: false, ref: 'r' }
  server.waiting.shift()?.answer(no)
  const following = live.getState().follows[keyOf(ines)]
  expect(following?.refused?.reason).toBe('server_behind')
  expect(following?.replica.visible).not.toBeNull()
})

test('the server’s time is known, also where the clock here is wrong', () => {
  const { time, live, wire } = page()
  const { offset } = live.getState()
  expect(time.now() + offset).toBe(1_000_000)
  wire.tell('head', { stream: meeting, seq: 1, now: 1_000_500 })
  expect(live.getState().offset).toBe(500)
})

test('who leaves the last screen leaves the line', () => {
  const { time, wire, stop, live } = page()
  stop()
  time.pass(2_000)
  expect(wire.connected).toBe(false)
  expect(live.getState().follows).toEqual({})
  live.follow(ines)
  expect(wire.connected).toBe(true)
})

test('a line that the page has begun is not begun once more beside it', () => {
  const time = fakeTime()
  const wire = fakeWire(time, () => undefined)
  wire.active = true
  const live = createLive(fakeWorld(time, fakeKept(), wire), rulebook())
  live.follow(ines)
  live.follow({ ...ines, as: 'p_noor' })
  expect(wire.attempts).toEqual([])
  wire.connected = true
  wire.tell('connect')
  expect(wire.emitted.map(({ what }) => what.as)).toEqual(['p_ines', 'p_noor'])
})

test('one that the page has begun in vain is begun again once somebody wants it', () => {
  const time = fakeTime()
  const wire = fakeWire(time, () => undefined)
  wire.active = true
  const live = createLive(fakeWorld(time, fakeKept(), wire), rulebook())
  wire.tell('connect_error', new Error('websocket error'))
  live.follow(ines)
  expect(wire.connected).toBe(true)
})
