import { afterEach, beforeEach, expect, test } from 'vitest'
import { ana, bo, cleo, community, room } from './bench.ts'
import { commandId, enter, type Guest, type House, openHouse, until } from './house.ts'
import { type Between, startProxy } from './proxy.ts'

let house: House
let proxy: Between
let guests: Guest[] = []

beforeEach(async () => {
  house = await openHouse()
  proxy = await startProxy(house.port)
  for (const id of [ana, bo, cleo]) await house.device(id)
  const begins = { kind: 'meeting', community }
  const open = { type: 'open', people: [ana, bo, cleo], facilitator: ana, circle: null }
  await house.app.host.run({ stream: room, by: ana, id: commandId(), command: open, begins })
})
afterEach(async () => {
  for (const { socket } of guests) socket.disconnect()
  guests = []
  await proxy.close()
  await house.close()
})

async function sit(person: string, url = house.url): Promise<Guest> {
  const guest = await enter(url, await house.device(person))
  guests.push(guest)
  await guest.start(room, person)
  return guest
}

const light = (guest: Guest) =>
  guest.heard
    .filter(({ event, what }) => event === 'here' && what.lights !== undefined)
    .map(({ what }) => (what.lights as Record<string, string>)[bo])
    .at(-1)

test('F-10 a phone that fell asleep is noticed, and is up to date again when it wakes', async () => {
  const leader = await sit(ana)
  const phone = await sit(bo, proxy.url)
  await until(() => light(leader) === 'live')
  proxy.hold()
  await leader.send(room, ana, { type: 'say', text: 'while it sleeps' })
  // A ping every 10 seconds, and 8 to answer it.
  await until(() => light(leader) === 'asleep', 'the light', 20_000)
  proxy.release()
  await phone.hears('disconnect')
  phone.socket.connect()
  await until(() => phone.socket.connected)
  expect(await phone.start(room, bo, 1)).toMatchObject({ ok: true, seq: 2, entries: [{ seq: 2 }] })
  await until(() => light(leader) === 'live')
}, 40_000)

test('F-39 a stale device of the same person does not take a step a second time', async () => {
  const [fresh, stale] = [await sit(ana), await sit(ana, proxy.url)]
  const watcher = await sit(cleo)
  proxy.hold()
  const late = stale.send(room, ana, { type: 'claim', n: 1 })
  expect(await fresh.send(room, ana, { type: 'claim', n: 1 })).toEqual({ ok: true, seq: 2 })
  expect(await fresh.send(room, ana, { type: 'claim', n: 2 })).toEqual({ ok: true, seq: 3 })
  house.clock.now += 60_000
  proxy.release()
  expect(await late).toMatchObject({ ok: false, code: 'wrong_state', reason: 'moved_on' })
  await until(() => watcher.heard.filter(({ event }) => event === 'entries').length === 2)
  await until(() => stale.heard.filter(({ event }) => event === 'entries').length === 2)
  expect((await house.store.read(room, 1)).map(({ events }) => events[0])).toEqual(
    [1, 2].map((n) => ({ type: 'claimed', n })),
  )
})

test('F-9 a line cut in the middle of a command: sent again with its id it is done once', async () => {
  let once = 0
  for (let n = 1; n <= 20; n += 1) {
    const phone = await sit(bo, proxy.url)
    const id = commandId()
    const command = { type: 'claim', n }
    phone.socket.emit('command', { stream: room, as: bo, id, command })
    if (n % 2 === 0) await until(async () => (await house.store.read(room, n)).length === 1)
    phone.socket.disconnect()
    const again = await sit(bo, proxy.url)
    house.clock.now += 10_000
    expect(await again.send(room, bo, command, id)).toMatchObject({ ok: true, seq: n + 1 })
    again.socket.disconnect()
    once += 1
  }
  expect(await house.store.read(room, 1)).toHaveLength(once)
})
