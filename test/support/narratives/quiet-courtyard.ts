import { expect } from 'vitest'
import type { Fields } from '../../../shared/processes/process.ts'
import type { Gathering, Table } from '../table.ts'
import { objectionsOf } from './looking.ts'

export const lifeCircle: Gathering = {
  people: ['Elif', 'Chidi', 'Bruno', 'Delphine', 'Oskar'],
  facilitator: 'Elif',
  secretary: 'Bruno',
}
export const quiet = 'Quiet in the courtyard'

const rule = 'Quiet in the courtyard 21:00-08:00 daily.'
const clear = 'Quiet in the courtyard (courtyard, not balconies) 21:00-08:00 daily.'
const objection = 'the teenagers’ only summer place; our aim says all ages'

/** The decision part: clarified, objected to, answered by a shorter term and a measure. */
export async function shortened(t: Table): Promise<void> {
  await t.here('Chidi', 'Bruno', 'Delphine', 'Oskar')
  const draft = t.now.items[0]?.draft as Fields
  const fields: Fields = { ...draft, text: rule, by: t.id('Delphine'), until: '2027-04-14' }
  await t.f({ type: 'item.draft', item: 'i1', fields, over: 0 })
  await t.f({ type: 'meeting.open', item: 'i1' })
  expect(t.stage).toBe('present')
  await t.f({ type: 'consent.round', round: 'clarifying', start: null, direction: null })
  expect(t.stage).toBe('clarify')
  expect(t.consent.wording.versions.map((v) => v.n)).toEqual([1])
  const question = { kind: 'question', text: 'Does it cover balconies?', answer: 'No.' } as const
  await t.f({ type: 'note.write', note: null, ...question })
  await t.goesRound()
  await t.words({ text: clear })
  await t.f({ type: 'consent.round', round: 'reaction', start: null, direction: null })
  const point = { kind: 'point', text: 'I will object', answer: '' } as const
  await t.f({ type: 'note.write', note: null, ...point })
  expect(t.round.stage).toBe('running')
  expect(t.consent.objections).toEqual([])
  await t.goesRound()
  await t.f({ type: 'consent.restate' })
  expect(t.consent.wording.versions.map((v) => v.n)).toEqual([1, 2])
  await t.f({ type: 'consent.ask', mode: null, start: null, direction: null })
  await everyone(t, { Chidi: objection })
  expect(objectionsOf(t)).toEqual({ o1: 'raised' })
  await t.f({ type: 'objection.hear', objection: 'o1' })
  await t.f({ type: 'objection.ways', objection: 'o1', ways: ['shorten', 'measure'] })
  await t.f({ type: 'objection.work', move: 'ideas' })
  await t.f({ type: 'consent.round', round: 'ideas', start: null, direction: null })
  await t.goesRound()
  await t.f({ type: 'objection.work', move: 'wording' })
  await t.words({
    until: '2026-07-14',
    measure: 'Bruno counts complaints and asks the teens in June; more than five who stopped coming: we look at once',
    atEnd: 'stops',
  })
  await t.f({ type: 'consent.ask', mode: null, start: null, direction: null })
  expect(t.consent.answers).toMatchObject({ version: 3, given: {} })
  expect(t.objection('o1')).toMatchObject({ status: 'addressed', answeredIn: 3 })
  await everyone(t, {})
  await t.f({ type: 'consent.announce' })
  const [decision] = await t.place.decisions()
  expect(decision).toMatchObject({ effect: 'adopted', version: 3, fields: { until: '2026-07-14', atEnd: 'stops' } })
  expect(decision?.versions.map((v) => [v.n, v.fields.text, v.fields.until])).toEqual([
    [1, rule, '2027-04-14'],
    [2, clear, '2027-04-14'],
    [3, clear, '2026-07-14'],
  ])
  expect(decision?.objections).toMatchObject([
    { id: 'o1', status: 'integrated', ways: ['shorten', 'measure'], raisedOn: 2, resolvedIn: 3 },
  ])
}

/** Each answers in turn; who is named objects with these words. */
async function everyone(t: Table, objecting: Readonly<Record<string, string>>): Promise<void> {
  while (t.stage === 'consent' && t.round.speaking) {
    const name = t.name(t.round.speaking.person) ?? ''
    await t.says(name, objecting[name] ?? null)
  }
}
