import { expect } from 'vitest'
import type { Fields } from '../../../shared/processes/process.ts'
import type { Gathering, Table } from '../table.ts'
import { objectionsOf, orderOf, shows } from './looking.ts'

export const generalCircle: Gathering = {
  people: ['Lior', 'Mireille', 'Noor', 'Oskar', 'Pia', 'Chidi', 'Greta'],
  facilitator: 'Lior',
  secretary: 'Noor',
}
export const guestRoom = 'Guest room price'

export const first: Partial<Fields> = {
  text: 'Guest room costs 12 € a night from 1 May 2026. Term 12 months.',
  until: '2027-04-30',
}
const second: Partial<Fields> = {
  text: 'Guests choose 0, 6 or 12 € a night, paid into the box. Noor keeps the calendar and reports nights and income in October 2026. From 1 May 2026, term 12 months.',
  measure: 'nights and income, reported in October 2026',
}
const third: Partial<Fields> = { text: `${second.text} Agencies pay 12 €.` }

async function noteIdeas(t: Table, ...ideas: readonly string[]): Promise<void> {
  for (const text of ideas) {
    await t.does('Noor', { type: 'note.write', note: null, kind: 'idea', text, answer: '' })
  }
}

/** From the start to the result of the first round: two objections. */
async function objected(t: Table): Promise<void> {
  await t.here('Mireille', 'Noor', 'Oskar', 'Pia', 'Chidi', 'Greta')
  const draft = t.now.items[0]?.draft as Fields
  await t.f({ type: 'item.draft', item: 'i1', fields: { ...draft, ...first }, over: 0 })
  await t.f({ type: 'meeting.open', item: 'i1' })
  await t.f({ type: 'consent.round', round: 'reaction', start: t.id('Mireille'), direction: -1 })
  await t.goesRound()
  await t.f({ type: 'consent.ask', mode: null, start: null, direction: null })
  expect(orderOf(t)).toEqual(['Noor', 'Oskar', 'Pia', 'Chidi', 'Greta', 'Lior', 'Mireille'])
  await t.says('Noor', null)
  await t.says('Oskar', null)
  await t.says('Pia', null)
  await t.says('Chidi', 'shuts out families with little money')
  // Lior thanks him and goes on: the round runs to its end.
  shows(t, { speaking: 'Greta', next: 'Lior' })
  expect(t.stage).toBe('consent')
  expect((await t.refused('Lior', { type: 'round.end' })).reason).toBe('no_early_end')
  await t.says('Greta', null)
  await t.says('Lior', null)
  shows(t, { speaking: 'Mireille', next: null })
  await t.says('Mireille', 'nobody collects it')
}

/** Both heard and understood, ideas gathered in two rounds, taken together. */
async function worked(t: Table): Promise<void> {
  expect(t.stage).toBe('acknowledge')
  expect(t.consent.objections.map((o) => [o.id, t.name(o.by), o.phrase, o.raisedOn])).toEqual([
    ['o1', 'Chidi', 'shuts out families with little money', 1],
    ['o2', 'Mireille', 'nobody collects it', 1],
  ])
  expect((await t.refused('Lior', { type: 'consent.announce' })).reason).toBe('objection_open')
  const on = { aim: 'guests of all families', effect: '' }
  await t.f({ type: 'objection.hear', objection: 'o1' })
  const chidi = { phrase: 'shuts out families with little money', reason: 'grandparents could not come', ...on }
  await t.f({ type: 'objection.write', objection: 'o1', ...chidi })
  await t.f({ type: 'objection.hear', objection: 'o2' })
  const mireille = { phrase: 'nobody collects it', reason: 'then it makes trouble', ...on }
  await t.f({ type: 'objection.write', objection: 'o2', ...mireille })
  expect(objectionsOf(t)).toEqual({ o1: 'understood', o2: 'understood' })
  await t.f({ type: 'aside.put', text: 'I would take both together.', form: 'aloud', does: null })
  await t.f({ type: 'aside.agree', aside: t.now.aside?.seq ?? 0 })
  await t.f({ type: 'objection.work', move: 'ideas' })
  expect(objectionsOf(t)).toEqual({ o1: 'integrating', o2: 'integrating' })
  await t.f({ type: 'consent.round', round: 'ideas', start: null, direction: null })
  expect(orderOf(t)).toEqual(['Oskar', 'Noor', 'Mireille', 'Lior', 'Greta', 'Chidi', 'Pia'])
  await noteIdeas(t, 'sliding scale', 'honesty box')
  await t.goesRound()
  await t.f({ type: 'consent.round', round: 'ideas', start: null, direction: null })
  expect(orderOf(t)).toEqual(['Pia', 'Chidi', 'Greta', 'Lior', 'Mireille', 'Noor', 'Oskar'])
  await noteIdeas(t, 'Noor keeps the list', 'count nights')
  await t.goesRound()
}

/** Version 2 is put: nobody's earlier answer counts. */
async function putAgain(t: Table): Promise<void> {
  await t.f({ type: 'objection.work', move: 'wording' })
  await t.f({ type: 'objection.ways', objection: 'o1', ways: ['amend'] })
  await t.f({ type: 'objection.ways', objection: 'o2', ways: ['responsibility', 'measure'] })
  await t.words({ ...second, by: t.id('Noor') })
  await t.f({ type: 'consent.restate' })
  expect(t.consent.answers).toBeNull()
  expect(objectionsOf(t)).toEqual({ o1: 'addressed', o2: 'addressed' })
  expect(t.consent.objections.map((o) => o.answeredIn)).toEqual([2, 2])
  await t.f({ type: 'consent.ask', mode: null, start: null, direction: null })
  expect(orderOf(t)).toEqual(['Chidi', 'Pia', 'Oskar', 'Noor', 'Mireille', 'Lior', 'Greta'])
  expect(t.consent.answers).toMatchObject({ version: 2, given: {}, notReady: {} })
  expect(t.consent.past.map((p) => p.version)).toEqual([1])
}

export async function twoObjections(t: Table): Promise<void> {
  await objected(t)
  await worked(t)
  await putAgain(t)
  await t.says('Chidi', null)
  // One of two is met: that says nothing of the other.
  expect(objectionsOf(t).o2).toBe('addressed')
  for (const name of ['Pia', 'Oskar', 'Noor', 'Mireille', 'Lior', 'Greta']) await t.says(name, null)
  expect(t.stage).toBe('acknowledge')
  expect(objectionsOf(t)).toEqual({ o1: 'confirmed', o2: 'confirmed' })
  expect(await t.place.decisions()).toEqual([])
  await t.f({ type: 'consent.announce' })
  expect(t.consent.step).toMatchObject({ stage: 'decided', effect: 'adopted', absent: [] })
  const [decision, ...others] = await t.place.decisions()
  expect(others).toEqual([])
  expect(decision).toMatchObject({ title: guestRoom, effect: 'adopted', version: 2, absentHours: 0 })
  expect(decision?.fields).toMatchObject({ ...second, by: t.id('Noor'), until: '2027-04-30' })
  expect(decision?.versions.map((v) => [v.n, v.fields.text, v.meets])).toEqual([
    [1, first.text, []],
    [2, second.text, ['o1', 'o2']],
  ])
  expect(decision?.consent.map((c) => [t.name(c.person), c.answer, c.how, c.recordedBy])).toEqual(
    generalCircle.people.map((name) => [name, 'no objection', 'self', null]),
  )
  expect(decision?.objections).toEqual([
    {
      id: 'o1',
      by: t.id('Chidi'),
      recordedBy: null,
      raisedOn: 1,
      phrase: 'shuts out families with little money',
      reason: 'grandparents could not come',
      aim: 'guests of all families',
      effect: '',
      status: 'integrated',
      ways: ['amend'],
      resolvedIn: 2,
    },
    {
      id: 'o2',
      by: t.id('Mireille'),
      recordedBy: null,
      raisedOn: 1,
      phrase: 'nobody collects it',
      reason: 'then it makes trouble',
      aim: 'guests of all families',
      effect: '',
      status: 'integrated',
      ways: ['responsibility', 'measure'],
      resolvedIn: 2,
    },
  ])
}

/** 3c */
export async function newObjection(t: Table): Promise<void> {
  await objected(t)
  await worked(t)
  await putAgain(t)
  for (const name of ['Chidi', 'Pia', 'Oskar', 'Noor', 'Mireille', 'Lior']) await t.says(name, null)
  await t.says('Greta', '0 € will be taken by agency guests')
  expect(t.stage).toBe('acknowledge')
  expect(objectionsOf(t)).toEqual({ o1: 'addressed', o2: 'addressed', o3: 'raised' })
  expect(t.objection('o3')).toMatchObject({ by: t.id('Greta'), raisedOn: 2 })
  expect((await t.refused('Lior', { type: 'consent.announce' })).reason).toBe('objection_open')
  await t.f({ type: 'objection.hear', objection: 'o3' })
  await t.f({ type: 'objection.work', move: 'wording' })
  expect((await t.refused('Lior', { type: 'consent.ask', mode: null, start: null, direction: null })).reason).toBe(
    'nothing_changed',
  )
  await t.words(third)
  await t.f({ type: 'consent.ask', mode: null, start: null, direction: null })
  expect(t.consent.answers).toMatchObject({ version: 3, given: {} })
  expect([...t.round.order].sort()).toEqual(generalCircle.people.map((name) => t.id(name)).sort())
  expect(objectionsOf(t)).toEqual({ o1: 'addressed', o2: 'addressed', o3: 'addressed' })
  while (t.round.speaking) await t.says(t.name(t.round.speaking.person) ?? '', null)
  await t.f({ type: 'consent.announce' })
  const [decision] = await t.place.decisions()
  expect(decision).toMatchObject({ effect: 'adopted', version: 3 })
  expect(decision?.objections.map((o) => [o.id, o.status, o.raisedOn, o.resolvedIn])).toEqual([
    ['o1', 'integrated', 1, 2],
    ['o2', 'integrated', 1, 2],
    ['o3', 'integrated', 2, 3],
  ])
}
