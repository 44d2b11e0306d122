import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ana, bo, cleo, community, room } from './bench.ts'
import { type Guest, until } from './house.ts'
import { openRoom, type Room } from './room.ts'

let made: Room
const dara = 'p_dddddddddddddddd'
const eve = 'p_eeeeeeeeeeeeeeee'

beforeEach(async () => {
  made = await openRoom()
  const { people } = made.house.store
  await people.addPerson({ id: dara, community, name: 'Dara', hint: null })
  await people.addPerson({ id: eve, community, name: 'Eve', hint: 'house 4' })
  await people.addPerson({ id: 'p_ffffffffffffffff', community: 'v_two', name: 'Femi', hint: null })
})
afterEach(() => made.close())

/** Whose names this line was told, frame by frame, and where the entries came. */
const frames = ({ heard }: Guest) =>
  heard
    .filter(({ event }) => event === 'people' || event === 'entries')
    .map(({ event, what }) => (event === 'people' ? Object.keys(what).sort() : 'entries'))
const isAt = (guest: Guest, seq: number) =>
  until(() =>
    guest.heard.some(({ event, what }) => event === 'entries' && JSON.stringify(what).includes(`"seq":${seq}`)),
  )

async function rename(id: string, name: string): Promise<void> {
  await made.house.store.people.rename(id, name, null)
  // As another server over this store would say.
  made.house.nodes.changed({ person: id })
}

describe('names', () => {
  test('L29 only those come whom something that is sent mentions, once, and before it', async () => {
    const guest = await made.sit(bo)
    expect(frames(guest)).toEqual([[ana, bo, cleo]])
    await made.run({ type: 'say', text: 'nobody new' })
    await made.run({ type: 'chair', to: dara })
    await made.run({ type: 'chair', to: bo })
    await made.run({ type: 'chair', to: dara })
    await isAt(guest, 5)
    expect(frames(guest)).toEqual([[ana, bo, cleo], 'entries', [dara], 'entries', 'entries', 'entries'])
    expect(guest.heard.find(({ event, what }) => event === 'people' && dara in what)?.what).toEqual({
      [dara]: { name: 'Dara', hint: null },
    })
    await guest.start(room, bo)
    await guest.start(room, bo, 1)
    expect(frames(guest)).toHaveLength(6)
  })

  test('L29 who begins to follow is told of those in what is missing, and a new line anew', async () => {
    await made.run({ type: 'chair', to: eve })
    const back = await made.come(bo)
    await back.start(room, bo, 1)
    expect(frames(back)).toEqual([[ana, eve]])
    const fresh = await made.come(bo)
    await fresh.start(room, bo)
    expect(frames(fresh)).toEqual([[ana, bo, cleo, eve]])
    expect(JSON.stringify(fresh.heard)).not.toMatch(/Dara|Femi/)
  })

  test('L30 somebody mentioned in what is sealed is named to its readers alone', async () => {
    const guests = await Promise.all([ana, bo, cleo].map((person) => made.sit(person)))
    const screen = await made.come()
    await screen.start(room, null)
    const all = [...guests, screen]
    const before = all.map((guest) => frames(guest).length)
    await guests[0]?.send(room, ana, { type: 'whisper', to: bo, text: dara })
    for (const guest of all) await isAt(guest, 2)
    const news = all.map((guest, n) => frames(guest).slice(before[n]))
    expect(news).toEqual([[[dara], 'entries'], [[dara], 'entries'], ['entries'], ['entries']])
    // Nor when they come back, nor when that name changes.
    const later = await made.come(cleo)
    await later.start(room, cleo)
    await later.start(room, cleo, 1)
    await rename(dara, 'Dara Osei')
    for (const guest of guests.slice(0, 2))
      await guest.hears('people', (names) => JSON.stringify(names).includes('Osei'))
    await made.run({ type: 'rest' })
    for (const guest of [...all, later]) await isAt(guest, 3)
    for (const guest of [guests[2], screen, later]) expect(JSON.stringify(guest?.heard)).not.toMatch(/Dara|p_dddd/)
  })

  test('L31 a rename goes to the lines that were told that name, and to no other', async () => {
    const [knows, does] = [await made.sit(ana), await made.sit(cleo)]
    await made.run({ type: 'whisper', to: bo, text: 'not them' })
    await knows.send(room, ana, { type: 'whisper', to: ana, text: eve })
    await isAt(knows, 3)
    await rename(eve, 'Eva')
    await rename(dara, 'Nobody knows')
    await rename(bo, 'Bonnie')
    await knows.hears('people', (names) => bo in names && JSON.stringify(names).includes('Bonnie'))
    await does.hears('people', (names) => JSON.stringify(names).includes('Bonnie'))
    expect(JSON.stringify(knows.heard)).toContain('Eva')
    expect(JSON.stringify(does.heard)).not.toMatch(/Ev[ae]/)
    expect(JSON.stringify([knows.heard, does.heard])).not.toContain('Nobody knows')
    // Whoever hears of them later hears the new name.
    await made.run({ type: 'chair', to: eve })
    expect(await does.hears('people', (names) => eve in names)).toEqual({ [eve]: { name: 'Eva', hint: null } })
  })

  test('L32 nobody of another community is named, whoever says their id; somebody forgotten has no name', async () => {
    const guest = await made.sit(bo)
    await made.run({ type: 'chair', to: 'p_ffffffffffffffff' })
    await made.run({ type: 'say', text: `I think ${dara} would do it` })
    await isAt(guest, 3)
    expect(frames(guest)).toEqual([[ana, bo, cleo], 'entries', 'entries'])
    await made.house.store.people.forget(eve)
    made.house.nodes.changed({ person: eve })
    await made.run({ type: 'chair', to: eve })
    await isAt(guest, 4)
    expect(JSON.stringify(guest.heard)).not.toContain('Eve')
  })
})
