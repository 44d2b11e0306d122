import { afterEach, beforeEach, expect, test } from 'vitest'
import { PROTOCOL } from '../../shared/protocol.ts'
import { ana, bo, room } from './bench.ts'
import { openRoom, type Room } from './room.ts'

let made: Room

beforeEach(async () => {
  made = await openRoom()
})
afterEach(() => made.close())

const most = 64_000
const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value))
const keys = (answer: object) => Object.keys(answer).sort()
const seqs = (answer: Record<string, unknown>) => (answer.entries as { seq: number }[]).map(({ seq }) => seq)

async function says(times: number, text: string): Promise<void> {
  await Promise.all(Array.from({ length: times }, () => made.run({ type: 'say', text })))
}

/** Takes turns: each makes its entry, and the state is as large as before. */
async function chairs(times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) await made.run({ type: 'chair', to: n % 2 === 0 ? bo : ana })
}

test('L25 whoever misses a few small entries of a large state gets them, and the state is not sent', async () => {
  await says(20, 'x'.repeat(1_000))
  await chairs(3)
  const guest = await made.come(bo)
  const back = await guest.start(room, bo, 21)
  expect(keys(back)).toEqual(['entries', 'now', 'ok', 'seq'])
  expect([back.seq, seqs(back)]).toEqual([24, [22, 23, 24]])
})

test('L26 whoever misses more in entries than the state is gets the state, and nothing twice', async () => {
  await chairs(40)
  const guest = await made.come(bo)
  const back = await guest.start(room, bo, 1)
  expect(back).toMatchObject({ ok: true, seq: 41, at: 41, entries: [], state: { facilitator: ana } })
  // As soon as they are less, it is the entries again.
  const whole = { at: 41, state: back.state, entries: [] }
  for (let after = 41; after > 30; after -= 1) {
    const answer = await guest.start(room, bo, after)
    if (answer.state !== undefined) break
    expect(seqs(answer)).toEqual(Array.from({ length: 41 - after }, (_, n) => after + 1 + n))
    expect(bytes(answer.entries)).toBeLessThanOrEqual(bytes(whole))
  }
})

test('L27 a state of 64 kB goes over the line and one byte more does not', async () => {
  const guest = await made.come(bo)
  await says(44, 'x'.repeat(1_300))
  const { at, state } = await guest.start(room, bo)
  const missing = most - bytes({ at, state, entries: [] })
  // What one more saying takes besides its words.
  const around = bytes({ by: ana, text: '', at: made.house.clock.now }) + 1
  await says(1, 'x'.repeat(missing - around))
  const full = await guest.start(room, bo)
  expect(bytes({ at: full.at, state: full.state, entries: full.entries })).toBe(most)
  for (let n = 1; n < 10; n += 1) await made.run({ type: 'claim', n })
  expect(await guest.start(room, bo)).toMatchObject({ at: 55, state: { claimed: 9 } })
  await made.run({ type: 'claim', n: 10 })
  expect(await guest.start(room, bo)).toEqual({ ok: true, seq: 56, now: made.house.clock.now })
  // Following began all the same: the rest comes by itself.
  await made.run({ type: 'rest' })
  await guest.hears('entries', ({ entries }) => JSON.stringify(entries).includes('"seq":57'))
  expect(keys(await guest.start(room, bo, 56))).toEqual(['entries', 'now', 'ok', 'seq'])
})

test('L28 who does not fold gets the state as it stands, also where the entries would be less', async () => {
  await says(5, 'x'.repeat(1_000))
  const guest = await made.come(bo)
  const plain = (after: number | null) =>
    guest.raw('start', { protocol: PROTOCOL, stream: room, as: bo, after, plain: true })
  expect(await plain(5)).toMatchObject({ ok: true, seq: 6, at: 6, entries: [], state: { facilitator: ana } })
  expect(await plain(6)).toMatchObject({ ok: true, seq: 6, at: 6, entries: [], state: { facilitator: ana } })
  expect(await plain(7)).toMatchObject({ ok: false, code: 'conflict', reason: 'server_behind' })
  await says(50, 'x'.repeat(1_500))
  expect(keys(await plain(null))).toEqual(['now', 'ok', 'seq'])
  for (const wrong of [false, null, 1, 'true'])
    expect(
      await guest.raw('start', { protocol: PROTOCOL, stream: room, as: bo, after: null, plain: wrong }),
    ).toMatchObject({ code: 'invalid', path: '/plain' })
})
