import { expect, test, vi } from 'vitest'
import { createNames } from '../../server/live/names.ts'
import { oneNode } from '../../server/nodes/memory.ts'
import { remembering } from '../../server/people/remembering.ts'
import { memoryStore } from '../../server/store/memory.ts'
import type { People, Person } from '../../server/store/store.ts'
import { ana, bo, community, room } from './bench.ts'
import { counting } from './counting.ts'
import { until } from './house.ts'

const person = (id: string, name: string, of = community): Person => ({ id, community: of, name, hint: null })

function parts() {
  const store = memoryStore()
  const clock = { now: 1_000_000 }
  const nodes = oneNode(store, () => clock.now)
  return { people: store.people, nodes, clock }
}

test('L34 whoever is heard of while a community is first read is not lost to what was read', async () => {
  const { people, nodes } = parts()
  await people.addPerson(person(ana, 'Ana'))
  const gate = Promise.withResolvers<void>()
  const slow: People = {
    ...people,
    async persons(of) {
      const all = await people.persons(of)
      await gate.promise
      return all
    },
  }
  const names = createNames(slow, nodes)
  const both = [names.of(community), names.of(community)]
  await Promise.resolve()
  names.heard([person(ana, 'Anabel'), person(bo, 'Bo')])
  gate.resolve()
  for (const known of await Promise.all(both)) {
    expect([...known.values()].map(({ name }) => name).sort()).toEqual(['Anabel', 'Bo'])
  }
  expect(names.known(community).get(ana)?.name).toBe('Anabel')
})

test('L34 a community is read once for all who ask at once, and again after it could not be read', async () => {
  const { people, nodes } = parts()
  await people.addPerson(person(ana, 'Ana'))
  let isBroken = true
  const asked = counting<People>({
    ...people,
    persons: async (of) => (isBroken ? Promise.reject(new Error('The disk says no.')) : people.persons(of)),
  })
  const names = createNames(asked.it, nodes)
  await expect(names.of(community)).rejects.toThrow('The disk says no.')
  isBroken = false
  const known = await Promise.all([names.of(community), names.of(community)])
  expect(known.map((all) => all.get(ana)?.name)).toEqual(['Ana', 'Ana'])
  expect(asked.calls('persons')).toBe(2)
})

test('L35 a person who was changed on another node is read again, and a new one is known', async () => {
  const { people, nodes } = parts()
  await people.addPerson(person(ana, 'Ana'))
  const names = createNames(people, nodes)
  await names.of(community)
  await people.rename(ana, 'Anabel', null)
  await people.addPerson(person(bo, 'Bo'))
  expect(names.known(community).get(ana)?.name).toBe('Ana')
  nodes.changed({ person: ana })
  nodes.changed({ person: bo })
  await until(() => names.known(community).get(ana)?.name === 'Anabel')
  await until(() => names.known(community).get(bo)?.name === 'Bo')
})

test('L35 where a changed person cannot be read, nobody old is told: all are read again', async () => {
  const { people, nodes } = parts()
  await people.addPerson(person(ana, 'Ana'))
  const broken: People = { ...people, person: async () => Promise.reject(new Error('The disk says no.')) }
  const names = createNames(broken, nodes)
  await names.of(community)
  await people.rename(ana, 'Anabel', null)
  nodes.changed({ person: ana })
  await until(() => names.known(community).size === 0)
  expect((await names.of(community)).get(ana)?.name).toBe('Anabel')
})

test('L36 only so many communities are kept, and the longest unasked goes first', async () => {
  const { people, nodes } = parts()
  const asked = counting(people)
  const names = createNames(asked.it, nodes)
  for (let n = 0; n < 2_000; n += 1) await names.of(`v_${n}`)
  names.known('v_0')
  await names.of('v_new')
  expect(asked.calls('persons')).toBe(2_001)
  await names.of('v_0')
  expect(asked.calls('persons')).toBe(2_001)
  await names.of('v_1')
  expect(asked.calls('persons')).toBe(2_002)
})

test('L36 of the devices in mind the longest unasked goes, however long it is known', async () => {
  const { people, nodes } = parts()
  const asked = counting<People>({
    ...people,
    device: async (id) => ({ id, people: [], grants: [], lastSeen: 0 }),
  })
  const known = remembering(asked.it, nodes)
  for (let n = 0; n < 10_000; n += 1) await known.device(`d_${n}`)
  await known.device('d_0')
  await known.device('d_new')
  expect(asked.calls('device')).toBe(10_001)
  await known.device('d_0')
  expect(asked.calls('device')).toBe(10_001)
  await known.device('d_1')
  expect(asked.calls('device')).toBe(10_002)
})

test('L37 who has been gone for over a day is forgotten, and who is here never', async () => {
  const { nodes, clock } = parts()
  const { presence } = nodes
  const startedAt = clock.now
  presence.came(room, ana)
  presence.came(room, bo)
  clock.now += 1_000
  presence.went(room, ana)
  const lights = () => presence.lights(room, [ana, bo])
  const gone = () => presence.unreachable(room, [ana, bo])
  expect([await lights(), await gone()]).toEqual([{ [ana]: 'asleep', [bo]: 'live' }, { [ana]: startedAt + 1_000 }])
  clock.now += 24 * 3_600_000 + 1
  presence.came('m_other', ana)
  presence.went('m_other', ana)
  expect([await lights(), await gone()]).toEqual([{ [ana]: 'none', [bo]: 'live' }, { [ana]: startedAt }])
  // Twice here and once gone is here, and more goodbyes than greetings are nobody's.
  presence.came(room, bo)
  presence.went(room, bo)
  expect((await lights())[bo]).toBe('live')
  presence.went(room, bo)
  presence.went(room, bo)
  presence.came(room, bo)
  expect((await lights())[bo]).toBe('live')
})

test('L38 a line whose unsent packets nobody can see is not cut, and breaks nothing', async () => {
  const { cutSlowLines } = await import('../../server/live/followers.ts')
  const close = vi.fn()
  const conns = [
    { close },
    { close, writeBuffer: null },
    { close, writeBuffer: Array.from({ length: 300 }, () => ({})) },
  ]
  const sockets = new Map(conns.map((conn, n) => [String(n), { conn }]))
  expect(cutSlowLines({ sockets: { sockets } } as unknown as Parameters<typeof cutSlowLines>[0])).toBe(1)
  expect(close).toHaveBeenCalledTimes(1)
})
