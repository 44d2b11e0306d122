import { describe, expect, test } from 'vitest'
import type { Ask } from '../../server/host/plan.ts'
import { memoryStore } from '../../server/store/memory.ts'
import { type Append, type Store, StoreError } from '../../server/store/store.ts'
import { ana, ask, bench, bo, circle, loose, room, say } from './bench.ts'
import { counting } from './counting.ts'
import { until } from './house.ts'
import { mistaken } from './parlour.ts'

type Bench = ReturnType<typeof bench>

/** A circle that has begun, and a room that tells it. */
async function opened(store: Store): Promise<Bench> {
  const one = bench({ store })
  await one.host.start()
  await one.host.run(say('hello', { stream: circle }))
  await one.host.run(ask({ type: 'open', people: [ana, bo], facilitator: ana, circle }))
  return one
}

const tell = (text: string, stream = room) => ask({ type: 'tell', text }, { stream })

async function told(store: Store): Promise<readonly string[]> {
  const entries = await store.read(circle, 1)
  return entries.map(({ events }) => (events[0] as { text: string }).text)
}

const fails = async () => {
  throw new StoreError('unavailable', 'The disk says no.')
}

/** The circle takes nothing, or nothing like this, until that is taken away again. */
function deafen(store: ReturnType<typeof loose>, text = ''): () => void {
  const isIt = ({ stream, entries }: Append) => stream === circle && JSON.stringify(entries).includes(text)
  store.over.append = (batch) => (batch.some(isIt) ? fails() : store.inner.append(batch))
  return () => void delete store.over.append
}

/** Said again until it is done: what is refused with a post in one batch may be tried again. */
const surely = ({ host }: Bench, one: Ask) => until(async () => (await host.run(one)).ok)

const hasTold = (store: Store) => until(async () => (await store.owing()).length === 0, 'everything to be told')
const waits = ({ log }: Bench, times = 1) =>
  until(() => log.lines.filter(({ message }) => message === 'a post has to wait').length >= times)

describe('what has been told', () => {
  test('H28 what arrived is marked with the entry it became, and is not read again at a start', async () => {
    const inner = memoryStore()
    const one = await opened(inner)
    for (const text of ['a', 'b']) await one.host.run(tell(text))
    await hasTold(inner)
    expect(await told(inner)).toEqual(['a', 'b'])
    const many = Array.from({ length: 200 }, (_, n) => `m_${n}`)
    for (const stream of many) await one.host.run(say('nobody hears', { stream }))
    await one.host.close()
    const store = counting(inner)
    const again = bench({ store: store.it })
    await again.host.start()
    await again.host.sweep()
    expect(store.since()).toEqual({ owing: 1, tidy: 1 })
    expect(again.news).toEqual([])
  })

  test('H29 a start reads those that owe and no other, tells them, and the next reads none', async () => {
    const store = loose(memoryStore())
    const first = await opened(store)
    const other = 'm_bbbbbbbbbbbbbbbb'
    await first.host.run(ask({ type: 'open', people: [ana], facilitator: ana, circle }, { stream: other }))
    await first.host.run(tell('heard', other))
    await hasTold(store)
    deafen(store)
    await first.host.run(tell('not heard'))
    await waits(first)
    await first.host.close()
    const reads: string[] = []
    const watched = loose(store.inner)
    watched.over.read = (stream, after, most) => {
      reads.push(stream)
      return store.inner.read(stream, after, most)
    }
    await bench({ store: watched }).host.start()
    expect(new Set(reads)).toEqual(new Set([room, circle]))
    expect(await told(store.inner)).toEqual(['heard', 'not heard'])
    expect(await store.inner.owing()).toEqual([])
    reads.splice(0)
    await bench({ store: watched }).host.start()
    expect(reads).toEqual([])
  })

  test('H30 what came after a post that has to wait waits behind it, and arrives in order', async () => {
    const store = loose(memoryStore())
    const one = await opened(store)
    const hear = deafen(store, 'first')
    await one.host.run(tell('first'))
    await waits(one, 1)
    // The circle would take these, were it not for the one before them.
    for (const text of ['second', 'third']) await surely(one, tell(text))
    await waits(one, 2)
    expect(await told(store)).toEqual([])
    hear()
    await one.host.run(say('fourth'))
    await one.host.sweep()
    expect(await told(store)).toEqual(['first', 'second', 'third', 'fourth'])
    expect(await store.owing()).toEqual([])
  })

  test('H30 many at once, sent while others are on their way, arrive once each and in order', async () => {
    const store = memoryStore()
    const one = await opened(store)
    const texts = Array.from({ length: 60 }, (_, n) => `${n}`)
    for (let n = 0; n < 60; n += 3) await Promise.all(texts.slice(n, n + 3).map((text) => one.host.run(tell(text))))
    await hasTold(store)
    expect(await told(store)).toEqual(texts)
  })

  test('H30 of what one entry tells, the last waits for the rest', async () => {
    const store = memoryStore()
    const one = await opened(store)
    mistaken.at = 'first'
    await one.host.run(tell('first|second|last'))
    await waits(one)
    mistaken.at = ''
    expect(await store.owing()).toEqual([{ stream: room, told: 0 }])
    await bench({ store }).host.start()
    expect((await told(store)).toSorted()).toEqual(['first', 'last', 'second'])
    expect(await store.owing()).toEqual([])
  })

  test('H31 nothing is marked beyond what has to wait: killed, the next start tells all of it', async () => {
    const store = loose(memoryStore())
    const one = await opened(store)
    await one.host.run(tell('heard'))
    await hasTold(store)
    const hear = deafen(store)
    await one.host.run(tell('first'))
    await waits(one)
    hear()
    await one.host.run(tell('second'))
    expect(await store.owing()).toEqual([{ stream: room, told: 2 }])
    await bench({ store }).host.start()
    expect(await told(store)).toEqual(['heard', 'first', 'second'])
  })

  test('H32 what a room tells while a start has still to read it waits behind what it owes', async () => {
    const store = loose(memoryStore())
    const first = await opened(store)
    deafen(store)
    await first.host.run(tell('owed'))
    await waits(first)
    await first.host.close()
    delete store.over.append
    const again = bench({ store })
    await again.host.look(room)
    const gate = Promise.withResolvers<void>()
    store.over.read = async (stream, after, most) => {
      if (stream === room && after === 0) await gate.promise
      return store.inner.read(stream, after, most)
    }
    const started = again.host.start()
    expect(await again.host.run(tell('new'))).toMatchObject({ ok: true })
    // A turn of its own is more than enough for a post that does not wait.
    await again.host.run(say('elsewhere', { stream: 'm_elsewhere' }))
    expect([await told(store), await store.owing()]).toEqual([[], [{ stream: room, told: 0 }]])
    gate.resolve()
    await started
    await hasTold(store)
    expect(await told(store)).toEqual(['owed', 'new'])
  })

  test('H33 a room that cannot be read at a start is told by the sweep', async () => {
    const store = loose(memoryStore())
    const first = await opened(store)
    deafen(store)
    await first.host.run(tell('owed'))
    await waits(first)
    delete store.over.append
    const again = bench({ store })
    store.over.read = fails
    await again.host.start()
    expect(again.log.lines.map(({ level, message }) => [level, message])).toEqual([
      ['error', 'a stream cannot be read'],
    ])
    delete store.over.read
    expect(await again.host.run(tell('new'))).toMatchObject({ ok: true })
    await again.host.sweep()
    expect(await told(store)).toEqual(['owed', 'new'])
    expect(await store.owing()).toEqual([])
  })
})

describe('where it is not known who owes something', () => {
  /** A room that owes its circle one thing, and a server that could not read that when it started. */
  async function unread() {
    const store = loose(memoryStore())
    const first = await opened(store)
    const hear = deafen(store)
    await first.host.run(tell('owed'))
    await waits(first)
    await first.host.close()
    hear()
    const again = bench({ store })
    store.over.owing = fails
    return { store, again }
  }

  test('H38 nothing goes out before it was read, so that nothing is marked past what is owed', async () => {
    const { store, again } = await unread()
    await again.host.start()
    expect(again.log.lines.map(({ message }) => message)).toEqual(['what is owed cannot be read'])
    expect(await again.host.run(tell('new'))).toMatchObject({ ok: true })
    await again.host.run(say('elsewhere', { stream: 'm_elsewhere' }))
    expect([await told(store), await store.inner.owing()]).toEqual([[], [{ stream: room, told: 0 }]])
    delete store.over.owing
    await again.host.sweep()
    expect([await told(store), await store.owing()]).toEqual([['owed', 'new'], []])
  })

  test('H38 a server that nobody started asks with the first thing somebody tells', async () => {
    const { store, again } = await unread()
    delete store.over.owing
    expect(await again.host.run(tell('new'))).toMatchObject({ ok: true })
    await hasTold(store)
    expect(await told(store)).toEqual(['owed', 'new'])
  })
})

describe('where it is not known whether something arrived', () => {
  test('H34 a repeat that was recognised is marked, so that it is not told for ever', async () => {
    const store = loose(memoryStore())
    const first = await opened(store)
    // Everything arrives, and the marks of it are lost.
    store.over.append = (batch) => store.inner.append(batch.map((one) => ({ ...one, told: [] })))
    await first.host.run(tell('a'))
    await until(async () => (await told(store)).length === 1)
    await first.host.close()
    delete store.over.append
    expect(await store.owing()).toEqual([{ stream: room, told: 0 }])
    await bench({ store }).host.start()
    expect([await told(store), await store.owing()]).toEqual([['a'], []])
  })

  test('H35 a mark that cannot be written is a post told once more, and no failure', async () => {
    const store = loose(memoryStore())
    const first = await opened(store)
    store.over.append = (batch) => store.inner.append(batch.map((one) => ({ ...one, told: [] })))
    await first.host.run(tell('a'))
    await until(async () => (await told(store)).length === 1)
    store.over.told = fails
    const second = bench({ store })
    await second.host.start()
    expect(second.log.lines.map(({ level }) => level)).toContain('warn')
    expect(await store.owing()).toEqual([{ stream: room, told: 0 }])
    store.over.told = store.inner.told
    await bench({ store }).host.start()
    expect([await told(store), await store.owing()]).toEqual([['a'], []])
  })

  test('H37 where something may be owed and nothing is, the next start reads it once and no more', async () => {
    const store = loose(memoryStore())
    const first = await opened(store)
    await first.host.run(tell('a'))
    await hasTold(store)
    // As a file of version 1 comes: up to its last entry, whatever that was.
    store.over.append = (batch) => store.inner.append(batch.map((one) => ({ ...one, owes: 3 })))
    await first.host.run(ask({ type: 'rest' }))
    delete store.over.append
    expect(await store.owing()).toEqual([{ stream: room, told: 2 }])
    await bench({ store }).host.start()
    expect([await told(store), await store.owing()]).toEqual([['a'], []])
  })

  test('H36 what was kept although the store threw is told too, before what comes after it', async () => {
    const store = loose(memoryStore())
    const one = await opened(store)
    store.over.append = async (batch) => {
      await store.inner.append(batch)
      throw new StoreError('unavailable', 'Nobody knows whether it was kept.')
    }
    const doubtful = tell('doubtful')
    expect(await one.host.run(doubtful)).toMatchObject({ ok: false, code: 'unavailable' })
    delete store.over.append
    expect(await one.host.run(tell('after'))).toMatchObject({ ok: true, seq: 3 })
    expect(await one.host.run(doubtful)).toEqual({ ok: true, seq: 2, replayed: true })
    await one.host.sweep()
    await hasTold(store)
    expect(await told(store)).toEqual(['doubtful', 'after'])
  })

  test('H36 what was not kept when the store threw is told to nobody', async () => {
    const store = loose(memoryStore())
    const one = await opened(store)
    store.over.append = fails
    expect(await one.host.run(tell('lost'))).toMatchObject({ ok: false, code: 'unavailable' })
    delete store.over.append
    expect(await one.host.run(tell('kept'))).toMatchObject({ ok: true, seq: 2 })
    await one.host.sweep()
    await hasTold(store)
    expect(await told(store)).toEqual(['kept'])
  })
})
