import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { memoryStore } from '../../server/store/memory.ts'
import { StoreError } from '../../server/store/store.ts'
import { ana, ask, bench, bo, circle, loose, room, say } from './bench.ts'
import { counting } from './counting.ts'
import { commandId } from './house.ts'
import { openWired, type Wired } from './wired.ts'

const open = { type: 'open' as const, people: [ana, bo], facilitator: ana, circle: null }

describe('what the host asks of the store', () => {
  test('H24 a command costs one question and one write, whatever comes of it', async () => {
    const store = counting(memoryStore())
    const { host } = bench({ store: store.it })
    const first = say('one')
    await host.run(first)
    expect(store.since()).toEqual({ about: 1, append: 1 })
    for (const next of [say('two'), ask({ type: 'rest' }), ask({ type: 'claim', n: 1 })]) {
      expect(await host.run(next)).toMatchObject({ ok: true })
      // What a stream is is asked once, when it is first read.
      const { about: _, ...asked } = store.since()
      expect(asked).toEqual({ read: 1, append: 1 })
    }
    expect(store.calls('about')).toBe(2)
    for (const next of [say(''), first, ask({ type: 'break' })]) {
      await host.run(next)
      expect(store.since()).toEqual({ read: 1 })
    }
    await Promise.all(Array.from({ length: 20 }, (_, n) => host.run(say(`${n}`))))
    expect(store.since()).toEqual({ read: 1, append: 1 })
  })

  test('H25 a command that needs another stream costs one question more', async () => {
    const store = counting(memoryStore())
    const { host } = bench({ store: store.it })
    await host.run(say('here', { stream: circle }))
    await host.run(ask({ ...open, circle }))
    await host.run(ask({ type: 'greet' }))
    store.since()
    expect(await host.run(ask({ type: 'greet' }))).toMatchObject({ ok: true })
    expect(store.since()).toEqual({ read: 2, append: 1 })
  })

  test('H26 all that is followed is caught up with by one question, and only what is behind is read', async () => {
    const inner = memoryStore()
    const store = counting(inner)
    const { host, news } = bench({ store: store.it, heads: (streams) => store.it.heads(streams) })
    const streams = Array.from({ length: 30 }, (_, n) => `m_${String.fromCharCode(97 + (n % 26)).repeat(15)}${n % 7}`)
    for (const stream of streams) await host.run(say('one', { stream }))
    for (const stream of streams) await host.look(stream)
    await bench({ store: inner }).host.run(say('from elsewhere', { stream: streams[3] ?? '' }))
    store.since()
    news.splice(0)
    await host.catchUp([...streams, 'm_unknown'])
    expect(store.since()).toEqual({ heads: 1, read: 1 })
    expect(news.map(({ fold, entries }) => [fold.stream, entries.length])).toEqual([[streams[3], 1]])
    await host.catchUp(streams)
    expect(store.since()).toEqual({ heads: 1 })
  })

  test('H27 while nobody knows whether it was kept, nothing that was known of the stream is believed', async () => {
    const store = loose(memoryStore())
    const { host, news } = bench({ store })
    await host.run(say('before'))
    await host.look(room)
    const told = news.length
    store.over.append = async (batch) => {
      await store.inner.append(batch)
      throw new StoreError('unavailable', 'Nobody knows whether it was kept.')
    }
    const claim = ask({ type: 'claim', n: 1 })
    expect(await host.run(claim)).toMatchObject({ ok: false, code: 'unavailable', retryable: true })
    delete store.over.append
    expect(host.known(room)).toBeNull()
    expect(news).toHaveLength(told)
    const reads: number[] = []
    store.over.read = (stream, after, most) => {
      reads.push(after)
      return store.inner.read(stream, after, most)
    }
    // Decided on what is in the log: the number of the doubtful one is taken.
    expect(await host.run(ask({ type: 'claim', n: 1 }, { by: bo }))).toMatchObject({ reason: 'moved_on' })
    expect(reads).toEqual([0])
    expect(await host.run(ask({ type: 'claim', n: 2 }, { by: bo }))).toEqual({ ok: true, seq: 3 })
    expect(await host.run(claim)).toEqual({ ok: true, seq: 2, replayed: true })
    expect(news.slice(told).flatMap(({ entries }) => entries.map(({ seq }) => seq))).toEqual([2, 3])
  })
})

describe('what a line asks of the store', () => {
  let wired: Wired

  beforeEach(async () => {
    wired = await openWired()
    await wired.host.run(ask(open))
  })
  afterEach(() => wired.close())

  test('L20 after the first command nothing is asked about who sends it, and the stream is read once', async () => {
    const { guest } = await wired.come(bo)
    await guest.start(room, bo)
    await guest.send(room, bo, { type: 'say', text: 'first' })
    wired.asked.since()
    wired.store.since()
    for (let n = 1; n <= 5; n += 1) {
      expect(await guest.send(room, bo, { type: 'claim', n })).toMatchObject({ ok: true })
      expect(wired.store.since()).toEqual({ read: 1, append: 1 })
    }
    expect(wired.asked.since()).toEqual({})
    // What is refused before the rules is not even looked up.
    expect(await guest.send(room, bo, { type: 'say' })).toMatchObject({ code: 'invalid' })
    expect(await guest.send(circle, bo, { type: 'rest' })).toMatchObject({ code: 'not_found' })
    expect([wired.store.since(), wired.asked.since()]).toEqual([{}, {}])
  })

  test('L21 whatever changes about a device counts with its next command, on a line that stands', async () => {
    const say = { type: 'say', text: 'x' }
    const { guest, device } = await wired.come(bo)
    await guest.start(room, bo)
    expect(await guest.send(room, bo, say)).toMatchObject({ ok: true })
    await wired.people.unbind(device, bo)
    expect(await guest.send(room, bo, say)).toMatchObject({ code: 'forbidden', reason: 'not_yours' })
    await wired.people.bind(device, bo)
    expect(await guest.start(room, bo)).toMatchObject({ ok: true })
    expect(await guest.send(room, bo, say)).toMatchObject({ ok: true })
    await wired.people.removeDevice(device)
    await guest.hears('disconnect')
    expect(guest.heard.filter(({ event }) => event === 'bye').map(({ what }) => what)).toEqual(['removed'])
    expect((await wired.host.look(room))?.seq).toBe(3)
  })

  test('L22 whoever is forgotten commands nothing from then on; another of the same device goes on', async () => {
    const { guest } = await wired.come(ana, bo)
    for (const as of [ana, bo]) await guest.start(room, as)
    for (const as of [ana, bo]) expect(await guest.send(room, as, { type: 'rest' })).toMatchObject({ ok: true })
    await wired.people.forget(bo)
    expect(await guest.send(room, bo, { type: 'rest' })).toMatchObject({ code: 'forbidden' })
    expect(await guest.send(room, ana, { type: 'rest' })).toMatchObject({ ok: true })
  })

  test('L23 what another node changed counts here with the next command', async () => {
    const { guest, device } = await wired.come(bo)
    await guest.start(room, bo)
    expect(await guest.send(room, bo, { type: 'rest' })).toMatchObject({ ok: true })
    await wired.asked.it.unbind(device, bo)
    wired.nodes.changed({ device })
    expect(await guest.send(room, bo, { type: 'rest' })).toMatchObject({ code: 'forbidden' })
  })

  test('L24 a new right counts at once too: a person is added to a device, a circle is opened to it', async () => {
    const { guest, device } = await wired.come(bo)
    expect(await guest.start(room, ana)).toMatchObject({ code: 'forbidden' })
    await wired.people.addPerson({ id: ana, community: 'v_one', name: 'Ana', hint: null })
    await wired.people.bind(device, ana)
    expect(await guest.start(room, ana)).toMatchObject({ ok: true })
    const far = { stream: 'm_zzzzzzzzzzzzzzzz', circle: 'c_zzzzzzzzzzzzzzzz' }
    const command = { ...open, people: [], circle: far.circle }
    await wired.host.run({ ...ask(command), stream: far.stream, id: commandId() })
    expect(await guest.start(far.stream, null)).toMatchObject({ code: 'not_found' })
    await wired.people.grant(device, { circle: far.circle, community: 'v_one', grade: 'screen' })
    expect(await guest.start(far.stream, null)).toMatchObject({ ok: true })
  })
})
