import { expect, test } from 'vitest'
import type { Store } from '../../server/store/store.ts'
import { entry, one } from './entries.ts'

/** What streams owe others, as every store keeps it. */
export function marksRules(store: () => Store): void {
  async function owing(): Promise<Record<string, number>> {
    return Object.fromEntries((await store().owing()).map(({ stream, told }) => [stream, told]))
  }

  test('ST28 a stream owes from its first entry that tells others something until that has arrived', async () => {
    await store().append([one('m_quiet', entry(1)), one('m_a', entry(1))])
    expect(await owing()).toEqual({})
    await store().append([{ ...one('m_a', entry(2), entry(3)), owes: 2 }])
    expect(await owing()).toEqual({ m_a: 0 })
    await store().append([{ ...one('c_z', entry(1)), told: [{ stream: 'm_a', seq: 1 }] }])
    expect(await owing()).toEqual({ m_a: 1 })
    await store().append([{ ...one('c_z', entry(2)), told: [{ stream: 'm_a', seq: 2 }] }])
    expect(await owing()).toEqual({})
    await store().append([{ ...one('m_a', entry(4)), owes: 4 }])
    expect(await owing()).toEqual({ m_a: 2 })
    await store().append([one('m_a', entry(5))])
    expect(await owing()).toEqual({ m_a: 2 })
  })

  test('ST28 one entry may bring what several streams told, and a stream may owe and be told at once', async () => {
    await store().append([
      { ...one('m_a', entry(1)), owes: 1 },
      { ...one('m_b', entry(1), entry(2)), owes: 2 },
      { ...one('m_c', entry(1)), owes: 1 },
    ])
    const told = [
      { stream: 'm_a', seq: 1 },
      { stream: 'm_b', seq: 1 },
    ]
    await store().append([{ ...one('c_z', entry(1)), owes: 1, told }])
    expect(await owing()).toEqual({ m_b: 1, m_c: 0, c_z: 0 })
  })

  test('ST29 an append that lost its number owes nothing and marks nothing, and the others of its batch do', async () => {
    await store().append([{ ...one('m_a', entry(1)), owes: 1 }, one('c_z', entry(1))])
    const answers = await store().append([
      { ...one('c_z', entry(1)), owes: 1, told: [{ stream: 'm_a', seq: 1 }] },
      { ...one('m_b', entry(2)), owes: 2 },
      { ...one('m_c', entry(1)), owes: 1 },
    ])
    expect(answers).toEqual([false, false, true])
    expect(await owing()).toEqual({ m_a: 0, m_c: 0 })
  })

  test('ST30 a mark is set without an entry, before anything is owed too, and never goes back', async () => {
    await store().append([{ ...one('m_a', entry(1), entry(2), entry(3)), owes: 3 }])
    await store().told('m_a', 2)
    await store().told('m_a', 1)
    expect(await owing()).toEqual({ m_a: 2 })
    await store().append([{ ...one('c_z', entry(1)), told: [{ stream: 'm_a', seq: 1 }] }])
    expect(await owing()).toEqual({ m_a: 2 })
    await store().told('m_a', 3)
    await store().told('m_a', 0)
    expect(await owing()).toEqual({})
    await store().told('m_b', 1)
    await store().append([{ ...one('m_b', entry(1)), owes: 1 }])
    expect(await owing()).toEqual({})
    await store().append([{ ...one('m_b', entry(2)), owes: 2 }])
    expect(await owing()).toEqual({ m_b: 1 })
  })
}
