import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { No } from '../../shared/protocol.ts'
import { type Answered, browser, heads, jsonHeaders, type Made, madeCircle, type Served, serve } from './serving.ts'

let served: Served
let made: Awaited<ReturnType<typeof madeCircle>>
let before: readonly string[]

beforeAll(async () => {
  served = await serve()
  made = await madeCircle(served)
  before = await heads(served)
})

afterAll(() => served.stop())

/** Whatever was refused left no trace, and the next honest person is served. */
async function expectUnharmed(): Promise<void> {
  expect(await heads(served)).toEqual(before)
  const opened = await browser(served).post<{ circle: string }>('/api/links/open', { link: made.fragment })
  expect(opened.circle).toBe(made.circle)
}

function no(answer: Answered): No {
  const said = JSON.parse(answer.text) as No
  expect(said.ok).toBe(false)
  return said
}

const wish = { decide: 'Where', name: 'Eve', circle: 'Eve’s', people: [], selfAdd: false }
const post = (body: string, headers: Readonly<Record<string, string>> = jsonHeaders, path = '/api/circles') =>
  served.ask(path, { method: 'POST', headers, body })

test('N-H1 an unknown path is 404, a wrong method 405, and nothing says what runs here', async () => {
  const unknown = await served.ask('/api/nothing')
  expect(unknown.status).toBe(404)
  expect(no(unknown).code).toBe('not_found')
  for (const [method, path] of [
    ['DELETE', '/api/circles'],
    ['PUT', '/'],
    ['PATCH', `/api/circles/${made.circle}/link`],
    ['TRACE', '/healthz'],
    ['POST', '/healthz'],
  ] as const) {
    const wrong = await served.ask(path, { method })
    expect([method, path, wrong.status]).toEqual([method, path, 405])
    expect(wrong.headers.allow).toMatch(/GET|POST/)
    expect(Object.keys(wrong.headers)).not.toContain('server')
    expect(Object.keys(wrong.headers)).not.toContain('x-powered-by')
  }
  await expectUnharmed()
})

test('N-H2 a body of 64 KB and one is too large', async () => {
  const answer = await post(JSON.stringify({ ...wish, decide: 'x'.repeat(64 * 1024) }))
  expect(answer.status).toBe(413)
  expect(no(answer).code).toBe('too_large')
  await expectUnharmed()
})

test('N-H3 broken, empty and rootless JSON is refused', async () => {
  const whole = JSON.stringify(wish)
  for (const body of ['', whole.slice(0, whole.length / 2), 'null', '[]', '7', '"text"', '{}']) {
    const answer = await post(body)
    expect([body, answer.status]).toEqual([body, 400])
    expect(['bad_request', 'invalid']).toContain(no(answer).code)
  }
  await expectUnharmed()
})

test('N-H4 only exact JSON reaches a handler, and its schema with it', async () => {
  const types = [
    'text/plain',
    'application/json\tx',
    'application/json garbage',
    'APPLICATION/JSON',
    'application/json; charset=utf-16',
    'application/json, text/plain',
    'application/jsonp',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
  ]
  for (const type of types) {
    const answer = await post(JSON.stringify(wish), { ...jsonHeaders, 'content-type': type })
    expect([type, answer.status, no(answer).code]).toEqual([type, 415, 'unsupported_media'])
  }
  const none = await post(JSON.stringify(wish), { 'x-commonround': '1' })
  expect(none.status).toBe(415)
  for (const type of ['application/json', ' application/json', 'application/json; charset=utf-8']) {
    const answer = await post(JSON.stringify({ ...wish, role: 'facilitator' }), {
      ...jsonHeaders,
      'content-type': type,
    })
    expect([type, answer.status, no(answer).code]).toEqual([type, 400, 'invalid'])
  }
  await expectUnharmed()
})

test('N-H6 a poisoned key is refused and poisons nobody', async () => {
  const inner = JSON.stringify(wish).slice(1, -1)
  for (const poison of [
    `"__proto__":{"polluted":1}`,
    `"constructor":{"prototype":{"polluted":1}}`,
    `"people":[{"__proto__":{"polluted":1}}]`,
  ]) {
    const answer = await post(`{${inner},${poison}}`)
    expect([poison, answer.status]).toEqual([poison, 400])
  }
  expect(({} as { polluted?: number }).polluted).toBeUndefined()
  await expectUnharmed()
})

test('a strict body: what is missing, of another kind or unknown is invalid, and the field is named', async () => {
  const { name: _, ...missing } = wish
  expect(no(await post(JSON.stringify(missing)))).toMatchObject({ code: 'invalid', path: '/name' })
  expect(no(await post(JSON.stringify({ ...wish, people: ['Ana', 7] })))).toMatchObject({ path: '/people/1' })
  expect(no(await post(JSON.stringify({ ...wish, selfAdd: 'true' })))).toMatchObject({ path: '/selfAdd' })
  expect(no(await post(JSON.stringify({ ...wish, name: ' \u200B ' })))).toMatchObject({
    reason: 'blank',
    path: '/name',
  })
  expect(no(await post(JSON.stringify({ ...wish, name: 'A\uD800' })))).toMatchObject({ code: 'invalid', path: '/name' })
  expect(no(await post(JSON.stringify({ ...wish, circle: 'x'.repeat(41) })))).toMatchObject({ path: '/circle' })
  await expectUnharmed()
})

test('N-H38 a text that is too long is too large, as on the line, and one that is broken is invalid', async () => {
  const long = 'x'.repeat(41)
  for (const [more, path] of [
    [{ name: long }, '/name'],
    [{ circle: long }, '/circle'],
    [{ decide: 'x'.repeat(121) }, '/decide'],
    [{ people: ['Ana', long] }, '/people'],
    [{ name: 'x'.repeat(4_001) }, '/name'],
    [{ people: ['Ana', 'x'.repeat(4_001)] }, '/people/1'],
  ] as const) {
    const answer = await post(JSON.stringify({ ...wish, ...more }))
    expect([answer.status, no(answer)]).toMatchObject([413, { code: 'too_large', reason: 'too_large', path }])
  }
  expect(no(await post(JSON.stringify({ ...wish, people: ['Ana', `${long}\0`] })))).toMatchObject({ code: 'invalid' })
  await expectUnharmed()
  const { ana, circle, person } = made
  const names = { circle, as: person, name: long }
  const large = { ok: false, code: 'too_large', path: '/name' }
  expect(await ana.post('/api/people', names)).toMatchObject(large)
  expect(await ana.post('/api/people', { ...names, name: 'Eve', hint: long })).toMatchObject({
    ...large,
    path: '/hint',
  })
  expect(await ana.post('/api/people/rename', { ...names, person })).toMatchObject(large)
  expect(await ana.post('/api/people/rename', { ...names, person, name: '\0' })).toMatchObject({ code: 'invalid' })
  const items = ['Bins', 'x'.repeat(121)]
  expect(await ana.post('/api/meetings', { circle, as: person, items })).toMatchObject({ ...large, path: '/items/1' })
  await expectUnharmed()
})

test('N-H13 a POST without our header, or from another site, is refused', async () => {
  const own = `http://127.0.0.1:${served.port}`
  const foreign: Readonly<Record<string, string>>[] = [
    { 'content-type': 'application/json' },
    { ...jsonHeaders, 'x-commonround': '2' },
    { ...jsonHeaders, origin: 'https://evil.example' },
    { ...jsonHeaders, origin: `${own}.evil.example` },
    { ...jsonHeaders, origin: 'null' },
    { ...jsonHeaders, origin: own, 'sec-fetch-site': 'cross-site' },
    { ...jsonHeaders, 'sec-fetch-site': 'same-site' },
  ]
  for (const headers of foreign) {
    const answer = await post(JSON.stringify(wish), headers)
    expect([headers, answer.status, no(answer).code]).toEqual([headers, 403, 'origin_refused'])
  }
  await expectUnharmed()
  const ours = await post('{}', { ...jsonHeaders, origin: own, 'sec-fetch-site': 'same-origin' })
  expect(no(ours).code).toBe('invalid')
})

test('N-H15 N-J4 whoever writes forwarding headers into a request stays who they are', async () => {
  const strict = await serve({ allowances: { making: 1 } })
  const spoofed = (n: number) => ({
    ...jsonHeaders,
    'x-forwarded-for': `10.0.0.${n}`,
    'x-real-ip': `10.0.0.${n}`,
    'cf-connecting-ip': `10.0.0.${n}`,
    forwarded: `for=10.0.0.${n};proto=https;host=evil.example`,
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
  })
  const codes: string[] = []
  for (let n = 0; n < 6; n += 1) {
    const headers = spoofed(n)
    const answer = await strict.ask('/api/links/open', { method: 'POST', headers, body: '{"link":"nothing"}' })
    codes.push(no(answer).code)
  }
  expect(codes).toEqual([...Array<string>(5).fill('not_found'), 'rate_limited'])
  const answer = await strict.ask('/api/circles', { method: 'POST', headers: spoofed(9), body: JSON.stringify(wish) })
  expect((JSON.parse(answer.text) as Made).link).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${strict.port}/j#`))
  await strict.stop()
})

test('N-H16 a trusted proxy is believed, from the right end', async () => {
  const behind = await serve({
    config: { publicUrl: null, create: true, trustProxy: ['127.0.0.0/8', '10.0.0.0/8'], limits: 1 },
    allowances: { failing: 1 },
  })
  const guess = async (hops: string) => {
    const headers = { ...jsonHeaders, 'x-forwarded-for': hops }
    return no(await behind.ask('/api/links/open', { method: 'POST', headers, body: '{"link":"nothing"}' })).code
  }
  const claimed = Array.from({ length: 50 }, (_, n) => `203.0.113.${n}`).join(', ')
  expect(await guess(`${claimed}, 198.51.100.7, 10.1.1.1`)).toBe('not_found')
  expect(await guess(`9.9.9.9, 198.51.100.7, 10.2.2.2`)).toBe('rate_limited')
  expect(await guess('198.51.100.8, 10.1.1.1')).toBe('not_found')
  await behind.stop()
})

test('N-H17 a strange id is not found', async () => {
  const ids = ['', 'x'.repeat(101), '%00', 'a%2Fb', '..%2f', '%c0%ae', '%F0%9F%8C%B3', 'constructor', '__proto__', '%']
  for (const id of ids)
    for (const path of [
      `/api/circles/${id}/link`,
      `/api/circles/${id}/decisions.md`,
      `/api/meetings/${id}/minutes.json`,
    ]) {
      const answer = await served.ask(path, { headers: { cookie: made.ana.cookie ?? '' } })
      expect([path, answer.status, no(answer).code]).toEqual([path, 404, 'not_found'])
    }
  await expectUnharmed()
})

test('N-H19 looking at what changes something changes nothing', async () => {
  const community = (await served.store.about(made.circle))?.community ?? ''
  const people = JSON.stringify(await served.store.people.persons(community))
  expect(people).toContain('Chidi')
  const changing = [
    '/api/circles',
    '/api/links/open',
    '/api/people',
    '/api/people/claim',
    '/api/people/leave',
    '/api/people/rename',
    '/api/meetings',
    `/api/circles/${made.circle}/link/rotate`,
  ]
  for (const path of changing)
    for (const method of ['GET', 'HEAD']) {
      const answer = await served.ask(path, { method, headers: { cookie: made.ana.cookie ?? '' } })
      expect([method, path, answer.status]).toEqual([method, path, 405])
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
  expect(JSON.stringify(await served.store.people.persons(community))).toBe(people)
  await expectUnharmed()
})

test('N-H20 every answer carries the whole set of headers, also "no" and "not here"', async () => {
  const paths = [
    '/',
    '/j',
    '/room',
    '/me',
    `/c/${made.circle}`,
    `/m/${made.meeting}`,
    '/nowhere',
    '/api/me',
    '/healthz',
  ]
  const more = ['/assets/none.js', '/favicon.svg', '/robots.txt', '/api/circles/%c0%ae/link']
  for (const path of [...paths, ...more]) {
    const { headers } = await served.ask(path, { headers: { accept: 'text/html' } })
    expect([path, headers['x-content-type-options'], headers['referrer-policy']]).toEqual([
      path,
      'nosniff',
      'no-referrer',
    ])
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    expect(headers['content-security-policy']).not.toContain('unsafe')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(headers['cross-origin-resource-policy']).toBe('same-origin')
    expect(headers['permissions-policy']).toContain('screen-wake-lock=(self)')
    expect(headers['x-robots-tag']).toBe('noindex, nofollow')
  }
  for (const path of ['/api/me', `/api/circles/${made.circle}/link`]) {
    const { headers } = await served.ask(path, { headers: { cookie: made.ana.cookie ?? '' } })
    expect(headers['cache-control']).toBe('no-store')
  }
})

test('N-H21 another site is told nothing about who may read', async () => {
  const headers = { origin: 'https://evil.example', cookie: made.ana.cookie ?? '' }
  const answer = await served.ask('/api/me', { headers })
  expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  const asked = await served.ask('/api/circles', { method: 'OPTIONS', headers })
  expect(Object.keys(asked.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
})

test('a request that is none gets an answer and harms nobody', async () => {
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(served.port, '127.0.0.1', () => socket.write('HELO commonround\r\n\r\n'))
    let text = ''
    socket.on('data', (piece) => (text += piece.toString()))
    socket.on('close', () => resolve(text))
    socket.on('error', reject)
  })
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  await expectUnharmed()
})
