import { describe, expect, test } from 'vitest'
import { rules } from '../../server/rules.ts'
import type { CircleState } from '../../shared/circle/types.ts'
import type { MeetingState } from '../../shared/meeting/types.ts'
import { ana, ask, type Bench, bench, bo, circle, community, room, say } from './bench.ts'
import { commandId, until } from './house.ts'
import type { ParlourState } from './parlour.ts'

const few = { entries: 5, text: 100_000 }
const full = { ok: false, code: 'full', reason: 'stream_full', retryable: false }

describe('N-D12 a stream that has taken in what it can', () => {
  test('refuses what people do, whoever they are, and nothing is written or told', async () => {
    const { host, store, news } = bench({ bounds: few })
    const said = ['a', 'b', 'c', 'd', 'e'].map((text) => say(text))
    for (const one of said) expect(await host.run(one)).toMatchObject({ ok: true })
    const { length } = news
    for (const by of [ana, bo]) expect(await host.run(say('more', { by }))).toMatchObject(full)
    expect(await host.run(ask({ type: 'rest' }))).toMatchObject(full)
    expect([await store.read(room, 5), news.length]).toEqual([[], length])
    // What was done is answered as then, and reading goes on.
    expect(await host.run(said[2]!)).toEqual({ ok: true, seq: 3, replayed: true })
    expect((await host.look(room))?.state as ParlourState | undefined).toMatchObject({ said: { length: 5 } })
    expect(await host.run(say('there', { stream: 'm_bbbbbbbbbbbbbbbb' }))).toMatchObject({ ok: true })
  })

  test('counts within one batch, and after a restart', async () => {
    const { host, store } = bench({ bounds: few })
    const answers = await Promise.all(Array.from({ length: 8 }, () => host.run(ask({ type: 'rest' }))))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(5)
    expect(await bench({ store, bounds: few }).host.run(say('later'))).toMatchObject(full)
    expect(await bench({ store, bounds: { ...few, entries: 6 } }).host.run(say('wider'))).toEqual({ ok: true, seq: 6 })
  })

  test('is measured by its words too', async () => {
    const bounds = { entries: 1_000, text: 1_000 }
    const { host, store } = bench({ bounds })
    const long = 'x'.repeat(400)
    const answers = await Promise.all([1, 2, 3, 4].map(() => host.run(say(long))))
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, false])
    expect(await bench({ store, bounds }).host.run(say('short'))).toMatchObject(full)
  })

  test('still takes what ends it, and facts', async () => {
    const { host, store } = bench({ bounds: few })
    await host.run(ask({ type: 'open', people: [ana], facilitator: ana, circle }))
    await Promise.all(Array.from({ length: 8 }, () => host.run(say('here', { stream: circle }))))
    expect(await host.run(say('and here', { stream: circle }))).toMatchObject(full)
    await host.run(ask({ type: 'tell', text: 'one|two|three' }))
    await until(async () => (await store.owing()).length === 0, 'the facts')
    const told = (await store.read(circle, 5)).map(({ events }) => events)
    expect(told).toEqual(['one', 'two', 'three'].map((text) => [{ type: 'told', text }]))
    await Promise.all(Array.from({ length: 8 }, () => host.run(ask({ type: 'rest' }))))
    expect(await host.run(say('more'))).toMatchObject(full)
    expect(await host.run(ask({ type: 'close' }))).toEqual({ ok: true, seq: 6 })
  })
})

test('N-D12 a meeting that takes nothing more is opened, ended, and its circle hears of it', async () => {
  const { host } = bench({ streams: rules.streams, bounds: { entries: 3, text: 100_000 } })
  const does = (stream: string, kind: string, command: { readonly type: string; readonly [field: string]: unknown }) =>
    host.run({ stream, by: ana, id: commandId(), command, begins: { kind, community } })
  const make = { type: 'circle.create', circle, community, name: 'Garden', aim: '', members: [ana, bo], selfAdd: false }
  await does(circle, 'circle', make)
  await does(room, 'meeting', { type: 'meeting.call', meeting: room, circle, items: [{ title: 'Bikes' }] })
  for (const title of ['Roof', 'Swing']) await does(room, 'meeting', { type: 'item.add', title, kind: 'talk' })
  expect(await does(room, 'meeting', { type: 'item.add', title: 'Bins', kind: 'talk' })).toMatchObject(full)
  expect(await does(room, 'meeting', { type: 'meeting.open', item: null })).toMatchObject({ ok: true })
  expect(await does(room, 'meeting', { type: 'item.open', item: 'i1' })).toMatchObject(full)
  expect(await does(room, 'meeting', { type: 'meeting.end', next: null })).toMatchObject({ ok: true })
  expect(((await host.look(room))?.state as MeetingState)?.stage).toBe('ended')
  await until(() => heard(host), 'the circle')
})

async function heard(host: Bench['host']): Promise<boolean> {
  const fold = await host.look(circle)
  const state = fold?.state as CircleState
  return state?.running === null && state.backlog.length === 3
}
