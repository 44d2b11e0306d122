import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type App, buildApp } from '../../server/app.ts'
import { openSecret } from '../../server/machine/folder.ts'
import { rules } from '../../server/rules.ts'
import { openSqlite } from '../../server/store/sqlite.ts'
import type { Store } from '../../server/store/store.ts'
import { listLog } from '../live/bench.ts'
import { Visitor } from '../support/visitor.ts'

interface Held {
  readonly at: number
  readonly circle: string
  readonly meeting: string
  readonly link: string
  readonly people: readonly { readonly name: string; readonly person: string; readonly cookie: string }[]
  readonly minutes: Readonly<Record<string, string>>
  readonly decisions: string
}

const versions = readdirSync(import.meta.dirname).filter((name) => /^v\d+$/.test(name))
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A copy of the folder, with the server of today on it. */
async function opened(version: string): Promise<{ app: App; store: Store; held: Held; url: string }> {
  const from = path.join(import.meta.dirname, version)
  const held: Held = JSON.parse(readFileSync(path.join(from, 'held.json'), 'utf8'))
  const folder = mkdtempSync(path.join(tmpdir(), 'commonround-golden-'))
  cpSync(path.join(from, 'folder'), folder, { recursive: true })
  const store = openSqlite(path.join(folder, 'app.db'))
  let clock = held.at
  const app = await buildApp({
    store,
    rules,
    secret: openSecret(folder, true),
    config: { publicUrl: null, create: true, trustProxy: [], limits: 1 },
    pages: null,
    linkBase: () => 'http://localhost',
    log: listLog(),
    now: () => (clock += 700),
  })
  await app.web.listen({ host: '127.0.0.1', port: 0 })
  closing.push(async () => {
    await app.close()
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { app, store, held, url: `http://127.0.0.1:${app.port()}` }
}

function visitor(url: string, { people }: Held, name: string): Visitor {
  const one = people.find((person) => person.name === name)!
  return Object.assign(new Visitor(url), { cookie: one.cookie, person: one.person })
}

test.each(versions)('%s: a folder of this version opens, and its records say what they said', async (version) => {
  const { held, url } = await opened(version)
  const lior = visitor(url, held, 'Lior')
  for (const [meeting, minutes] of Object.entries(held.minutes)) {
    expect(await lior.get(`/api/meetings/${meeting}/minutes.md?zone=UTC`)).toBe(minutes)
  }
  expect(await lior.get(`/api/circles/${held.circle}/decisions.md?zone=UTC`)).toBe(held.decisions)
})

test.each(versions)('%s: the meeting that ran goes on, with the answers nobody had opened', async (version) => {
  const { held, url } = await opened(version)
  const [lior, noor, greta] = ['Lior', 'Noor', 'Greta'].map((name) => visitor(url, held, name)) as Visitor[]
  for (const one of [lior, noor, greta]) await one!.follows(held.meeting)
  const open = lior!.state!.items.find((item) => item.stage === 'open')!
  expect(Object.values(open.runs[0]!.sealed)).toEqual([])
  const mine = noor!.state!.items.find((item) => item.id === open.id)!
  expect(Object.values(mine.runs[0]!.sealed)).toEqual([{ [noor!.person!]: { is: 'none' } }])

  for (const name of ['Lior', 'Greta', 'Mireille']) {
    const one = visitor(url, held, name)
    await one.follows(held.meeting)
    await one.does({ type: 'consent.answer', replaces: null, turn: null, answer: { is: 'none' }, for: null })
    one.leaves()
  }
  await lior!.does({ type: 'consent.open' })
  await lior!.does({ type: 'consent.announce' })
  await lior!.does({ type: 'meeting.end', next: null })
  expect(await lior!.get(`/api/circles/${held.circle}/decisions.md?zone=UTC`)).toContain('We keep four hens.')
  for (const one of [lior, noor, greta]) one!.leaves()
})

test.each(versions)('%s: a link printed then still leads in', async (version) => {
  const { held, url } = await opened(version)
  const guest = new Visitor(url)
  const answer = await guest.post('/api/links/open', { link: held.link.split('#')[1] })
  expect(answer).toMatchObject({ circle: held.circle, meeting: held.meeting, grade: 'join' })
})
