import { describe, expect, test } from 'vitest'
import { memoryStore } from '../../server/store/memory.ts'
import { StoreError } from '../../server/store/store.ts'
import { ana, ask, bench, bo, circle, cleo, community, loose, room, say } from './bench.ts'
import type { ParlourState } from './parlour.ts'

describe('the host', () => {
  test('H1 answers with the number under which the entry lies on disk', async () => {
    const { host, store, clock } = bench()
    const first = say('one')
    expect(await host.run(first)).toEqual({ ok: true, seq: 1 })
    expect(await host.run(say('two', { by: bo }))).toEqual({ ok: true, seq: 2 })
    expect((await store.read(room, 0))[0]).toEqual({
      seq: 1,
      id: first.id,
      by: ana,
      at: clock.now,
      events: [{ type: 'said', text: 'one' }],
      v: 1,
    })
    expect(await store.about(room)).toEqual({ kind: 'meeting', community })
  })

  test('H2 keeps the order: on disk, then told, then answered', async () => {
    const steps: string[] = []
    const store = loose(memoryStore())
    const { host } = bench({ store })
    await host.run(say('before'))
    store.over.append = async (batch) => {
      const answers = await store.inner.append(batch)
      steps.push('on disk')
      return answers
    }
    host.listen(() => steps.push('told'))
    await host.run(say('one')).then(() => steps.push('answered'))
    expect(steps).toEqual(['on disk', 'told', 'answered'])
  })

  test('H3 decides what comes together one after the other, and writes it in one batch', async () => {
    const store = loose(memoryStore())
    const { host, news } = bench({ store })
    await host.run(say('before'))
    const sizes: number[] = []
    store.over.append = (batch) => {
      sizes.push(batch.reduce((sum, one) => sum + one.entries.length, 0))
      return store.inner.append(batch)
    }
    const other = 'm_bbbbbbbbbbbbbbbb'
    const claims = [1, 2, 2, 3].map((n) => host.run(ask({ type: 'claim', n })))
    const answers = await Promise.all([...claims, host.run(say('there', { stream: other }))])
    expect(answers.map((answer) => (answer.ok ? answer.seq : answer.reason))).toEqual([2, 3, 'moved_on', 4, 1])
    expect(sizes).toEqual([4])
    expect(news.filter(({ fold }) => fold.stream === room).map(({ entries }) => entries.length)).toEqual([3])
  })

  test('H4 a command that was done is answered as the first time, also after a restart, and only for its person', async () => {
    const { host, store, news } = bench()
    await host.run(say('before'))
    const claim = ask({ type: 'claim', n: 1 })
    const both = await Promise.all([host.run(claim), host.run(claim)])
    expect(both).toEqual([
      { ok: true, seq: 2 },
      { ok: true, seq: 2, replayed: true },
    ])
    await host.run(ask({ type: 'claim', n: 2 }))
    expect(await host.run(claim)).toEqual({ ok: true, seq: 2, replayed: true })
    const again = bench({ store })
    expect(await again.host.run(claim)).toEqual({ ok: true, seq: 2, replayed: true })
    expect(await again.host.run({ ...claim, command: { type: 'say' } })).toMatchObject({ seq: 2, replayed: true })
    expect(await again.host.run({ ...claim, by: bo })).toMatchObject({ ok: false, reason: 'moved_on' })
    expect(await store.read(room, 0)).toHaveLength(3)
    expect(news.flatMap(({ entries }) => entries)).toHaveLength(2)
  })

  test('H5 a refusal leaves no trace and tells nobody; a yes to what was so already is an empty entry', async () => {
    const { host, store, news } = bench()
    await host.run(say('before'))
    expect(await host.run(say(''))).toMatchObject({ ok: false, code: 'invalid', reason: 'blank', retryable: false })
    expect(await store.read(room, 0)).toHaveLength(1)
    expect(news).toEqual([])
    const rest = ask({ type: 'rest' })
    expect(await host.run(rest)).toEqual({ ok: true, seq: 2 })
    expect(await store.read(room, 1)).toMatchObject([{ seq: 2, id: rest.id, by: ana, events: [] }])
    expect(news).toMatchObject([{ fold: { stream: room, seq: 2 }, entries: [{ seq: 2, id: rest.id, events: [] }] }])
    expect(await host.run(rest)).toEqual({ ok: true, seq: 2, replayed: true })
    expect(await bench({ store }).host.run(rest)).toEqual({ ok: true, seq: 2, replayed: true })
  })

  test('H6 a mistake in a rule is answered internal, to be tried again, and harms nobody else', async () => {
    const { host, log } = bench()
    const answers = await Promise.all([host.run(say('one')), host.run(ask({ type: 'break' })), host.run(say('two'))])
    expect(answers).toMatchObject([
      { ok: true, seq: 1 },
      { ok: false, code: 'internal', retryable: true },
      { ok: true, seq: 2 },
    ])
    const [, no] = answers
    expect(log.lines.find(({ level }) => level === 'error')?.fields.ref).toBe('ref' in no ? no.ref : 'none')
    expect(JSON.stringify(log.lines)).not.toContain('a mistake in a rule')
  })

  test('H7 whoever loses a race reads on and decides again', async () => {
    const store = memoryStore()
    const one = bench({ store })
    const two = bench({ store })
    await one.host.run(say('before'))
    await two.host.look(room)
    let tried = 0
    let won = 0
    for (let n = 1; n <= 30; n += 1) {
      const claims = [one, two].flatMap(({ host }) => [
        host.run(ask({ type: 'claim', n })),
        host.run(ask({ type: 'claim', n })),
      ])
      const answers = await Promise.all(claims)
      tried += answers.length
      won += answers.filter(({ ok }) => ok).length
    }
    expect(tried).toBe(120)
    expect(won).toBe(30)
    expect((await store.read(room, 0)).map(({ seq }) => seq)).toEqual(Array.from({ length: 31 }, (_, n) => n + 1))
    await Promise.all([one.host.look(room), two.host.look(room)])
    for (const { news } of [one, two]) {
      const seqs = news.flatMap(({ entries }) => entries.map(({ seq }) => seq))
      expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b))
      expect(seqs.at(-1)).toBe(31)
    }
  })

  test('H8 time in a stream never goes back', async () => {
    const { host, store, clock } = bench()
    await host.run(say('one'))
    clock.now -= 3_600_000
    await host.run(say('two'))
    const [first, second] = await store.read(room, 0)
    expect(second?.at).toBe(first?.at)
  })

  test.each(['unavailable', 'storage_full'] as const)(
    'H9 a store that cannot is answered %s, and work goes on after it',
    async (trouble) => {
      const store = loose(memoryStore())
      const { host } = bench({ store })
      await host.run(say('before'))
      store.over.append = async () => {
        throw new StoreError(trouble, 'The disk says no.')
      }
      const claim = ask({ type: 'claim', n: 1 })
      const answers = await Promise.all([
        host.run(claim),
        host.run(ask({ type: 'claim', n: 1 })),
        host.run(ask({ type: 'rest' })),
      ])
      // The second was decided on what was not kept, so its refusal is not believed either.
      for (const answer of answers) expect(answer).toMatchObject({ ok: false, code: trouble, retryable: true })
      delete store.over.append
      expect(await host.run(claim)).toEqual({ ok: true, seq: 2 })
    },
  )

  test('H10 what was kept although the store threw is found again and done once', async () => {
    const store = loose(memoryStore())
    const { host, news } = bench({ store })
    await host.run(say('before'))
    store.over.append = async (batch) => {
      await store.inner.append(batch)
      throw new StoreError('unavailable', 'Nobody knows whether it was kept.')
    }
    const claim = ask({ type: 'claim', n: 1 })
    expect(await host.run(claim)).toMatchObject({ ok: false, code: 'unavailable' })
    delete store.over.append
    expect(await host.run(claim)).toEqual({ ok: true, seq: 2, replayed: true })
    expect(news.flatMap(({ entries }) => entries.map(({ seq }) => seq))).toEqual([2])
  })

  test('H23 what the store did not take is told to nobody and is not remembered', async () => {
    const store = loose(memoryStore())
    const { host, news } = bench({ store })
    await host.run(say('before'))
    await host.look(room)
    const told = news.length
    store.over.append = async () => {
      throw new StoreError('unavailable', 'The disk says no.')
    }
    expect(await host.run(ask({ type: 'claim', n: 1 }))).toMatchObject({ ok: false, code: 'unavailable' })
    delete store.over.append
    expect(news).toHaveLength(told)
    expect((await host.look(room))?.seq).toBe(1)
  })

  test('H11 a store that cannot be read answers unavailable', async () => {
    const store = loose(memoryStore())
    const { host } = bench({ store })
    const fails = async () => {
      throw new StoreError('unavailable', 'The disk says no.')
    }
    store.over.about = fails
    expect(await host.run(say('one'))).toMatchObject({ ok: false, code: 'unavailable' })
    delete store.over.about
    expect(await host.run(say('one'))).toEqual({ ok: true, seq: 1 })
    store.over.read = fails
    expect(await host.run(say('two'))).toMatchObject({ ok: false, code: 'unavailable' })
    delete store.over.read
    expect(await host.run(say('two'))).toEqual({ ok: true, seq: 2 })
  })

  test('H12 announcing that throws does not turn a yes into a no', async () => {
    const { host, store } = bench()
    await host.run(say('before'))
    host.listen(() => {
      throw new Error('a broken line')
    })
    expect(await host.run(say('one'))).toEqual({ ok: true, seq: 2 })
    expect(await store.read(room, 0)).toHaveLength(2)
  })

  test('H17 a command is completed with the state of the other stream, of the same community alone', async () => {
    const { host, store } = bench()
    await host.run(say('one', { stream: circle }))
    await host.run(say('two', { stream: circle }))
    await host.run(ask({ type: 'open', people: [ana], facilitator: ana, circle }))
    expect(await host.run(ask({ type: 'greet' }))).toEqual({ ok: true, seq: 2 })
    expect((await store.read(room, 1))[0]?.events).toEqual([{ type: 'greeted', said: 2 }])
    const foreign = 'm_zzzzzzzzzzzzzzzz'
    await host.run(
      ask(
        { type: 'open', people: [cleo], facilitator: cleo, circle },
        { stream: foreign, begins: { kind: 'meeting', community: 'v_two' } },
      ),
    )
    expect(await host.run(ask({ type: 'greet' }, { stream: foreign }))).toMatchObject({ ok: false, code: 'not_found' })
    expect(await host.run(ask({ type: 'greet' }, { stream: 'm_yyyyyyyyyyyyyyyy' }))).toMatchObject({
      code: 'not_found',
    })
  })

  test('H18 a stream that does not exist begins only as what it is said to be, and an unknown kind is not found', async () => {
    const { host } = bench()
    expect(await host.run(say('one', { begins: undefined }))).toMatchObject({ ok: false, code: 'not_found' })
    expect(await host.run(say('one', { begins: { kind: 'x', community } }))).toMatchObject({
      ok: false,
      code: 'not_found',
    })
    expect(await host.look(room)).toBeNull()
  })

  test('H19 rules are told the time, the seed and who cannot be reached', async () => {
    const { host, store } = bench({
      seed: () => 99,
      unreachable: async ({ stream }, state) => ({ [stream]: (state as ParlourState).claimed }),
    })
    await host.run(ask({ type: 'claim', n: 1 }))
    await host.run(ask({ type: 'look' }))
    expect((await store.read(room, 1))[0]?.events).toEqual([{ type: 'looked', gone: { [room]: 1 }, seed: 99 }])
  })

  test('H20 an idle stream is let go of and read again when somebody asks', async () => {
    const store = loose(memoryStore())
    const { host, clock } = bench({ store })
    await host.run(say('one'))
    const reads: number[] = []
    store.over.read = (stream, after) => {
      reads.push(after)
      return store.inner.read(stream, after)
    }
    await host.look(room)
    clock.now += 11 * 60_000
    await host.sweep()
    expect((await host.look(room))?.seq).toBe(1)
    expect(reads).toEqual([0, 0])
    await host.look(room)
    expect(reads).toEqual([0, 0, 1])
  })

  test('H22 what was destroyed is neither on disk nor in memory', async () => {
    const { host, store } = bench()
    await host.run(ask({ type: 'whisper', to: bo, text: 'canary' }))
    await host.run(say('between'))
    expect(JSON.stringify(await host.look(room))).toContain('canary')
    await host.run(ask({ type: 'burn', seq: 1 }))
    expect(JSON.stringify(await host.look(room))).not.toContain('canary')
    expect(JSON.stringify(await store.read(room, 0))).not.toContain('canary')
    expect((await bench({ store }).host.look(room))?.recent).toEqual((await host.look(room))?.recent)
  })

  test('H21 closing finishes what is queued and answers everything later unavailable', async () => {
    const { host, store } = bench()
    const queued = Array.from({ length: 20 }, (_, n) => host.run(say(`${n}`)))
    await host.close()
    expect(await host.run(say('late'))).toMatchObject({ ok: false, code: 'unavailable', retryable: true })
    expect((await Promise.all(queued)).every(({ ok }) => ok)).toBe(true)
    expect(await store.read(room, 0)).toHaveLength(20)
  })
})
