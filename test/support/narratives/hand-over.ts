import { expect } from 'vitest'
import { facilitatorOf } from '../../../shared/meeting/around.ts'
import type { Gathering, Table } from '../table.ts'
import { orderOf, queueOf, shows } from './looking.ts'

export const financeCircle: Gathering = {
  people: ['Keiko', 'Farid', 'Bruno', 'Mireille', 'Hamid', 'Elif'],
  facilitator: 'Bruno',
  secretary: 'Hamid',
}
export const roof = 'Roofing firm'

async function reacting(t: Table): Promise<void> {
  await t.here('Keiko', 'Farid', 'Mireille', 'Hamid', 'Elif')
  await t.f({ type: 'meeting.open', item: null })
  await t.f({ type: 'item.add', title: roof, kind: 'talk' })
  const item = t.now.items.at(-1)?.id ?? ''
  await t.f({ type: 'item.open', item })
  const setup = { round: 'reaction', prompt: '', start: t.id('Keiko'), direction: 1 } as const
  await t.f({ type: 'process.begin', item, kind: 'round', setup })
  expect(orderOf(t)).toEqual(['Keiko', 'Farid', 'Bruno', 'Mireille', 'Hamid', 'Elif'])
  await t.does('Keiko', { type: 'turn.done' })
  await t.does('Farid', { type: 'turn.done' })
  shows(t, { speaking: 'Bruno', next: 'Mireille' })
}

function chair(t: Table): string | null {
  return t.name(facilitatorOf(t.now))
}

/** Everything but who has the chair. */
function apartFromChair(t: Table) {
  const { seats, secretary, backup, settings, lastRound, stage } = t.now
  return { seats, secretary, backup, settings, lastRound, stage, round: t.round }
}

export async function handOver(t: Table): Promise<void> {
  await t.f({ type: 'role.set', role: 'backup', person: t.id('Elif') })
  await reacting(t)
  // 19:12
  const before = apartFromChair(t)
  const text = 'My brother works for one of the firms. Elif, would you facilitate this item?'
  await t.f({ type: 'aside.put', text, form: 'aloud', does: { type: 'chair.give', to: t.id('Elif') } })
  expect(chair(t)).toBe('Bruno')
  await t.f({ type: 'aside.agree', aside: t.now.aside?.seq ?? 0 })
  expect(chair(t)).toBe('Elif')
  expect(t.item.facilitator).toBe(t.id('Elif'))
  expect(t.name(t.now.facilitator)).toBe('Bruno')
  expect(apartFromChair(t)).toEqual(before)
  // 19:13: Bruno speaks as a member and has no right left to steer.
  expect((await t.refused('Bruno', { type: 'round.pause' })).code).toBe('forbidden')
  shows(t, { speaking: 'Bruno', next: 'Mireille' })
  expect(queueOf(t)).toEqual(['Mireille', 'Hamid', 'Elif'])
  await t.does('Bruno', { type: 'turn.done' })
  await t.does('Mireille', { type: 'turn.done' })
  await t.does('Hamid', { type: 'turn.done' })
  shows(t, { speaking: 'Elif', next: null })
  // 19:19
  await t.does('Elif', { type: 'turn.done' })
  await t.does('Elif', { type: 'round.close' })
  expect(t.round.stage).toBe('complete')
  expect([...t.names(Object.keys(t.round.ended))].sort()).toEqual([...financeCircle.people].sort())
  expect(t.names(t.now.facilitators)).toEqual(['Bruno', 'Elif'])
  expect(t.item.runs).toHaveLength(1)
  // 19:31
  await t.does('Elif', { type: 'item.close', next: { when: 'next meeting', who: null, words: 'Ask a third firm' } })
  expect(chair(t)).toBe('Bruno')
}

/** 5b: the chair is offered to the named back-up, taken by her, and comes back when she hands it over. */
export async function laptopDies(t: Table): Promise<void> {
  await t.f({ type: 'role.set', role: 'backup', person: t.id('Elif') })
  await reacting(t)
  const before = apartFromChair(t)
  expect(await t.refused('Elif', { type: 'chair.take' })).toMatchObject({ code: 'wrong_state', reason: 'chair_held' })
  await t.place.cut('Bruno')
  await t.place.wait(15_000)
  expect((await t.refused('Elif', { type: 'chair.take' })).reason).toBe('chair_not_yet')
  expect(chair(t)).toBe('Bruno')
  shows(t, { speaking: 'Bruno', next: 'Mireille' })
  expect(apartFromChair(t)).toEqual(before)
  await t.place.wait(6_000)
  expect((await t.refused('Hamid', { type: 'chair.take' })).reason).toBe('chair_not_yet')
  await t.does('Elif', { type: 'chair.take' })
  expect(chair(t)).toBe('Elif')
  expect(t.name(t.place.seen(t.id('Keiko') && 'Keiko').facilitator)).toBe('Elif')
  expect(apartFromChair(t)).toEqual(before)
  // He returns as a member, still present, still speaking.
  await t.place.back('Bruno')
  expect(t.seat('Bruno')).toMatchObject({ attendance: 'present', as: 'member' })
  expect((await t.refused('Bruno', { type: 'chair.take' })).reason).toBe('chair_held')
  expect((await t.refused('Bruno', { type: 'chair.accept' })).reason).toBe('no_offer')
  await t.does('Bruno', { type: 'turn.done' })
  shows(t, { speaking: 'Mireille', next: 'Hamid' })
  await t.does('Elif', { type: 'chair.offer', to: t.id('Bruno') })
  expect(chair(t)).toBe('Elif')
  await t.does('Bruno', { type: 'chair.accept' })
  expect(chair(t)).toBe('Bruno')
  expect(t.names(t.now.facilitators)).toEqual(['Bruno', 'Elif', 'Bruno'])
}

/** 5b without a named back-up: the secretary first. */
export async function secretaryTakes(t: Table): Promise<void> {
  await reacting(t)
  await t.place.cut('Bruno')
  await t.place.wait(21_000)
  expect((await t.refused('Elif', { type: 'chair.take' })).reason).toBe('chair_not_yet')
  await t.does('Hamid', { type: 'chair.take' })
  expect(chair(t)).toBe('Hamid')
}

/** 5b without back-up, and a secretary who does not: whoever claims it first. */
export async function anyoneTakes(t: Table): Promise<void> {
  await reacting(t)
  await t.place.cut('Bruno')
  await t.place.wait(41_000)
  await t.does('Mireille', { type: 'chair.take' })
  expect(chair(t)).toBe('Mireille')
  expect((await t.refused('Keiko', { type: 'chair.take' })).reason).toBe('chair_held')
}
