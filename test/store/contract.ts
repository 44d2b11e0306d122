import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Store } from '../../server/store/store.ts'
import { marksRules } from './contract-marks.ts'
import { peopleRules } from './contract-people.ts'
import { community, entry, one } from './entries.ts'

/** How a store is made, and made again on what the one before it left. */
export interface Bench {
  open(): Promise<Store>
  /** As after the process was killed: nothing was closed. Null for a store that forgets with the process. */
  killed: ((before: Store) => Promise<Store>) | null
  clean(): Promise<void>
}

/** What every store promises. */
export function storeContract(name: string, bench: Bench): void {
  describe(`store: ${name}`, () => {
    let store: Store

    beforeEach(async () => {
      store = await bench.open()
    })
    afterEach(async () => {
      await store.close()
      await bench.clean()
    })

    logRules(() => store)
    apartRules(() => store)
    marksRules(() => store)
    peopleRules(() => store)

    if (bench.killed)
      killRule(
        bench.killed,
        () => store,
        (next) => {
          store = next
        },
      )
  })
}

function killRule(killed: (before: Store) => Promise<Store>, store: () => Store, set: (next: Store) => void): void {
  test('ST9 what was answered yes is there after the process was killed', async () => {
    const streams = ['m_a', 'm_b', 'm_c']
    let acked = 0
    for (let seq = 1; seq <= 40; seq += 1) {
      const answers = await store().append(streams.map((stream) => one(stream, entry(seq, { type: 'x', seq }))))
      acked += answers.filter(Boolean).length
    }
    set(await killed(store()))
    let found = 0
    for (const stream of streams) {
      const entries = await store().read(stream, 0)
      expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1))
      found += entries.length
    }
    expect(acked).toBe(120)
    expect(found).toBe(acked)
  })
}

function logRules(store: () => Store): void {
  test('ST1 what is appended is read back as it was, in order, after a number', async () => {
    const entries = [
      entry(1, { type: 'a', text: 'ä \u{1F642} \u0000' }),
      entry(2),
      entry(3, { type: 'b', list: [1, null, {}] }),
    ]
    expect(await store().append([one('m_a', ...entries)])).toEqual([true])
    expect(await store().read('m_a', 0)).toEqual(entries)
    expect(await store().read('m_a', 2)).toEqual(entries.slice(2))
    expect(await store().read('m_a', 3)).toEqual([])
    expect(await store().read('m_unknown', 0)).toEqual([])
  })

  test('ST2 a number that was taken, or that leaves a gap, is answered no and leaves no trace', async () => {
    await store().append([one('m_a', entry(1, 'first'))])
    const bad = [
      [entry(1, 'again')],
      [entry(3, 'gap')],
      [entry(2, 'good'), entry(2, 'twice')],
      [entry(2, 'good'), entry(4, 'gap')],
      [entry(0, 'zero')],
    ]
    for (const entries of bad) expect(await store().append([one('m_a', ...entries)])).toEqual([false])
    expect(await store().read('m_a', 0)).toEqual([entry(1, 'first')])
  })

  test('ST3 streams of one batch are answered each for itself', async () => {
    await store().append([one('m_a', entry(1, 'first'))])
    const answers = await store().append([
      one('m_b', entry(1, 'b')),
      one('m_a', entry(1, 'late')),
      one('m_c', entry(1, 'c'), entry(2, 'c')),
      one('m_b', entry(2, 'b')),
    ])
    expect(answers).toEqual([true, false, true, true])
    expect(await store().heads(['m_a', 'm_b', 'm_c'])).toEqual(
      new Map([
        ['m_a', 1],
        ['m_b', 2],
        ['m_c', 2],
      ]),
    )
  })

  test('ST4 of many that want the same number one gets it', async () => {
    const stores = Array.from({ length: 200 }, (_, n) => n)
    for (let seq = 1; seq <= 5; seq += 1) {
      const answers = await Promise.all(stores.map((n) => store().append([one('m_a', entry(seq, n))])))
      expect(answers.filter(([yes]) => yes)).toHaveLength(1)
    }
    expect((await store().read('m_a', 0)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
  })

  test('ST5 every stream is listed with what it is and its last number', async () => {
    const circle = { kind: 'circle', community: 'v_two' }
    await store().append([one('m_b', entry(1), entry(2)), { ...one('c_z', entry(1)), about: circle }])
    const found = []
    for await (const listed of store().streams()) found.push(listed)
    expect(found).toHaveLength(2)
    expect(found).toContainEqual({ stream: 'c_z', about: circle, seq: 1 })
    expect(found).toContainEqual({ stream: 'm_b', about: { kind: 'meeting', community }, seq: 2 })
  })

  test('ST5 what a stream is was said with its first entry and stays so, whatever its id looks like', async () => {
    const about = { kind: 'circle', community: 'v_two' }
    await store().append([{ ...one('m_a', entry(1)), about }])
    expect(await store().append([{ ...one('m_a', entry(3)), about: { kind: 'x', community: 'v_x' } }])).toEqual([false])
    expect(await store().append([one('m_a', entry(2))])).toEqual([true])
    expect(await store().about('m_a')).toEqual(about)
    expect(await store().about('m_unknown')).toBeNull()
  })

  test('ST5 a stream that was refused, or got no entry, is none', async () => {
    expect(await store().append([one('m_a', entry(2)), one('m_b')])).toEqual([false, true])
    expect(await store().about('m_a')).toBeNull()
    expect(await store().about('m_b')).toBeNull()
    expect(await store().heads(['m_a', 'm_b'])).toEqual(new Map())
    for await (const { stream } of store().streams()) expect.unreachable(stream)
  })

  test('ST25 the last numbers of many streams are one question, and strangers are left out', async () => {
    await store().append([one('m_a', entry(1), entry(2)), one('m_b', entry(1)), one('m_c', entry(1))])
    const asked = ['m_b', 'm_unknown', 'm_a', 'm_a', "m_'", ...Array.from({ length: 2000 }, (_, n) => `m_${n}`)]
    expect(await store().heads(asked)).toEqual(
      new Map([
        ['m_b', 1],
        ['m_a', 2],
      ]),
    )
    expect(await store().heads([])).toEqual(new Map())
  })

  test('ST26 at most so many entries are read, each with its aparts', async () => {
    const entries = [1, 2, 3, 4].map((seq) => entry(seq, { type: 'a', apart: { seq } }))
    await store().append([one('m_a', ...entries)])
    expect(await store().read('m_a', 0, 2)).toEqual(entries.slice(0, 2))
    expect(await store().read('m_a', 2, 1)).toEqual(entries.slice(2, 3))
    expect(await store().read('m_a', 2, 9)).toEqual(entries.slice(2))
    expect(await store().read('m_a', 4, 1)).toEqual([])
    expect(await store().read('m_a', 0, 0)).toEqual([])
  })

  test('ST27 every entry keeps the version of the language it was written in', async () => {
    const entries = [1, 2, 3].map((seq) => ({ ...entry(seq), v: 4 - seq }))
    await store().append([one('m_a', ...entries)])
    expect((await store().read('m_a', 0)).map(({ v }) => v)).toEqual([3, 2, 1])
  })

  test('ST6 what is read is a copy, and what was given may change afterwards', async () => {
    const event = { type: 'a', list: ['kept'], apart: { word: 'kept' } }
    await store().append([one('m_a', entry(1, event))])
    event.list.push('changed')
    event.apart.word = 'changed'
    const read = (await store().read('m_a', 0))[0]?.events[0] as typeof event
    read.list.push('changed')
    read.apart.word = 'changed'
    expect(await store().read('m_a', 0)).toEqual([entry(1, { type: 'a', list: ['kept'], apart: { word: 'kept' } })])
  })
}

function apartRules(store: () => Store): void {
  const sealed = { type: 'sealed', only: ['p_ana'], apart: { name: 'Walter' } }
  const nested = {
    type: 'process',
    events: [{ type: 'x' }, { type: 'y', apart: 'word', deep: { apart: [{ apart: 1 }] } }],
  }

  test('ST7 an apart is joined on reading wherever it stands in an event', async () => {
    await store().append([one('m_a', entry(1, sealed, nested), entry(2, { type: 'n', apart: null }))])
    expect(await store().read('m_a', 0)).toEqual([entry(1, sealed, nested), entry(2, { type: 'n', apart: null })])
  })

  test('ST8 a destroyed apart is null for good, in its stream alone', async () => {
    const told = { type: 'told', apart: 'stays' }
    await store().append([one('m_a', entry(1, sealed, nested), entry(2, told)), one('m_b', entry(1, sealed))])
    await store().append([one('m_a', entry(3, { type: 'approved', destroys: [1] }))])
    expect(await store().read('m_a', 0)).toEqual([
      entry(
        1,
        { ...sealed, apart: null },
        { type: 'process', events: [{ type: 'x' }, { type: 'y', apart: null, deep: { apart: null } }] },
      ),
      entry(2, told),
      entry(3, { type: 'approved', destroys: [1] }),
    ])
    expect(await store().read('m_b', 0)).toEqual([entry(1, sealed)])
  })

  test('ST8 a refused append destroys nothing', async () => {
    await store().append([one('m_a', entry(1, sealed))])
    expect(await store().append([one('m_a', entry(3, { type: 'approved', destroys: [1] }))])).toEqual([false])
    expect(await store().read('m_a', 0)).toEqual([entry(1, sealed)])
  })
}
