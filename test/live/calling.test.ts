import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CircleState } from '../../shared/circle/types.ts'
import type { MeetingState } from '../../shared/meeting/types.ts'
import type { Typed } from '../../shared/stream.ts'
import { loose } from './bench.ts'
import { commandId, until } from './house.ts'
import { jsonHeaders, madeCircle, type Served, serve } from './serving.ts'

let served: Served
let made: Awaited<ReturnType<typeof madeCircle>>

beforeEach(async () => {
  served = await serve()
  made = await madeCircle(served)
})
afterEach(() => served.stop())

async function does(stream: string, command: Typed & Readonly<Record<string, unknown>>, { app } = served) {
  const answer = await app.host.run({ stream, by: made.person, id: commandId(), command })
  expect(answer).toMatchObject({ ok: true })
}

const circle = async ({ app } = served) => (await app.host.look(made.circle))?.state as NonNullable<CircleState>
const isOver = () => until(async () => (await circle()).running === null, 'the circle to hear of the end')

test('the next meeting takes what waits in the circle by its id, with its words, and new titles beside it', async () => {
  await does(made.meeting, { type: 'item.add', title: 'Roof', kind: 'talk' })
  await does(made.meeting, { type: 'meeting.open', item: null })
  await does(made.meeting, { type: 'meeting.end', next: null })
  await isOver()
  await does(made.circle, { type: 'backlog.add', title: 'Compost' })
  const { backlog } = await circle()
  expect(backlog.map(({ title }) => title)).toEqual(['Where bikes stand', 'Roof', 'Compost'])
  const [bikes, , compost] = backlog
  const call = (items: readonly unknown[]) =>
    made.ana.post<{ meeting?: string }>('/api/meetings', { circle: made.circle, as: made.person, items })
  for (const wrong of [[{ backlog: 'x1' }], [{ backlog: 'b1', title: 'x' }], [{ title: 'x' }], [7], [{}]])
    expect([wrong, await call(wrong)]).toMatchObject([wrong, { code: 'invalid' }])
  expect(await call(['Bins', { backlog: 'b99' }])).toMatchObject({ ok: false })
  const { meeting = '' } = await call([{ backlog: compost?.id }, 'Bins', ' ', { backlog: bikes?.id }])
  const called = (await served.app.host.look(meeting))?.state as NonNullable<MeetingState>
  expect(called.items.map(({ title }) => title)).toEqual(['Compost', 'Bins', 'Where bikes stand'])
  await until(async () => (await circle()).backlog.length === 1)
  expect((await circle()).backlog.map(({ title }) => title)).toEqual(['Roof'])
})

test('what a meeting told and had not arrived is told as soon as the next server listens', async () => {
  const store = loose(served.store)
  const deaf = await serve({ store })
  store.over.append = async (batch) => {
    if (batch.some(({ stream }) => stream === made.circle)) throw new Error('The circle cannot hear.')
    return store.inner.append(batch)
  }
  await does(made.meeting, { type: 'meeting.open', item: null }, deaf)
  await until(() => deaf.log.lines.some(({ message }) => message === 'a post has to wait'))
  await deaf.app.close()
  expect((await circle()).running?.stage).toBe('gathering')
  const next = await serve({ store: store.inner })
  await until(async () => (await store.inner.owing()).length === 0)
  expect((await circle(next)).running?.stage).toBe('open')
  await next.app.close()
})

test('whoever calls a meeting waits until its circle knows of it, and no longer than a moment where it is deaf', async () => {
  await does(made.meeting, { type: 'meeting.open', item: null })
  await does(made.meeting, { type: 'meeting.end', next: null })
  await isOver()
  const store = loose(served.store)
  const next = await serve({ store })
  const call = () =>
    next.ask('/api/meetings', {
      method: 'POST',
      headers: { ...jsonHeaders, cookie: made.ana.cookie ?? '' },
      body: JSON.stringify({ circle: made.circle, as: made.person, items: ['Bins'] }),
    })
  let isDeaf = true
  let reads = 0
  store.over.append = async (batch) => {
    if (isDeaf && batch.some(({ stream }) => stream === made.circle)) throw new Error('The circle cannot hear.')
    return store.inner.append(batch)
  }
  store.over.read = async (stream, after, most) => {
    reads += 1
    return store.inner.read(stream, after, most)
  }
  const from = performance.now()
  const { meeting } = JSON.parse((await call()).text)
  expect(performance.now() - from).toBeLessThan(3_000)
  expect([meeting, (await circle()).running]).toEqual([expect.any(String), null])
  // Waiting reads nothing; whatever was read was read to decide.
  expect(reads).toBeLessThan(30)
  isDeaf = false
  await next.app.host.sweep()
  expect((await circle()).running?.id).toBe(meeting)
  await does(meeting, { type: 'meeting.open', item: null }, next)
  await does(meeting, { type: 'meeting.end', next: null }, next)
  await until(async () => (await circle()).running === null)
  const again = JSON.parse((await call()).text)
  expect((await circle()).running?.id).toBe(again.meeting)
  await next.app.close()
})
