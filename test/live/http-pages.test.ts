import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLogger } from '../../server/machine/logger.ts'
import type { LinkOpened } from '../../shared/http.ts'
import { browser, madeCircle, type Served, serve } from './serving.ts'

let served: Served

beforeAll(async () => {
  served = await serve()
})

afterAll(() => served.stop())

test('every place of the app has its page, asked for anew each time', async () => {
  const places = {
    home: ['/', '/help'],
    join: ['/j', '/j/anything', '/j?x=1'],
    room: ['/room', '/room/x'],
    me: ['/me'],
    circle: ['/c/c_x'],
    meeting: ['/m/m_x', '/m/m_x/minutes'],
  }
  for (const [page, paths] of Object.entries(places)) {
    for (const path of paths) {
      const { status, headers, text } = await served.ask(path)
      expect([path, status, headers['content-type']]).toEqual([path, 200, 'text/html; charset=utf-8'])
      expect(headers['cache-control']).toBe('no-cache')
      expect(text).toContain(`<title>Commonround</title>${page}`)
      const small = await served.ask(path, { headers: { 'accept-encoding': 'gzip' } })
      expect([small.headers['content-encoding'], small.text]).toEqual(['gzip', `${page} as gzip`])
    }
  }
})

function read(state: string): string {
  return `<${state}>; rel=preload; as=fetch; crossorigin`
}

const first = '</assets/main-abc123.js>; rel=modulepreload; crossorigin'
const desk = [
  '</assets/desk-abc123.css>; rel=preload; as=style; crossorigin',
  '</assets/desk-abc123.js>; rel=modulepreload; crossorigin',
]

async function linksOf(path: string, cookie: string | null = null): Promise<readonly string[]> {
  const { status, headers } = await served.ask(path, { headers: cookie === null ? {} : { cookie } })
  expect([path, status]).toEqual([path, 200])
  return (headers.link as string | undefined)?.split(', ') ?? []
}

test('the page of a meeting names what its people go on to, and to strangers nothing', async () => {
  const { ana, circle, meeting, person, fragment } = await madeCircle(served)
  expect(await linksOf(`/m/${meeting}`, ana.cookie)).toEqual([
    first,
    read(`/api/streams/${meeting}/state?as=${person}`),
    ...desk,
  ])
  expect(await linksOf(`/m/${meeting}/minutes`, ana.cookie)).toEqual([
    first,
    read(`/api/streams/${meeting}/state?as=${person}`),
  ])
  const phone = browser(served)
  const { people } = await phone.post<LinkOpened>('/api/links/open', { link: fragment })
  const bruno = people.find(({ name }) => name === 'Bruno')?.person
  await phone.post('/api/people/claim', { circle, person: bruno })
  expect(await linksOf(`/m/${meeting}`, phone.cookie)).toEqual([
    first,
    read(`/api/streams/${meeting}/state?as=${bruno}`),
  ])
  const other = await madeCircle(served)
  for (const cookie of [null, other.ana.cookie])
    for (const path of [`/m/${meeting}`, '/m/m_aaaaaaaaaaaaaaaa', '/m/constructor'])
      expect(await linksOf(path, cookie)).toEqual([])
})

test('the page of a screen names its circle and the meeting it shows, and to strangers nothing', async () => {
  const { ana, meeting, circle } = await madeCircle(served)
  expect(await linksOf(`/room/${circle}`, ana.cookie)).toEqual([
    first,
    read(`/api/streams/${circle}/state?as=`),
    read(`/api/streams/${meeting}/state?as=`),
  ])
  const other = await madeCircle(served)
  for (const cookie of [null, other.ana.cookie])
    for (const path of [`/room/${circle}`, '/room/c_aaaaaaaaaaaaaaaa', `/room/${meeting}`])
      expect(await linksOf(path, cookie)).toEqual([])
})

test('what a page names is what its people then read', async () => {
  const { ana, meeting, circle } = await madeCircle(served)
  for (const path of [`/m/${meeting}`, `/room/${circle}`]) {
    const states = (await linksOf(path, ana.cookie)).flatMap((link) => link.match(/^<(\/api[^>]*)>/)?.slice(1) ?? [])
    expect(states.length).toBeGreaterThan(0)
    for (const state of states)
      expect((await served.ask(state, { headers: { cookie: ana.cookie ?? '' } })).status).toBe(200)
  }
})

test('a page that is not there says so with the app around it; data just says no', async () => {
  const page = await served.ask('/nowhere', { headers: { accept: 'text/html,*/*' } })
  expect([page.status, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
  const data = await served.ask('/nowhere', { headers: { accept: 'application/json' } })
  expect([data.status, data.headers['content-type']]).toEqual([404, 'application/json; charset=utf-8'])
})

test('scripts keep for ever and come as small as the browser takes them', async () => {
  const script = async (accepts: string) => {
    const { headers, text, status } = await served.ask('/assets/main-abc123.js', {
      headers: { 'accept-encoding': accepts },
    })
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    return [status, headers['content-encoding'], headers['content-type'], text]
  }
  const type = 'application/javascript; charset=utf-8'
  expect(await script('gzip, deflate, br')).toEqual([200, 'br', type, 'brotli'])
  expect(await script('gzip')).toEqual([200, 'gzip', type, 'gzip'])
  expect(await script('identity')).toEqual([200, undefined, type, 'export {}'])
})

test('a script carries little beside itself, and nothing but a script can be made of it', async () => {
  for (const accepts of ['gzip', 'br', 'identity']) {
    const { headers } = await served.ask('/assets/main-abc123.js', { headers: { 'accept-encoding': accepts } })
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(Object.keys(headers)).not.toContain('permissions-policy')
    expect(JSON.stringify(headers).length).toBeLessThan(700)
  }
  expect((await served.ask('/')).headers).toHaveProperty('permissions-policy')
})

test('N-X14 nothing outside the public files can be reached', async () => {
  for (const path of [
    '/assets/../home.html',
    '/assets/%2e%2e/home.html',
    '/assets/..%5chome.html',
    '/assets//etc/passwd',
    '/assets/./.././.vite/manifest.json',
    '/assets/MAIN-ABC123.JS',
    '/assets/main-abc123.js%00',
    '/assets/',
    '/.vite/manifest.json',
    '/home.html',
    '//etc/passwd',
  ]) {
    const { status } = await served.ask(path)
    expect([path, status]).toEqual([path, 404])
  }
})

test('B3 robots are asked to stay away', async () => {
  const { text } = await served.ask('/robots.txt')
  expect(text).toBe('User-agent: *\nDisallow: /\n')
})

test('N-H23 health says that it can be used, and nothing else', async () => {
  const { status, text } = await served.ask('/healthz')
  expect([status, text]).toEqual([200, '{"ok":true}'])
})

test('N-X19 the log holds methods, patterns and numbers, one line of JSON each', async () => {
  served.log.lines.length = 0
  await served.ask('/m/%0A%7B%22level%22:60%7D?who=Ana', {
    headers: { 'user-agent': 'nosy', referer: 'http://secret' },
  })
  await served.ask('/healthz')
  const logged = served.log.lines.map(({ fields }) => fields)
  expect(logged.map((fields) => Object.keys(fields).sort())).toEqual(Array(2).fill(['method', 'ms', 'route', 'status']))
  expect(logged.map(({ route }) => route)).toEqual(['/m/:id', '/healthz'])

  const lines: string[] = []
  const log = createLogger(
    'info',
    (line) => lines.push(line),
    () => 7,
  )
  log.info({ name: 'Ana\n{"level":60}\u001B[31m' }, 'answered')
  expect(lines).toEqual(['{"level":30,"time":7,"name":"Ana\\n{\\"level\\":60}\\u001b[31m","msg":"answered"}\n'])
})
