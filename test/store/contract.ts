import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Append, Store, StoredEntry } from '../../server/store/store.ts'

/** How a store is made, and made again on what the one before it left. */
export interface Bench {
  open(): Promise<Store>
  /** As after the process was killed: nothing was closed. Null for a store that forgets with the process. */
  killed: ((before: Store) => Promise<Store>) | null
  clean(): Promise<void>
}

const community = 'v_one'

export function entry(seq: number, ...events: readonly unknown[]): StoredEntry {
  return { seq, id: `k${seq}`, by: 'p_ana', at: 1000 + seq, events }
}

export function one(stream: string, ...entries: readonly StoredEntry[]): Append {
  return { stream, community, entries }
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
    expect(await heads(store())).toEqual({ m_a: 1, m_b: 2, m_c: 2 })
  })

  test('ST4 of many that want the same number one gets it', async () => {
    const stores = Array.from({ length: 200 }, (_, n) => n)
    for (let seq = 1; seq <= 5; seq += 1) {
      const answers = await Promise.all(stores.map((n) => store().append([one('m_a', entry(seq, n))])))
      expect(answers.filter(([yes]) => yes)).toHaveLength(1)
    }
    expect((await store().read('m_a', 0)).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
  })

  test('ST5 every stream is listed with its community and its last number', async () => {
    await store().append([one('m_b', entry(1), entry(2)), { stream: 'c_z', community: 'v_two', entries: [entry(1)] }])
    const found = []
    for await (const head of store().heads()) found.push(head)
    expect(found).toEqual([
      { stream: 'c_z', community: 'v_two', seq: 1 },
      { stream: 'm_b', community, seq: 2 },
    ])
    expect(await store().community('c_z')).toBe('v_two')
    expect(await store().community('c_unknown')).toBeNull()
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

function peopleRules(store: () => Store): void {
  const ana = { id: 'p_ana', community, name: 'Ana', hint: null }

  test('ST10 names are kept, changed and forgotten', async () => {
    const { people } = store()
    expect(await people.addPerson(ana)).toEqual(ana)
    await people.addPerson({ ...ana, id: 'p_bo', community: 'v_two' })
    await expect(people.addPerson(ana)).rejects.toThrow()
    expect(await people.rename('p_ana', 'Anna', null)).toEqual({ ...ana, name: 'Anna' })
    expect(await people.rename('p_nobody', 'X', null)).toBeNull()
    expect(await people.persons(community)).toEqual([{ ...ana, name: 'Anna' }])
    await people.forget('p_ana')
    expect(await people.person('p_ana')).toEqual({ ...ana, name: null })
    expect(await people.person('p_nobody')).toBeNull()
  })

  test('ST11 two people of one name are told apart by a hint, a chosen one or the next number', async () => {
    const { people } = store()
    await people.addPerson(ana)
    expect((await people.addPerson({ ...ana, id: 'p_2', name: 'ANA' })).hint).toBe('2')
    expect((await people.addPerson({ ...ana, id: 'p_3' })).hint).toBe('3')
    expect((await people.addPerson({ ...ana, id: 'p_4', hint: 'house 4' })).hint).toBe('house 4')
    expect((await people.addPerson({ ...ana, id: 'p_5', community: 'v_two' })).hint).toBeNull()
    expect((await people.rename('p_3', 'Bea', null))?.hint).toBeNull()
  })

  test('ST12 a device is found by the hash of its secret, with its people and what it may follow', async () => {
    const { people } = store()
    await people.addPerson(ana)
    await people.addPerson({ ...ana, id: 'p_bo', name: 'Bo' })
    await people.addDevice('d_1', 'hash', 5)
    await people.grant('d_1', 'v_two', 'screen')
    await people.bind('d_1', 'p_ana')
    await people.bind('d_1', 'p_bo')
    await people.bind('d_1', 'p_bo')
    await people.bind('d_unknown', 'p_bo')
    await people.grant('d_1', community, 'screen')
    await people.seen('d_1', 9)
    const both = ['p_ana', 'p_bo']
    const device = { id: 'd_1', people: both, communities: ['v_two', community], joins: [community], lastSeen: 9 }
    expect(await people.deviceBySecret('hash')).toEqual(device)
    expect(await people.devicesOf('p_bo')).toEqual([device])
    expect(await people.deviceBySecret('other')).toBeNull()
    await expect(people.bind('d_1', 'p_nobody')).rejects.toThrow()
    await people.unbind('d_1', 'p_bo')
    expect((await people.device('d_1'))?.people).toEqual(['p_ana'])
    await people.removeDevice('d_1')
    expect(await people.device('d_1')).toBeNull()
    expect(await people.devicesOf('p_ana')).toEqual([])
  })

  test('ST13 who is forgotten loses the devices that were theirs alone', async () => {
    const { people } = store()
    await people.addPerson(ana)
    await people.addPerson({ ...ana, id: 'p_bo', name: 'Bo' })
    await people.addDevice('d_own', 'a', 1)
    await people.addDevice('d_both', 'b', 1)
    await people.addDevice('d_screen', 'c', 1)
    await people.bind('d_own', 'p_ana')
    await people.bind('d_both', 'p_ana')
    await people.bind('d_both', 'p_bo')
    await people.forget('p_ana')
    expect(await people.device('d_own')).toBeNull()
    expect((await people.device('d_both'))?.people).toEqual(['p_bo'])
    expect(await people.device('d_screen')).not.toBeNull()
  })

  test('ST14 a link keeps its grade and is made useless by its next generation', async () => {
    const { people } = store()
    const link = { id: 'l_1', community, grade: 'join', generation: 1 } as const
    const screen = { id: 'l_2', community, grade: 'screen', generation: 1 } as const
    await people.addLink(link)
    await people.addLink(screen)
    await expect(people.addLink(link)).rejects.toThrow()
    expect(await people.links(community)).toEqual([link, screen])
    expect(await people.rotate('l_1')).toEqual({ ...link, generation: 2 })
    expect(await people.link('l_1')).toEqual({ ...link, generation: 2 })
    expect(await people.link('l_3')).toBeNull()
    expect(await people.rotate('l_3')).toBeNull()
  })
}

async function heads(store: Store): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for await (const { stream, seq } of store.heads()) found[stream] = seq
  return found
}
