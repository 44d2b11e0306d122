import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Browser, browser, heads, type Made, madeCircle, type Served, serve } from './serving.ts'

interface LinkOpened {
  readonly circle: string
  readonly name: string
  readonly grade: string
  readonly selfAdd: boolean
  readonly people: readonly { person: string; name: string; hint: string | null; taken: boolean; yours: boolean }[]
  readonly meeting: string | null
}
interface Named {
  readonly person: string
  readonly name: string
  readonly hint: string | null
  readonly twins: readonly object[]
}
interface Me {
  readonly people: readonly { person: string; name: string; circles: readonly string[] }[]
  readonly circles: readonly { circle: string; grade: string; meeting: string | null }[]
}
interface Links {
  readonly join: string
  readonly screen?: string
}

let served: Served
let made: Awaited<ReturnType<typeof madeCircle>>

beforeEach(async () => {
  served = await serve()
  made = await madeCircle(served)
})

afterEach(() => served.stop())

const open = (phone: Browser, link: string) => phone.post<LinkOpened>('/api/links/open', { link })
const claim = (phone: Browser, person: string) =>
  phone.post<Named>('/api/people/claim', { circle: made.circle, person })

async function idOf(name: string): Promise<string> {
  const { people } = await open(browser(served), made.fragment)
  return people.find((one) => one.name === name)?.person ?? ''
}

test('whoever makes a circle is one of it, and comes back without any link', async () => {
  const me = await made.ana.get<Me>('/api/me')
  expect(me.people).toEqual([{ person: made.person, name: 'Ana', hint: null, circles: [made.circle] }])
  expect(me.circles).toEqual([{ circle: made.circle, name: 'Garden', grade: 'join', meeting: made.meeting }])
  expect(await browser(served).get<Me>('/api/me')).toEqual({ people: [], circles: [] })
})

test('the link leads to the names, and one tap on a name to the seat', async () => {
  const phone = browser(served)
  const opened = await open(phone, made.fragment)
  expect(opened).toMatchObject({
    circle: made.circle,
    name: 'Garden',
    grade: 'join',
    selfAdd: false,
    meeting: made.meeting,
  })
  expect(opened.people.map(({ name, taken, yours }) => ({ name, taken, yours }))).toEqual([
    { name: 'Ana', taken: true, yours: false },
    { name: 'Bruno', taken: false, yours: false },
    { name: 'Chidi', taken: false, yours: false },
  ])
  await claim(phone, await idOf('Chidi'))
  const again = await open(phone, made.fragment)
  expect(again.people.at(-1)).toMatchObject({ name: 'Chidi', taken: false, yours: true })
  expect((await phone.get<Me>('/api/me')).people).toMatchObject([{ name: 'Chidi' }])
})

test('two people share a phone, one person has two, and "not me" takes a name back', async () => {
  const phone = browser(served)
  const tablet = browser(served)
  const chidi = await idOf('Chidi')
  await open(phone, made.fragment)
  await open(tablet, made.fragment)
  await claim(phone, await idOf('Bruno'))
  await claim(phone, chidi)
  await claim(tablet, chidi)
  expect((await phone.get<Me>('/api/me')).people.map(({ name }) => name)).toEqual(['Bruno', 'Chidi'])
  await phone.post('/api/people/leave', { person: chidi })
  expect((await phone.get<Me>('/api/me')).people.map(({ name }) => name)).toEqual(['Bruno'])
  expect((await tablet.get<Me>('/api/me')).people.map(({ name }) => name)).toEqual(['Chidi'])
})

test('N-J1 N-X1 guessed tokens all get the same answer, which holds nothing', async () => {
  const patient = await serve({ allowances: { failing: 100_000 } })
  const { fragment } = await madeCircle(patient)
  const [id] = fragment.split('.')
  const guesses = Array.from({ length: 300 }, (_, n) => {
    const token = randomBytes(16).toString('base64url')
    return n % 3 === 0 ? `${id}.${token}` : n % 3 === 1 ? `l_aaaaaaaaaaaaaaaa.${token}` : token
  })
  const stranger = browser(patient)
  const answers = new Set<string>()
  for (const link of guesses) {
    const { ref: _, ...answer } = await open(stranger, link)
    answers.add(JSON.stringify(answer))
  }
  expect([...answers]).toEqual(['{"ok":false,"code":"not_found","reason":"link_unknown","with":{},"retryable":false}'])
  expect(stranger.cookie).toBeNull()
  await patient.stop()
})

test('N-J2 N-J7 guessing is slowed down, longer each time, while the right link goes on opening', async () => {
  const guess = () => open(browser(served), 'l_aaaaaaaaaaaaaaaa.AAAAAAAAAAAAAAAAAAAAAA')
  const codes: unknown[] = []
  for (let n = 0; n < 6; n += 1) codes.push((await guess()).code)
  expect(codes).toEqual([...Array(5).fill('not_found'), 'rate_limited'])
  expect(await guess()).toMatchObject({ reason: 'too_many_tries', retryable: true, retryAfterMs: 60_000 })
  for (let n = 0; n < 60; n += 1) expect((await open(browser(served), made.fragment)).circle).toBe(made.circle)
  served.clock.now += 61_000
  for (let n = 0; n < 5; n += 1) expect((await guess()).code).toBe('not_found')
  expect((await guess()).retryAfterMs).toBe(120_000)
})

test('N-J9 preview robots and prefetches open nothing', async () => {
  const before = await heads(served)
  const robots = [
    'WhatsApp/2.24',
    'TelegramBot (like TwitterBot)',
    'facebookexternalhit/1.1',
    'Slackbot-LinkExpanding 1.0',
    'Discordbot/2.0',
    'SkypeUriPreview',
    'LinkedInBot/1.0',
    'Mattermost-Bot/1.1',
    'Google-PageRenderer',
    'Signal-Desktop/7',
  ]
  for (const agent of robots)
    for (const path of ['/j', '/room', `/m/${made.meeting}`, '/']) {
      const answer = await served.ask(path, {
        headers: { 'user-agent': agent, purpose: 'prefetch', accept: 'text/html' },
      })
      expect(answer.status).toBe(200)
      expect(answer.headers['set-cookie']).toBeUndefined()
      expect(answer.text).not.toMatch(/Garden|Ana|og:/)
    }
  expect(await heads(served)).toEqual(before)
  const { people } = await open(browser(served), made.fragment)
  expect(people.filter(({ taken }) => taken).map(({ name }) => name)).toEqual(['Ana'])
})

test('N-J11 twice the same name, a double tap and the back button are one seat', async () => {
  const phone = browser(served)
  await open(phone, made.fragment)
  const chidi = await idOf('Chidi')
  await Promise.all([claim(phone, chidi), claim(phone, chidi)])
  await open(phone, made.fragment)
  await claim(phone, chidi)
  expect((await phone.get<Me>('/api/me')).people).toHaveLength(1)
  expect(await served.store.people.devicesOf(chidi)).toHaveLength(1)
})

test('N-J16 a token in the path or the query opens nothing, and the log does not know it', async () => {
  const token = made.fragment.split('.')[1] ?? 'none'
  for (const path of [`/j/${made.fragment}`, `/j?${made.fragment}`, `/j?link=${made.fragment}`]) {
    const page = await served.ask(path, { headers: { accept: 'text/html' } })
    expect([path, page.status, page.headers['set-cookie']]).toEqual([path, 200, undefined])
  }
  const asked = await served.ask(`/api/links/open?link=${made.fragment}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-commonround': '1' },
    body: '{}',
  })
  expect(asked.status).toBe(400)
  const pasted = `http://127.0.0.1:${served.port}/j?${made.fragment}`
  expect((await open(browser(served), pasted)).reason).toBe('link_unknown')
  expect(served.log.lines.length).toBeGreaterThan(3)
  expect(JSON.stringify(served.log.lines)).not.toContain(token)
})

test('N-J17 what a chat hangs on a link is taken off', async () => {
  for (const link of [
    ` ${made.fragment}\n`,
    `${made.fragment}.`,
    `${made.fragment},`,
    `${made.fragment})`,
    `${made.fragment}”…`,
    `${made.link}!`,
    `\t${made.link}>\u00A0`,
  ])
    expect([link, (await open(browser(served), link)).circle]).toEqual([link, made.circle])
})

test('N-A24 a new link makes the old one useless, and only its holder hears why', async () => {
  const before = await made.ana.get<Links>(`/api/circles/${made.circle}/link`)
  const after = await made.ana.post<Links>(`/api/circles/${made.circle}/link/rotate`, {})
  expect(after.join).not.toBe(before.join)
  expect(await open(browser(served), before.join)).toMatchObject({ code: 'gone', reason: 'link_old' })
  expect(await open(browser(served), before.screen ?? '')).toMatchObject({ code: 'gone' })
  expect((await open(browser(served), after.join)).circle).toBe(made.circle)
  expect((await made.ana.get<Me>('/api/me')).people).toHaveLength(1)
})

test('the link is the same whenever it is shown, and shown to nobody outside', async () => {
  expect((await made.ana.get<Links>(`/api/circles/${made.circle}/link`)).join).toBe(made.link)
  const stranger = browser(served)
  expect((await stranger.get<Links>(`/api/circles/${made.circle}/link`)).code).toBe('not_found')
  const other = await madeCircle(served)
  expect((await other.ana.get<Links>(`/api/circles/${made.circle}/link`)).code).toBe('not_found')
  expect((await other.ana.post<Links>(`/api/circles/${made.circle}/link/rotate`, {})).code).toBe('not_found')
})

test('N-J19 a room screen sees the way in and can be nobody, whatever the path says', async () => {
  const { screen = '' } = await made.ana.get<Links>(`/api/circles/${made.circle}/link`)
  const room = browser(served)
  const opened = await open(room, screen.replace('/room#', '/j#'))
  expect(opened).toMatchObject({ grade: 'screen', people: [], meeting: made.meeting })
  expect((await claim(room, made.person)).code).toBe('not_found')
  const added = await room.post<Named>('/api/people', { circle: made.circle, as: null, name: 'Eve', claim: true })
  expect(added.code).toBe('not_found')
  expect(await room.get<Links>(`/api/circles/${made.circle}/link`)).toEqual({ join: made.link })
  expect((await room.post<Links>(`/api/circles/${made.circle}/link/rotate`, {})).code).toBe('not_found')
  expect((await room.get<Me>('/api/me')).circles).toMatchObject([{ grade: 'screen' }])
})

test('two Marias are told apart, in the list and when one is added', async () => {
  const wish = {
    decide: 'Where',
    name: 'maria',
    circle: 'Marias',
    people: ['Maria (house 4)', 'Maria (house 7)', 'Zoë (she)', '', 'Bo', 'Bo'],
    selfAdd: false,
  }
  const phone = browser(served)
  const circle = await phone.post<Made>('/api/circles', wish)
  const { people } = await open(browser(served), circle.link)
  expect(people.map(({ name, hint }) => [name, hint])).toEqual([
    ['Maria', 'house 4'],
    ['Maria', 'house 7'],
    ['Zoë (she)', null],
    ['Bo', null],
    ['Bo', '2'],
  ])
  const add = { circle: circle.circle, as: circle.person, name: 'BO' }
  const third = await phone.post<Named>('/api/people', add)
  expect(third).toMatchObject({
    name: 'BO',
    hint: '3',
    twins: [
      { name: 'Bo', hint: null },
      { name: 'Bo', hint: '2' },
    ],
  })
  const tall = { circle: circle.circle, as: circle.person, person: people[3]?.person, name: 'Bo', hint: 'the tall one' }
  expect(await phone.post<Named>('/api/people/rename', tall)).toMatchObject({ name: 'Bo', hint: 'the tall one' })
  // Who is in nothing yet is renamed by nobody else.
  expect(await phone.post<Named>('/api/people/rename', { ...tall, person: third.person })).toMatchObject({
    code: 'not_found',
  })
})

test('someone adds a guest, or themselves, and nobody does so for a circle they are not in', async () => {
  const body = { circle: made.circle, as: made.person, name: '  Dara\u202E ' }
  const guest = await made.ana.post<Named>('/api/people', body)
  expect(guest).toMatchObject({ name: 'Dara', hint: null, twins: [] })
  expect((await made.ana.get<Me>('/api/me')).people).toHaveLength(1)

  const phone = browser(served)
  expect((await phone.post<Named>('/api/people', { ...body, as: null })).code).toBe('unauthenticated')
  await open(phone, made.fragment)
  expect((await phone.post<Named>('/api/people', body)).code).toBe('forbidden')
  const self = await phone.post<Named>('/api/people', { ...body, as: null, name: 'Femi', claim: true })
  expect((await phone.get<Me>('/api/me')).people).toMatchObject([{ person: self.person, name: 'Femi' }])
  expect((await phone.post<Named>('/api/people', { ...body, as: null, name: ' ' })).reason).toBe('blank')

  const other = await madeCircle(served)
  expect((await other.ana.post<Named>('/api/people', { ...body, as: other.person })).code).toBe('not_found')
  const rename = { circle: made.circle, as: other.person, person: guest.person, name: 'Eve' }
  expect((await other.ana.post<Named>('/api/people/rename', rename)).code).toBe('not_found')
  expect((await other.ana.post<Named>('/api/people/claim', { circle: other.circle, person: guest.person })).code).toBe(
    'not_found',
  )
})

test('N-A50 whoever only holds the link and has a name is nobody of the circle yet', async () => {
  const mallory = browser(served)
  await open(mallory, made.fragment)
  const self = { circle: made.circle, as: null, name: 'Mallory', claim: true }
  const { person } = await mallory.post<Named>('/api/people', self)
  for (let n = 0; n < 11; n += 1)
    expect(await mallory.post<object>('/api/meetings', { circle: made.circle, as: person, items: [] })).toMatchObject({
      code: 'forbidden',
      reason: 'not_member',
    })
  const rename = { circle: made.circle, as: person, person: made.person, name: 'Nobody' }
  expect(await mallory.post<object>('/api/people/rename', rename)).toMatchObject({ code: 'not_found' })
  expect(await mallory.post<object>('/api/people/rename', { ...rename, person })).toMatchObject({ name: 'Nobody' })
  expect(await mallory.post<object>(`/api/circles/${made.circle}/link/rotate`, {})).toMatchObject({ code: 'not_found' })
  expect(Object.keys(await mallory.get<Links>(`/api/circles/${made.circle}/link`))).toEqual(['join'])
  // And none of what the circle may still call was used up.
  expect(
    await made.ana.post<object>('/api/meetings', { circle: made.circle, as: made.person, items: [] }),
  ).toMatchObject({ reason: 'meeting_runs' })
})

test('N-A30 a cookie that is not exactly ours is nobody’s', async () => {
  const own = made.ana.cookie ?? ''
  const flipped = own.slice(0, -1) + (own.endsWith('A') ? 'Q' : 'A')
  for (const cookie of [
    flipped,
    own.slice(0, -4),
    own.toUpperCase(),
    `${own}; ${own}`,
    `${own}${'x'.repeat(4_000)}`,
    own.replace('dev=', '__Host-dev='),
  ]) {
    const answer = await served.ask('/api/me', { headers: { cookie } })
    expect([cookie, JSON.parse(answer.text)]).toEqual([cookie, { people: [], circles: [] }])
  }
})

test('the cookie cannot be read by scripts, and with https belongs to this host alone', async () => {
  const secure = await serve({
    config: { publicUrl: 'https://meet.example.org', create: true, trustProxy: [], limits: 1 },
    linkBase: () => 'https://meet.example.org',
  })
  const answer = async ({ ask }: Served) => {
    const wish = { decide: 'Where', name: 'Ana', circle: 'Garden', people: [], selfAdd: true }
    const headers = { 'content-type': 'application/json', 'x-commonround': '1' }
    return ask('/api/circles', { method: 'POST', headers, body: JSON.stringify(wish) })
  }
  const [plain] = [(await answer(served)).headers['set-cookie'] ?? ''].flat()
  expect(plain).toMatch(/^dev=[\w-]{43}; Path=\/; Max-Age=15552000; HttpOnly; SameSite=Lax$/)
  const over = await answer(secure)
  const [bound] = [over.headers['set-cookie'] ?? ''].flat()
  expect(bound).toMatch(/^__Host-dev=[\w-]{43}; Path=\/; Max-Age=15552000; HttpOnly; SameSite=Lax; Secure$/)
  expect(over.headers['strict-transport-security']).toBe('max-age=31536000')
  expect((JSON.parse(over.text) as Made).link).toMatch(/^https:\/\/meet\.example\.org\/j#l_[a-z2-7]{16}\.[\w-]{22}$/)
  await secure.stop()
})

test('CREATE=off: nobody makes a circle, and those that are go on', async () => {
  const closed = await serve({ config: { publicUrl: null, create: false, trustProxy: [], limits: 1 } })
  const wish = { decide: 'Where', name: 'Ana', circle: 'Garden', people: [], selfAdd: false }
  const answer = await browser(closed).post<Made>('/api/circles', wish)
  expect(answer).toMatchObject({ code: 'forbidden', reason: 'create_off' })
  expect(await heads(closed)).toEqual([])
  await closed.stop()
})

test('circles are not made by the hundred', async () => {
  const strict = await serve({ allowances: {} })
  for (let n = 0; n < 10; n += 1) await madeCircle(strict)
  const wish = { decide: 'Where', name: 'Ana', circle: 'Garden', people: [], selfAdd: false }
  expect(await browser(strict).post<Made>('/api/circles', wish)).toMatchObject({ code: 'rate_limited' })
  await strict.stop()
})

test('the next meeting waits until this one has ended', async () => {
  const call = { circle: made.circle, as: made.person, items: ['Compost'] }
  expect(await made.ana.post('/api/meetings', call)).toMatchObject({ code: 'conflict', reason: 'meeting_runs' })
  expect(await browser(served).post('/api/meetings', call)).toMatchObject({ code: 'not_found' })
})
