import { expect, test } from 'vitest'
import { oneNode } from '../../server/nodes/memory.ts'
import { createDevices } from '../../server/people/devices.ts'
import { remembering } from '../../server/people/remembering.ts'
import { memoryStore } from '../../server/store/memory.ts'
import { StoreError } from '../../server/store/store.ts'
import { ana, circle, community } from './bench.ts'
import { counting } from './counting.ts'

const day = 86_400_000

function parts() {
  const clock = { now: Date.parse('2026-11-23T18:00:00Z') }
  const store = memoryStore()
  const counted = counting(store.people)
  const people = remembering(
    counted.it,
    oneNode(store, () => clock.now),
  )
  const devices = createDevices(people, null, () => clock.now)
  async function welcome(grade: 'join' | 'screen', person: string | null = null) {
    const { device, cookie } = await devices.welcome()
    await people.grant(device.id, { circle, community, grade })
    if (person !== null) await people.bind(device.id, person)
    // Kept in mind, as for whoever has a line.
    expect(await people.device(device.id)).not.toBeNull()
    return { id: device.id, cookie: cookie.split(';')[0] }
  }
  return { clock, people, devices, counted, welcome }
}

test('a device that opened a link and is nobody’s goes after a month, a screen later, a person’s stays', async () => {
  const { clock, people, devices, welcome } = parts()
  await people.addPerson({ id: ana, community, name: 'Ana', hint: null })
  const [opened, screen, anas, here, again] = [
    await welcome('join'),
    await welcome('screen'),
    await welcome('join', ana),
    await welcome('join'),
    await welcome('join'),
  ]
  const left = async () => {
    const all = await Promise.all([opened, screen, anas, here, again].map(({ id }) => people.device(id)))
    return all.map((device) => device !== null)
  }
  clock.now += 20 * day
  await devices.deviceOf(again.cookie)
  await devices.prune([])
  expect(await left()).toEqual([true, true, true, true, true])
  clock.now += 20 * day
  await devices.prune([here.id])
  expect(await left()).toEqual([false, true, true, true, true])
  clock.now += 200 * day
  await devices.prune([here.id, here.id])
  expect(await left()).toEqual([false, false, true, true, false])
  expect(await devices.deviceOf(opened.cookie)).toBeNull()
  expect(await devices.deviceOf(anas.cookie)).not.toBeNull()
})

test('it is looked for once an hour, however often that is asked', async () => {
  const { clock, devices, counted } = parts()
  for (let n = 0; n < 1_000; n += 1) {
    clock.now += 5_000
    await devices.prune([])
  }
  expect(counted.calls('prune')).toBe(1)
})

test('whoever comes back after days reads also while the disk takes nothing more', async () => {
  const { clock, people } = parts()
  let writes = 0
  const full = createDevices(
    {
      ...people,
      seen: async () => {
        writes += 1
        throw new StoreError('storage_full', 'The disk is full.')
      },
    },
    null,
    () => clock.now,
  )
  const { device, cookie } = await full.welcome()
  clock.now += 2 * day
  expect((await full.deviceOf(cookie.split(';')[0]))?.id).toBe(device.id)
  expect(writes).toBe(1)
})
