import { expect } from 'vitest'
import { missing } from '../../../shared/parts/answers.ts'
import type { Fields } from '../../../shared/processes/process.ts'
import type { Gathering, Table } from '../table.ts'
import { orderOf, presentWithRight, queueOf, shows } from './looking.ts'

export const mealsCircle: Gathering = {
  people: ['Amara', 'Bruno', 'Chidi', 'Delphine', 'Elif', 'Farid'],
  facilitator: 'Amara',
  secretary: 'Bruno',
}
export const meals = 'Shared dinners'

function dinners(t: Table): Fields {
  return {
    text: 'Shared dinners Monday to Thursday start at 18:30; kitchen team decides the menu.',
    why: '',
    by: t.id('Delphine'),
    until: '2027-01-31',
    review: '2027-01-31',
    measure: '',
    atEnd: 'stays',
  }
}

/** Everybody but Farid; the previous round started with Chidi in direction −. */
async function restated(t: Table): Promise<void> {
  await t.here('Bruno', 'Chidi', 'Delphine', 'Elif')
  await t.f({ type: 'item.draft', item: 'i1', fields: dinners(t), over: 0 })
  await t.f({ type: 'meeting.open', item: 'i1' })
  await t.f({ type: 'consent.round', round: 'reaction', start: t.id('Chidi'), direction: -1 })
  await t.goesRound()
  await t.f({ type: 'consent.restate' })
  await t.f({ type: 'consent.ask', mode: null, start: null, direction: null })
}

/** 19:42:00 to 19:43:00: five have answered, Farid arrived in the middle. */
export async function farIsLate(t: Table): Promise<void> {
  await restated(t)
  // 19:42:00
  expect(t.stage).toBe('consent')
  expect(t.consent.answers?.version).toBe(1)
  expect(t.consent.answers?.required).toHaveLength(6)
  expect(presentWithRight(t)).toEqual(['Amara', 'Bruno', 'Chidi', 'Delphine', 'Elif'])
  expect(orderOf(t)).toEqual(['Delphine', 'Elif', 'Amara', 'Bruno', 'Chidi'])
  expect(t.round.direction).toBe(1)
  // 19:42:10
  await t.says('Delphine', null)
  shows(t, { speaking: 'Elif', next: 'Amara' })
  // 19:42:25
  await t.says('Elif', null)
  shows(t, { speaking: 'Amara', next: 'Bruno' })
  // 19:42:30
  await t.does('Farid', { type: 'here', remote: true, for: null })
  expect(t.seat('Farid')).toMatchObject({ attendance: 'present', remote: true })
  expect(presentWithRight(t)).toHaveLength(6)
  shows(t, { speaking: 'Amara', next: 'Bruno' })
  expect(queueOf(t)).toEqual(['Bruno', 'Chidi', 'Farid'])
  // 19:42:50
  await t.says('Amara', null)
  await t.says('Bruno', null)
  shows(t, { speaking: 'Chidi', next: 'Farid' })
  // 19:43:00
  await t.says('Chidi', null)
  shows(t, { speaking: 'Farid', next: null })
  expect(t.round.speaking?.as).toBe('late')
  expect(t.stage).toBe('consent')
  const refusal = await t.refused('Amara', { type: 'consent.announce' })
  expect(refusal).toMatchObject({ code: 'wrong_state', reason: 'answers_missing' })
  expect(refusal.with).toMatchObject({ who: { people: [t.id('Farid')] }, count: 1 })
  expect(missing(t.consent.answers!, t.now.seats)).toEqual([t.id('Farid')])
}

export async function lateJoiner(t: Table): Promise<void> {
  await farIsLate(t)
  const begun = t.consent.ask
  // 19:43:05: he reads, asks aloud, is answered; nobody's answer is lost and nothing starts again
  expect(Object.keys(t.consent.answers?.given ?? {})).toHaveLength(5)
  expect(t.consent.answers?.version).toBe(1)
  // 19:43:40
  await t.says('Farid', null)
  expect(t.stage).toBe('acknowledge')
  expect(t.consent.ask).toBe(begun)
  expect(t.consent.past).toEqual([])
  expect(t.consent.objections).toEqual([])
  expect(await t.place.decisions()).toEqual([])
  // 19:43:45
  await t.f({ type: 'consent.announce' })
  expect(t.consent.step).toMatchObject({ stage: 'decided', effect: 'adopted', absent: [] })
  expect(t.item).toMatchObject({ stage: 'closed', outcome: { kind: 'decided', next: null } })
  const [decision, ...others] = await t.place.decisions()
  expect(others).toEqual([])
  const at = (name: string, how: 'self' | 'remote', late: boolean) => {
    return { person: t.id(name), answer: 'no objection', how, recordedBy: null, late }
  }
  expect(decision).toMatchObject({
    title: meals,
    effect: 'adopted',
    version: 1,
    fields: { ...dinners(t), review: '2027-01-31' },
    absentHours: 0,
    facilitator: t.id('Amara'),
    words: [],
  })
  expect(decision?.objections).toEqual([])
  expect(decision?.versions).toEqual([{ n: 1, fields: dinners(t), meets: [] }])
  expect(decision?.consent).toEqual([
    at('Amara', 'self', false),
    at('Bruno', 'self', false),
    at('Chidi', 'self', false),
    at('Delphine', 'self', false),
    at('Elif', 'self', false),
    at('Farid', 'remote', true),
  ])
}

/** 1b */
export async function countsAsAbsent(t: Table): Promise<void> {
  await farIsLate(t)
  await t.does('Farid', { type: 'consent.absent', for: null })
  expect(t.seat('Farid').attendance).toBe('present')
  expect(t.stage).toBe('acknowledge')
  expect(await t.place.decisions()).toEqual([])
  await t.f({ type: 'consent.announce' })
  expect(t.consent.step).toMatchObject({ stage: 'decided', effect: 'provisional', absent: [t.id('Farid')] })
  const [decision] = await t.place.decisions()
  expect(decision).toMatchObject({ effect: 'provisional', absentHours: 72, version: 1, objections: [] })
  expect(decision?.consent).toHaveLength(6)
  expect(decision?.consent.find((c) => c.person === t.id('Farid'))).toEqual({
    person: t.id('Farid'),
    answer: 'absent',
    how: 'absent',
    recordedBy: null,
    late: false,
  })
}

/** 1c */
export async function lateObjection(t: Table): Promise<void> {
  await farIsLate(t)
  await t.says('Farid', 'My shift ends at 18:30')
  expect(t.stage).toBe('acknowledge')
  expect(t.consent.objections).toMatchObject([
    { id: 'o1', by: t.id('Farid'), raisedOn: 1, status: 'raised', phrase: 'My shift ends at 18:30' },
  ])
  const refusal = await t.refused('Amara', { type: 'consent.announce' })
  expect(refusal).toMatchObject({ code: 'wrong_state', reason: 'objection_open' })
  await t.f({ type: 'objection.hear', objection: 'o1' })
  expect(t.stage).toBe('objections')
  expect(await t.place.decisions()).toEqual([])
  expect(t.item.stage).toBe('open')
}
