import { afterEach, beforeEach, expect, test } from 'vitest'
import { oneNode } from '../../server/nodes/memory.ts'
import type { Nodes, Remembered } from '../../server/nodes/nodes.ts'
import { memoryStore } from '../../server/store/memory.ts'
import { enter, type Guest, until } from './house.ts'
import { type Browser, madeCircle, type Served, serve } from './serving.ts'

/** Two servers over one store: what changes on one is said to both, as their database would say it. */
let here: Served
let there: Served
let nodes: readonly Nodes[]
let made: Awaited<ReturnType<typeof madeCircle>>
const guests: Guest[] = []

beforeEach(async () => {
  const store = memoryStore()
  const inner = [1, 2].map(() => oneNode(store, Date.now))
  nodes = inner.map(
    (node): Nodes => ({
      ...node,
      changed(what: Remembered) {
        for (const each of inner) each.changed(what)
      },
    }),
  )
  here = await serve({ store, nodes: nodes[0]! })
  there = await serve({ store, nodes: nodes[1]! })
  made = await madeCircle(here)
})
afterEach(async () => {
  for (const { socket } of guests.splice(0)) socket.disconnect()
  await here.stop()
  await there.stop()
})

async function line(to: Served, { cookie }: Browser): Promise<Guest> {
  const guest = await enter(`http://127.0.0.1:${to.port}`, cookie)
  guests.push(guest)
  return guest
}

test('a rename on one server reaches the lines of the other, and what is read there', async () => {
  const guest = await line(there, made.ana)
  await guest.start(made.meeting, made.person)
  expect(await guest.hears('people', (names) => made.person in names)).toMatchObject({ [made.person]: { name: 'Ana' } })
  const rename = { circle: made.circle, as: made.person, person: made.person, name: 'Anabel' }
  expect(await made.ana.post('/api/people/rename', rename)).toMatchObject({ name: 'Anabel' })
  expect(await guest.hears('people', (names) => JSON.stringify(names).includes('Anabel'))).toEqual({
    [made.person]: { name: 'Anabel', hint: null },
  })
  const read = await there.ask(`/api/streams/${made.meeting}/state`, { headers: { cookie: made.ana.cookie ?? '' } })
  expect(JSON.parse(read.text).people[made.person]).toEqual({ name: 'Anabel', hint: null })
  // Once, though both servers heard of it, and on the one it was done on as well.
  const near = await line(here, made.ana)
  await near.start(made.meeting, made.person)
  expect(await made.ana.post('/api/people/rename', { ...rename, name: 'Anna' })).toMatchObject({ name: 'Anna' })
  for (const one of [guest, near]) {
    await one.hears('people', (names) => JSON.stringify(names).includes('Anna'))
    await one.start(made.circle, made.person)
    const told = one.heard.filter(({ event, what }) => event === 'people' && JSON.stringify(what).includes('Anna'))
    expect(told).toHaveLength(1)
  }
})

test('whoever says "not me" on one server is followed no more on the other', async () => {
  const guest = await line(there, made.ana)
  expect(await guest.start(made.meeting, made.person)).toMatchObject({ ok: true })
  await made.ana.post('/api/people/leave', { person: made.person })
  const here = { type: 'here', remote: false, for: null }
  await until(async () => (await guest.send(made.meeting, made.person, here)).code === 'forbidden')
  expect(guest.heard.filter(({ event }) => event === 'bye')).toEqual([])
})

test('a device that is forgotten on one server is shown out on the other', async () => {
  const guest = await line(there, made.ana)
  await guest.start(made.meeting, made.person)
  const [device] = await here.store.people.devicesOf(made.person)
  await here.store.people.removeDevice(device?.id ?? '')
  nodes[0]?.changed({ device: device?.id ?? '' })
  await guest.hears('disconnect')
  expect(guest.heard.filter(({ event }) => event === 'bye').map(({ what }) => what)).toEqual(['removed'])
})
