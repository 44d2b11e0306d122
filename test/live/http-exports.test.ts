import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Doc } from '../../shared/record/doc.ts'
import { type Answered, browser, madeCircle, type Served, serve } from './serving.ts'

let served: Served
let made: Awaited<ReturnType<typeof madeCircle>>

beforeAll(async () => {
  served = await serve()
  made = await madeCircle(served)
})

afterAll(() => served.stop())

function take(path: string, cookie = made.ana.cookie ?? ''): Promise<Answered> {
  return served.ask(path, { headers: { cookie } })
}

const kinds = [
  ['md', 'text/markdown; charset=utf-8', 'attachment'],
  ['html', 'text/html; charset=utf-8', 'inline'],
  ['json', 'application/json; charset=utf-8', 'attachment'],
] as const

test('minutes and decision log come in three forms, with names of their own', async () => {
  for (const [format, type, how] of kinds)
    for (const [path, name] of [
      [`/api/meetings/${made.meeting}/minutes.${format}`, `garden-minutes-2026-11-23.${format}`],
      [`/api/circles/${made.circle}/decisions.${format}`, `garden-decisions-2026-11-23.${format}`],
    ]) {
      const { status, headers, text } = await take(`${path}?zone=Europe/Brussels`)
      expect([path, status, headers['content-type']]).toEqual([path, 200, type])
      expect(headers['content-disposition']).toBe(`${how}; filename="${name}"; filename*=UTF-8''${name}`)
      expect(headers['cache-control']).toBe('no-store')
      expect(text).toContain('Garden')
    }
})

test('the day is that of whoever reads', async () => {
  const named = async (zone: string) => {
    const { headers } = await take(`/api/meetings/${made.meeting}/minutes.md?zone=${zone}`)
    return String(headers['content-disposition']).match(/\d{4}-\d\d-\d\d/)?.[0]
  }
  expect([await named('Pacific/Auckland'), await named('America/Lima')]).toEqual(['2026-11-24', '2026-11-23'])
})

test('N-X7 the page that is shown allows no script and only its own style', async () => {
  const { headers, text } = await take(`/api/meetings/${made.meeting}/minutes.html`)
  const policy = String(headers['content-security-policy'])
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; .*frame-ancestors 'none'$/)
  expect(text).toContain(`content="${policy.replace("; frame-ancestors 'none'", '')}"`)
})

test('the three forms are one source', async () => {
  const { text } = await take(`/api/meetings/${made.meeting}/minutes.json`)
  const doc = JSON.parse(text) as Doc & { format: string }
  expect(doc.format).toBe('commonround-record/1')
  const page = (await take(`/api/meetings/${made.meeting}/minutes.html`)).text
  const plain = (await take(`/api/meetings/${made.meeting}/minutes.md`)).text
  for (const { heading } of doc.sections) {
    expect(page).toContain(heading)
    expect(plain).toContain(heading)
  }
  expect(doc.sections.length).toBeGreaterThan(0)
})

test('N-X2 N-X15 nobody else learns that there is a record', async () => {
  const other = await madeCircle(served)
  const { screen } = await made.ana.get<{ screen: string }>(`/api/circles/${made.circle}/link`)
  const room = browser(served)
  await room.post('/api/links/open', { link: screen })
  for (const cookie of ['', other.ana.cookie ?? '', room.cookie ?? ''])
    for (const path of [
      `/api/meetings/${made.meeting}/minutes.md`,
      `/api/circles/${made.circle}/decisions.json`,
      `/api/meetings/m_aaaaaaaaaaaaaaaa/minutes.md`,
    ])
      expect([cookie, path, (await take(path, cookie)).status]).toEqual([cookie, path, 404])
  for (const path of [
    `/api/meetings/${made.circle}/minutes.md`,
    `/api/circles/${made.meeting}/decisions.md`,
    `/api/meetings/${made.meeting}/minutes.exe`,
    `/api/meetings/..%2F${made.meeting}/minutes.md`,
  ])
    expect([path, (await take(path)).status]).toEqual([path, 404])
})

test('N-H24 a query that is not one is refused', async () => {
  for (const query of ['zone=a&zone=b', 'zone[]=a', 'zone=Mars/Olympus', 'as=ana', 'zone='])
    expect([query, (await take(`/api/meetings/${made.meeting}/minutes.md?${query}`)).status]).toEqual([query, 400])
})

test('N-X1 a record holds no token, no device and no link', async () => {
  const secrets = [made.fragment, made.fragment.split('.')[1] ?? '', made.ana.cookie?.slice(4) ?? '']
  for (const [format] of kinds)
    for (const path of [
      `/api/meetings/${made.meeting}/minutes.${format}`,
      `/api/circles/${made.circle}/decisions.${format}`,
    ]) {
      const { text } = await take(path)
      for (const secret of secrets) expect(text).not.toContain(secret)
      expect(text).not.toMatch(/\b[dlop]_[a-z2-7]{16}\b/)
    }
})
