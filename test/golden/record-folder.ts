import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildApp } from '../../server/app.ts'
import { openFolder, openSecret } from '../../server/machine/folder.ts'
import { rules } from '../../server/rules.ts'
import { openSqlite } from '../../server/store/sqlite.ts'
import type { CircleState } from '../../shared/circle/types.ts'
import type { Fields } from '../../shared/processes/process.ts'
import { listLog } from '../live/bench.ts'
import { until } from '../live/house.ts'
import { gatherAtHarrow } from '../support/harrow.ts'
import type { Visitor } from '../support/visitor.ts'

/** A data folder as a server of this version leaves it, and beside it what people held in their hands. */
export async function recordFolder(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  openFolder(folder)
  const secret = openSecret(folder, false)
  const store = openSqlite(path.join(folder, 'app.db'))
  let clock = Date.parse('2026-11-28T18:00:00Z')
  const now = () => (clock += 700)
  const app = await buildApp({
    store,
    rules,
    secret,
    config: { publicUrl: null, create: true, trustProxy: [], limits: 1 },
    pages: null,
    linkBase: () => 'http://localhost',
    log: listLog(),
    now,
  })
  await app.web.listen({ host: '127.0.0.1', port: 0 })
  const harrow = await gatherAtHarrow(`http://127.0.0.1:${app.port()}`)
  const { lior, visitors, circle } = harrow
  const id = (name: string) => visitors[name]?.person ?? ''
  const draft = (): Fields => lior.state?.items[0]?.draft as Fields

  await firstMeeting()
  const second = await secondMeeting()
  const get = (what: string) => lior.get(`/api/${what}?zone=UTC`)
  const minutes = {
    [harrow.meeting]: await get(`meetings/${harrow.meeting}/minutes.md`),
    [second]: await get(`meetings/${second}/minutes.md`),
  }
  const people = Object.entries(visitors).map(([name, { person, cookie }]) => ({ name, person, cookie }))
  const held = { at: clock, circle, meeting: second, link: harrow.link, people, minutes }
  const decisions = await get(`circles/${circle}/decisions.md`)
  harrow.leave()
  await app.close()
  await store.close()
  for (const end of ['.lock', '-wal', '-shm']) rmSync(path.join(folder, `app.db${end}`), { force: true })
  writeFileSync(path.join(folder, '../held.json'), `${JSON.stringify({ ...held, decisions }, null, 1)}\n`)

  /** Decides, leaves one item as it is and one half way, and talks about a third. */
  async function firstMeeting(): Promise<void> {
    await harrow.until('decided')
    await lior.does({ type: 'item.add', title: 'Bins', kind: 'decide' })
    await lior.does({
      type: 'item.draft',
      item: 'i2',
      over: 0,
      fields: { ...draft(), text: 'Bins go out on Mondays.' },
    })
    await lior.does({ type: 'item.add', title: 'Garden', kind: 'talk' })
    await lior.does({ type: 'item.open', item: 'i3' })
    const setup = { round: 'ideas', prompt: 'What do we plant?', start: null, direction: null } as const
    await lior.does({ type: 'process.begin', item: 'i3', kind: 'round', setup })
    await lior.does({ type: 'note.write', note: null, kind: 'idea', text: 'Beans', answer: '' })
    await lior.does({ type: 'round.end' })
    await lior.does({ type: 'item.close', next: { when: 'in spring', who: id('Pia'), words: 'Pia asks for seeds' } })
    await lior.does({ type: 'item.add', title: 'Roof', kind: 'decide' })
    await lior.does({ type: 'item.open', item: 'i4' })
    const roof = { ...draft(), text: 'We mend the roof.', by: id('Oskar') }
    await lior.does({ type: 'wording.write', fields: roof, over: 0 })
    await lior.does({ type: 'item.pause' })
    await lior.does({
      type: 'meeting.end',
      next: { when: 'next time', who: id('Oskar'), words: 'Oskar asks for offers' },
    })
  }

  /** Somebody is missing; some have answered what nobody has opened; the server stops in the middle of it. */
  async function secondMeeting(): Promise<string> {
    clock += 3 * 24 * 3_600_000
    await until(async () => ((await app.host.look(circle))?.state as CircleState)?.backlog.length === 2)
    const called = (await lior.post('/api/meetings', {
      circle,
      as: lior.person,
      items: [{ backlog: 'b2' }, 'Chickens'],
    })) as {
      meeting: string
    }
    const { meeting } = called
    const here: Visitor[] = []
    for (const name of ['Lior', 'Noor', 'Oskar', 'Chidi', 'Greta', 'Mireille']) {
      const one = visitors[name] as Visitor
      one.leaves()
      one.state = null
      await one.follows(meeting)
      if (name !== 'Lior') await one.does({ type: 'here', remote: false, for: null })
      here.push(one)
    }
    await lior.does({ type: 'meeting.open', item: 'i1' })
    await lior.does({ type: 'consent.anything' })
    await asksAll()
    for (const one of here) await says(one, 'none')
    await lior.does({ type: 'consent.open' })
    await lior.does({ type: 'consent.announce' })
    const word = {
      type: 'decision.word',
      decision: 'd2',
      person: id('Pia'),
      answer: 'no objection',
      words: 'by telephone',
    }
    await app.host.run({ stream: circle, by: id('Lior'), id: 'golden-decision-word', command: word })
    await lior.does({ type: 'item.draft', item: 'i2', over: 0, fields: { ...draft(), text: 'We keep four hens.' } })
    await lior.does({ type: 'item.open', item: 'i2' })
    await lior.does({ type: 'consent.anything' })
    await asksAll()
    for (const one of here.slice(1, 3)) await says(one, 'objection')
    await lior.does({ type: 'consent.step', to: 'wording' })
    await asksAll()
    for (const one of here.slice(1, 4)) await says(one, 'none')
    return meeting
  }

  async function says(one: Visitor, is: 'none' | 'objection'): Promise<void> {
    await one.sees(() => one.seq >= lior.seq)
    await one.does(sealed(is))
  }

  async function asksAll(): Promise<void> {
    await lior.does({ type: 'consent.ask', mode: 'simultaneous', start: null, direction: null })
  }
}

function sealed(is: 'none' | 'objection') {
  const answer = is === 'none' ? ({ is } as const) : ({ is, words: 'They wake the children' } as const)
  return { type: 'consent.answer', replaces: null, turn: null, answer, for: null } as const
}
