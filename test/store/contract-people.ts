import { expect, test } from 'vitest'
import type { Store } from '../../server/store/store.ts'
import { community } from './entries.ts'

/** People, devices and links, as every store keeps them. */
export function peopleRules(store: () => Store): void {
  const ana = { id: 'p_ana', community, name: 'Ana', hint: null }
  const screen = { circle: 'c_two', community: 'v_two', grade: 'screen' } as const
  const join = { circle: 'c_one', community, grade: 'join' } as const

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
    await people.grant('d_1', screen)
    await people.bind('d_1', 'p_ana')
    await people.bind('d_1', 'p_bo')
    await people.bind('d_1', 'p_bo')
    await people.bind('d_unknown', 'p_bo')
    await people.grant('d_1', join)
    await people.seen('d_1', 9)
    const device = { id: 'd_1', people: ['p_ana', 'p_bo'], grants: [screen, join], lastSeen: 9 }
    expect(await people.deviceBySecret('hash')).toEqual(device)
    expect(await people.devicesOf('p_bo')).toEqual([device])
    expect(await people.takenElsewhere(['p_bo', 'p_nobody'], 'd_another')).toEqual(new Set(['p_bo']))
    expect(await people.takenElsewhere(['p_bo'], device.id)).toEqual(new Set())
    expect(await people.takenElsewhere([], 'd_another')).toEqual(new Set())
    expect(await people.deviceBySecret('other')).toBeNull()
    await expect(people.bind('d_1', 'p_nobody')).rejects.toThrow()
    await people.unbind('d_1', 'p_bo')
    expect((await people.device('d_1'))?.people).toEqual(['p_ana'])
    await people.removeDevice('d_1')
    expect(await people.device('d_1')).toBeNull()
    expect(await people.devicesOf('p_ana')).toEqual([])
  })

  test('ST12 a device may do things circle by circle, never less than before, and binding a person adds nothing', async () => {
    const { people } = store()
    await people.addPerson(ana)
    await people.addDevice('d_1', 'hash', 5)
    await people.bind('d_1', 'p_ana')
    expect((await people.device('d_1'))?.grants).toEqual([])
    const other = { ...join, circle: 'c_other' }
    await people.grant('d_1', { ...join, grade: 'screen' })
    await people.grant('d_1', other)
    expect((await people.device('d_1'))?.grants).toEqual([{ ...join, grade: 'screen' }, other])
    await people.grant('d_1', join)
    await people.grant('d_1', { ...other, grade: 'screen' })
    expect((await people.device('d_1'))?.grants).toEqual([join, other])
    await people.unbind('d_1', 'p_ana')
    expect((await people.device('d_1'))?.grants).toEqual([join, other])
    await people.grant('d_unknown', join)
    expect(await people.device('d_unknown')).toBeNull()
    await people.removeDevice('d_1')
    await people.addDevice('d_1', 'hash', 6)
    expect((await people.device('d_1'))?.grants).toEqual([])
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

  test('ST13 devices that are nobody’s are let go of when they were not seen for long, so many at a time', async () => {
    const { people } = store()
    await people.addPerson(ana)
    const ids = ['d_fresh', 'd_old', 'd_older', 'd_screen', 'd_oldest_screen', 'd_anas', 'd_here']
    const seen = [90, 10, 9, 10, 1, 1, 1]
    for (const [n, id] of ids.entries()) await people.addDevice(id, `hash of ${id}`, seen[n] ?? 0)
    for (const id of ['d_fresh', 'd_older', 'd_anas', 'd_here']) await people.grant(id, join)
    for (const id of ['d_screen', 'd_oldest_screen']) await people.grant(id, { ...join, grade: 'screen' })
    await people.bind('d_anas', 'p_ana')
    const old = { unseen: 50, unseenScreen: 5, but: ['d_here', 'd_unknown'] }
    expect(await people.prune({ ...old, unseen: 0, unseenScreen: 0 }, 10)).toEqual([])
    const first = await people.prune(old, 2)
    expect(first).toHaveLength(2)
    const gone = [...first, ...(await people.prune(old, 10))]
    expect([...gone].sort()).toEqual(['d_old', 'd_older', 'd_oldest_screen'])
    expect(await people.prune(old, 10)).toEqual([])
    for (const id of ids) expect([id, (await people.device(id)) === null]).toEqual([id, gone.includes(id)])
    // Nothing of it is left for a device of the same name.
    await people.addDevice('d_older', 'another hash', 1)
    expect((await people.device('d_older'))?.grants).toEqual([])
  })

  test('ST14 a link keeps its grade and is made useless by its next generation', async () => {
    const { people } = store()
    const link = { id: 'l_1', community, circle: 'c_one', grade: 'join', generation: 1 } as const
    const screen = { ...link, id: 'l_2', grade: 'screen' } as const
    const other = { ...link, id: 'l_4', circle: 'c_other' } as const
    await people.addLink(link)
    await people.addLink(other)
    await people.addLink(screen)
    await expect(people.addLink(link)).rejects.toThrow()
    expect(await people.links('c_one')).toEqual([link, screen])
    expect(await people.links('c_other')).toEqual([other])
    expect(await people.links('c_unknown')).toEqual([])
    expect(await people.rotate('l_1')).toEqual({ ...link, generation: 2 })
    expect(await people.link('l_1')).toEqual({ ...link, generation: 2 })
    expect(await people.link('l_3')).toBeNull()
    expect(await people.rotate('l_3')).toBeNull()
  })
}
