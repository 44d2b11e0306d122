import { describe, expect, test } from 'vitest'
import { memoryStore } from '../../server/store/memory.ts'
import { StoreError } from '../../server/store/store.ts'
import { ana, ask, bench, circle, loose, room, say } from './bench.ts'

describe('posts', () => {
  test('H13 posts arrive in the other stream in order, with the meeting as actor', async () => {
    const { host, store } = bench()
    await host.run(say('hello', { stream: circle }))
    await host.run(ask({ type: 'open', people: [ana], facilitator: ana, circle }))
    for (const text of ['a', 'b', 'c']) await host.run(ask({ type: 'tell', text }))
    await until(async () => (await host.look(circle))?.seq === 4)
    const told = (await store.read(circle, 1)).map(({ by, events }) => [by, events])
    expect(told).toEqual(['a', 'b', 'c'].map((text) => [room, [{ type: 'told', text }]]))
  })

  test('H14 posts are sent again at a start and change nothing a second time; those that were lost arrive', async () => {
    const store = loose(memoryStore())
    const first = bench({ store })
    await first.host.run(say('hello', { stream: circle }))
    await first.host.run(ask({ type: 'open', people: [ana], facilitator: ana, circle }))
    await first.host.run(ask({ type: 'tell', text: 'a' }))
    await until(async () => (await first.host.look(circle))?.seq === 2)
    store.over.append = async (batch) => {
      if (batch.some(({ stream }) => stream === circle)) throw new StoreError('unavailable', 'The disk says no.')
      return store.inner.append(batch)
    }
    await first.host.run(ask({ type: 'tell', text: 'lost' }))
    await first.host.close()
    delete store.over.append
    for (let start = 0; start < 3; start += 1) await bench({ store }).host.start()
    const told = (await store.read(circle, 1)).map(({ events }) => events[0])
    expect(told).toEqual([
      { type: 'told', text: 'a' },
      { type: 'told', text: 'lost' },
    ])
  })

  test('H15 a post that is refused for good is said aloud once, and is not owed for ever', async () => {
    const { host, store, log } = bench()
    await host.run(ask({ type: 'open', people: [ana], facilitator: ana, circle }))
    await host.run(ask({ type: 'tell', text: 'nobody took it' }))
    await until(async () => (await store.owing()).length === 0)
    const refused = log.lines.filter(({ message }) => message === 'a post was refused')
    expect(refused.map(({ level, fields }) => [level, fields.code, fields.from])).toEqual([
      ['error', 'not_found', room],
    ])
    expect(JSON.stringify(log.lines)).not.toContain('nobody took it')
    await host.run(say('the circle exists', { stream: circle }))
    const later = bench({ store })
    await later.host.start()
    expect((await later.host.look(circle))?.seq).toBe(1)
    expect(later.log.lines).toEqual([])
  })

  test('H16 a post that could not be delivered is tried again by the sweep', async () => {
    const store = loose(memoryStore())
    const { host } = bench({ store })
    await host.run(say('hello', { stream: circle }))
    await host.run(ask({ type: 'open', people: [ana], facilitator: ana, circle }))
    let failures = 0
    store.over.append = async (batch) => {
      if (!batch.some(({ stream }) => stream === circle)) return store.inner.append(batch)
      failures += 1
      throw new StoreError('unavailable', 'The disk says no.')
    }
    await host.run(ask({ type: 'tell', text: 'late' }))
    await until(() => failures > 0)
    delete store.over.append
    await host.sweep()
    await until(async () => (await host.look(circle))?.seq === 2)
  })
})

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 10_000; turn += 1) {
    if (await isSo()) return
    await new Promise((next) => setImmediate(next))
  }
  throw new Error('It never came to that.')
}
