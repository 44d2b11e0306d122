import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { rules } from '../../server/rules.ts'
import { openHouse } from './house.ts'
import { Visitor } from '../support/visitor.ts'

test('a circle decides by consent through real sockets', async () => {
  const house = await openHouse(rules)
  const names = ['Mireille', 'Noor', 'Oskar', 'Pia', 'Chidi', 'Greta']
  const lior = new Visitor(house.url)
  const made = await lior.founds('General Circle', 'Lior', 'Guest room price', names)
  await lior.follows(made.meeting)
  const others: Record<string, Visitor> = {}
  for (const name of names) {
    const one = new Visitor(house.url)
    await one.joins(made.link, name)
    await one.follows(made.meeting)
    await one.does({ type: 'here', remote: false, for: null })
    others[name] = one
  }
  const all: Record<string, Visitor> = { Lior: lior, ...others }
  const draft = lior.state!.items[0]!.draft
  await lior.does({ type: 'item.draft', item: 'i1', over: 0, fields: { ...draft, text: 'Guest room costs 12 € a night.' } })
  await lior.does({ type: 'meeting.open', item: 'i1' })
  await lior.does({ type: 'consent.anything' })
  await lior.does({ type: 'consent.ask', mode: null, start: null, direction: null })
  const byId = Object.fromEntries(Object.values(all).map((v) => [v.person!, v]))
  for (let i = 0; i < 7; i++) {
    const state = lior.state!.items[0]!.runs[0]!.state
    const round = state.kind === 'consent' && state.step.stage === 'consent' ? state.step.round : null
    const speaker = byId[round!.speaking!.person]!
    await speaker.sees(() => speaker.seq === lior.seq)
    await speaker.does({ type: 'consent.answer', replaces: null, answer: { is: 'none' }, for: null })
    await lior.sees(() => lior.seq === speaker.seq)
  }
  await lior.does({ type: 'consent.announce' })
  expect(lior.state!.items[0]!.outcome?.kind).toBe('decided')
  await lior.does({ type: 'meeting.end', next: null })
  for (const v of Object.values(all)) v.leaves()
  await house.close()
})
