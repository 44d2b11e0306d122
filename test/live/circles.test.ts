import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fragment } from '../../server/people/links.ts'
import type { Grade } from '../../server/store/store.ts'
import { commandId, enter, type Guest } from './house.ts'
import { type Browser, browser, madeCircle, type Served, serve } from './serving.ts'

let served: Served
let garden: Awaited<ReturnType<typeof madeCircle>>
let community: string
/** Of the same community: Ana is in both, Eve in the kitchen alone, Chidi in the garden alone. */
const kitchen = 'c_kkkkkkkkkkkkkkkk'
const supper = 'm_ssssssssssssssss'
const eve = 'p_eeeeeeeeeeeeeeee'
const links: Readonly<Record<Grade, string>> = { join: 'l_jjjjjjjjjjjjjjjj', screen: 'l_ssssssssssssssss' }
const guests: Guest[] = []

beforeEach(async () => {
  served = await serve()
  garden = await madeCircle(served)
  community = (await served.store.about(garden.circle))?.community ?? ''
  const { people } = served.store
  await people.addPerson({ id: eve, community, name: 'Eve', hint: null })
  const members = [garden.person, eve]
  const create = {
    type: 'circle.create',
    circle: kitchen,
    community,
    name: 'Kitchen',
    aim: '',
    members,
    selfAdd: false,
  }
  const call = { type: 'meeting.call', meeting: supper, circle: kitchen, items: [{ title: 'Stove' }] }
  for (const [stream, kind, command] of [
    [kitchen, 'circle', create],
    [supper, 'meeting', call],
  ] as const) {
    const begins = { kind, community }
    const answer = await served.app.host.run({ stream, begins, by: garden.person, id: commandId(), command })
    expect(answer).toEqual({ ok: true, seq: 1 })
  }
  for (const grade of ['join', 'screen'] as const)
    await people.addLink({ id: links[grade], community, circle: kitchen, grade, generation: 1 })
})

afterEach(async () => {
  for (const { socket } of guests.splice(0)) socket.disconnect()
  await served.stop()
})

async function line({ cookie }: Browser): Promise<Guest> {
  const guest = await enter(`http://127.0.0.1:${served.port}`, cookie)
  guests.push(guest)
  return guest
}

async function linkTo(grade: Grade): Promise<string> {
  const link = await served.store.people.link(links[grade])
  return link ? fragment(Buffer.alloc(32, 7), link) : ''
}

/** A phone that was let into the garden or the kitchen, as this person. */
async function phone(link: string, circle: string, person: string): Promise<Browser> {
  const one = browser(served)
  await one.post('/api/links/open', { link })
  await one.post('/api/people/claim', { circle, person })
  return one
}

async function chidi(): Promise<string> {
  const persons = await served.store.people.persons(community)
  return persons.find(({ name }) => name === 'Chidi')?.id ?? ''
}

/** A line of Chidi's, from a phone of its own that the garden let in. */
async function chidis(): Promise<Guest> {
  return line(await phone(garden.fragment, garden.circle, await chidi()))
}

/** A room screen of the kitchen's. */
async function screenOf(): Promise<Browser> {
  const one = browser(served)
  await one.post('/api/links/open', { link: await linkTo('screen') })
  return one
}

/** The numbers of a stream's entries that were told on this line. */
function entriesOf({ heard }: Guest, stream: string): readonly number[] {
  return heard
    .filter(({ event, what }) => event === 'entries' && what.stream === stream)
    .flatMap(({ what }) => (what.entries as readonly { seq: number }[]).map(({ seq }) => seq))
}

/** Which of the streams open for somebody on this line. */
async function opens(guest: Guest, as: string | null): Promise<readonly unknown[]> {
  const streams = [garden.circle, garden.meeting, kitchen, supper]
  const answers = await Promise.all(streams.map((stream) => guest.start(stream, as)))
  return answers.map(({ ok, code }) => (ok ? 'ok' : code))
}

describe('several circles of one community', () => {
  test('N-A40 whoever is in both follows both from one device, though it was let into one', async () => {
    const guest = await line(garden.ana)
    expect(await opens(guest, garden.person)).toEqual(['ok', 'ok', 'ok', 'ok'])
    const here = { type: 'here', remote: false, for: null }
    expect(await guest.send(supper, garden.person, here)).toMatchObject({ ok: true })
    expect(await garden.ana.get(`/api/streams/${kitchen}/state?as=${garden.person}`)).toMatchObject({
      state: { name: 'Kitchen' },
    })
    expect(await garden.ana.get(`/api/circles/${kitchen}/decisions`)).toEqual({
      decisions: [],
      more: false,
      people: {},
    })
    // The device itself was not let in: as nobody it sees the garden alone.
    expect(await opens(guest, null)).toEqual(['ok', 'ok', 'not_found', 'not_found'])
  })

  test('N-A41 whoever is in one follows that one alone, by line and by HTTP', async () => {
    const theirs = await phone(garden.fragment, garden.circle, await chidi())
    expect(await opens(await line(theirs), await chidi())).toEqual(['ok', 'ok', 'not_found', 'not_found'])
    const hers = await phone(await linkTo('join'), kitchen, eve)
    expect(await opens(await line(hers), eve)).toEqual(['not_found', 'not_found', 'ok', 'ok'])
    const no = { ok: false, code: 'not_found' }
    for (const path of ['decisions', 'meetings', 'backlog', 'link'])
      expect([path, await theirs.get(`/api/circles/${kitchen}/${path}`)]).toMatchObject([path, no])
    for (const stream of [kitchen, supper]) {
      expect(await theirs.get(`/api/streams/${stream}/state?as=${await chidi()}`)).toMatchObject(no)
      expect(await theirs.get(`/api/streams/${stream}/state`)).toMatchObject(no)
    }
    const call = { circle: kitchen, as: await chidi(), items: ['Roof'] }
    expect(await theirs.post('/api/meetings', call)).toMatchObject(no)
    expect(await theirs.post(`/api/circles/${kitchen}/link/rotate`, {})).toMatchObject(no)
    for (const path of [`/api/meetings/${supper}/minutes.md`, `/api/circles/${kitchen}/decisions.md`])
      expect((await served.ask(path, { headers: { cookie: theirs.cookie ?? '' } })).status).toBe(404)
  })

  test('N-A42 a link opens its own circle and nothing else of the community', async () => {
    const screen = browser(served)
    expect(await screen.post('/api/links/open', { link: await linkTo('screen') })).toMatchObject({
      circle: kitchen,
      name: 'Kitchen',
      meeting: supper,
    })
    expect(await opens(await line(screen), null)).toEqual(['not_found', 'not_found', 'ok', 'ok'])
    const joined = browser(served)
    const opened = await joined.post<{ people: { person: string }[] }>('/api/links/open', {
      link: await linkTo('join'),
    })
    expect(opened.people.map(({ person }) => person)).toEqual([garden.person, eve])
    expect(
      await joined.post('/api/people', { circle: garden.circle, as: null, name: 'Fay', claim: true }),
    ).toMatchObject({
      code: 'not_found',
    })
    expect(await joined.post('/api/people/claim', { circle: garden.circle, person: await chidi() })).toMatchObject({
      code: 'not_found',
    })
    // Nor by the circle that let it in, whose names are others.
    const claim = { circle: kitchen, person: await chidi() }
    expect(await joined.post('/api/people/claim', claim)).toMatchObject({ code: 'not_found' })
    const add = { circle: kitchen, as: null, name: 'Chidi' }
    expect(await joined.post('/api/people', add)).toMatchObject({ hint: '2', twins: [] })
    expect(await joined.get('/api/me')).toMatchObject({ people: [], circles: [{ circle: kitchen, grade: 'join' }] })
  })

  test('N-A43 a new link of one circle leaves the links of the other as they are', async () => {
    await garden.ana.post(`/api/circles/${kitchen}/link/rotate`, {})
    expect(await browser(served).post('/api/links/open', { link: garden.fragment })).toMatchObject({
      circle: garden.circle,
    })
    expect((await served.store.people.link(links.join))?.generation).toBe(2)
  })

  test('N-A44 let into the second circle too, one device has both, each with its own grade', async () => {
    await garden.ana.post('/api/links/open', { link: await linkTo('screen') })
    expect(await garden.ana.get('/api/me')).toEqual({
      people: [{ person: garden.person, name: 'Ana', hint: null, circles: [garden.circle, kitchen] }],
      circles: [
        { circle: garden.circle, name: 'Garden', grade: 'join', meeting: garden.meeting },
        { circle: kitchen, name: 'Kitchen', grade: 'screen', meeting: supper },
      ],
    })
    expect(await opens(await line(garden.ana), null)).toEqual(['ok', 'ok', 'ok', 'ok'])
    // A screen's link lets nobody be added, also where the device may do so elsewhere.
    expect(await garden.ana.post('/api/people', { circle: kitchen, as: null, name: 'Fay' })).toMatchObject({
      code: 'not_found',
    })
  })

  test('N-A47 a screen’s link lets nobody in as somebody, and shows no more than a screen', async () => {
    const theirs = await phone(garden.fragment, garden.circle, await chidi())
    await theirs.post('/api/links/open', { link: await linkTo('screen') })
    const guest = await line(theirs)
    expect(await opens(guest, await chidi())).toEqual(['ok', 'ok', 'not_found', 'not_found'])
    expect(await opens(guest, null)).toEqual(['ok', 'ok', 'ok', 'ok'])
    expect(await theirs.get('/api/me')).toMatchObject({ people: [{ circles: [garden.circle] }] })
    expect(Object.keys(await theirs.get<object>(`/api/circles/${kitchen}/link`))).toEqual(['join'])
    expect(await theirs.get(`/api/circles/${kitchen}/decisions`)).toMatchObject({ code: 'not_found' })
    expect(await theirs.post(`/api/circles/${kitchen}/link/rotate`, {})).toMatchObject({ code: 'not_found' })
  })

  test('N-A48 whoever is removed has no more to say and hears no more, and what else they follow goes on', async () => {
    const [theirs, alone] = [await chidis(), await chidis()]
    const ana = await line(garden.ana)
    await ana.start(supper, garden.person)
    const here = { type: 'here', remote: false, for: null }
    expect(await ana.send(supper, garden.person, here)).toMatchObject({ ok: true })
    const add = { type: 'person.add', person: await chidi(), as: 'guest' }
    expect(await ana.send(supper, garden.person, add)).toMatchObject({ ok: true })
    for (const stream of [garden.circle, supper]) await theirs.start(stream, await chidi())
    expect(await alone.start(supper, await chidi())).toMatchObject({ ok: true })
    expect(await theirs.send(supper, await chidi(), here)).toMatchObject({ ok: true })
    const gone = { type: 'seat.remove', person: await chidi() }
    const { seq } = await ana.send(supper, garden.person, gone)
    expect(await theirs.send(supper, await chidi(), { type: 'join.self', as: 'guest' })).toMatchObject({
      code: 'not_found',
    })
    // A line that followed nothing else ends, and is told why.
    await alone.hears('disconnect')
    expect(alone.heard.filter(({ event }) => event === 'bye').map(({ what }) => what)).toEqual(['removed'])
    const later = { type: 'item.add', title: 'Not for Chidi', kind: 'talk' }
    expect(await ana.send(supper, garden.person, later)).toMatchObject({ ok: true })
    const backlog = { type: 'backlog.add', title: 'Still for Chidi' }
    await ana.start(garden.circle, garden.person)
    expect(await ana.send(garden.circle, garden.person, backlog)).toMatchObject({ ok: true })
    await theirs.hears('entries', (what) => JSON.stringify(what).includes('Still for Chidi'))
    for (const guest of [theirs, alone]) {
      const told = entriesOf(guest, supper)
      expect(told.at(-1)).toBe(seq)
      expect(JSON.stringify(guest.heard)).not.toContain('Not for Chidi')
    }
  })

  test('N-A48 whoever shares their device goes on, and so does a screen on it', async () => {
    const both = await phone(garden.fragment, garden.circle, await chidi())
    await both.post('/api/people/claim', { circle: garden.circle, person: garden.person })
    const shared = await line(both)
    const screen = await line(await screenOf())
    const add = { type: 'person.add', person: await chidi(), as: 'guest' }
    const ana = await line(garden.ana)
    await ana.start(supper, garden.person)
    await ana.send(supper, garden.person, { type: 'here', remote: false, for: null })
    await ana.send(supper, garden.person, add)
    for (const person of [await chidi(), garden.person])
      expect(await shared.start(supper, person)).toMatchObject({ ok: true })
    await screen.start(supper, null)
    await ana.send(supper, garden.person, { type: 'seat.remove', person: await chidi() })
    const rest = { type: 'here', remote: true, for: null }
    expect(await shared.send(supper, await chidi(), rest)).toMatchObject({ code: 'not_found' })
    const { seq } = await shared.send(supper, garden.person, rest)
    for (const guest of [shared, screen]) {
      await guest.hears('entries', (what) => JSON.stringify(what).includes(`"seq":${seq}`))
      expect(guest.heard.filter(({ event }) => event === 'bye')).toEqual([])
    }
  })

  test('N-A48 whoever came by this circle’s own link may follow on, and come back as a guest', async () => {
    const theirs = await line(await phone(await linkTo('join'), kitchen, eve))
    const ana = await line(garden.ana)
    await ana.start(supper, garden.person)
    await ana.send(supper, garden.person, { type: 'here', remote: false, for: null })
    await theirs.start(supper, eve)
    await ana.send(supper, garden.person, { type: 'seat.remove', person: eve })
    expect(await theirs.send(supper, eve, { type: 'join.self', as: 'guest' })).toMatchObject({ ok: true })
  })

  test('N-A49 who is of another circle is renamed by nobody of this one', async () => {
    const rename = { circle: garden.circle, as: garden.person, person: eve, name: 'Nobody' }
    expect(await garden.ana.post('/api/people/rename', rename)).toMatchObject({ code: 'not_found' })
    expect((await served.store.people.person(eve))?.name).toBe('Eve')
  })

  test('N-A45 names are one community’s: alike is alike in both, and a new name is heard in both', async () => {
    const add = { circle: garden.circle, as: garden.person, name: 'Eve' }
    expect(await garden.ana.post('/api/people', add)).toMatchObject({ hint: '2', twins: [] })
    const [inKitchen, inGarden] = [await line(await phone(await linkTo('join'), kitchen, eve)), await line(garden.ana)]
    await inKitchen.start(supper, eve)
    await inGarden.start(garden.meeting, garden.person)
    const rename = { circle: garden.circle, as: garden.person, person: garden.person, name: 'Anna' }
    expect(await garden.ana.post('/api/people/rename', rename)).toMatchObject({ name: 'Anna' })
    for (const guest of [inKitchen, inGarden])
      expect(await guest.hears('people', (names) => JSON.stringify(names).includes('Anna'))).toEqual({
        [garden.person]: { name: 'Anna', hint: null },
      })
  })

  test('N-A46 another community is another, whatever its circles are called', async () => {
    const other = await madeCircle(served)
    expect((await served.store.about(other.circle))?.community).not.toBe(community)
    const guest = await line(other.ana)
    expect(await opens(guest, other.person)).toEqual(Array(4).fill('not_found'))
    // Also where its device is let in: then as a screen, and never as somebody of elsewhere.
    await other.ana.post('/api/links/open', { link: await linkTo('join') })
    expect(await opens(guest, other.person)).toEqual(Array(4).fill('not_found'))
    expect(await opens(guest, null)).toEqual(['not_found', 'not_found', 'ok', 'ok'])
  })
})
