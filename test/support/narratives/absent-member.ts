import { expect } from 'vitest'
import type { Fields } from '../../../shared/processes/process.ts'
import type { Gathering, Table } from '../table.ts'

export const landCircle: Gathering = {
  people: ['Greta', 'Hamid', 'Ines', 'Keiko', 'Jonas'],
  facilitator: 'Greta',
  secretary: 'Hamid',
}
export const ashTrees = 'Ash trees'

/** Up to the announcement with Jonas absent with notice. */
export async function provisional(t: Table): Promise<void> {
  await t.here('Hamid', 'Ines', 'Keiko')
  const jonas = t.id('Jonas')
  await t.does('Hamid', { type: 'seat.mark', person: jonas, attendance: 'absent', confirmed: false })
  const draft = t.now.items[0]?.draft as Fields
  const text = 'Fell the two dying ash trees by the playground by 30 October, up to 900 €.'
  await t.f({ type: 'item.draft', item: 'i1', fields: { ...draft, text, by: t.id('Hamid') }, over: 0 })
  await t.f({ type: 'meeting.open', item: 'i1' })
  await t.f({ type: 'consent.anything' })
  await t.f({ type: 'consent.ask', mode: null, start: null, direction: null })
  expect(t.consent.answers?.required).toHaveLength(5)
  expect(t.names(t.round.order)).not.toContain('Jonas')
  while (t.round.speaking) await t.says(t.name(t.round.speaking.person) ?? '', null)
  expect(t.stage).toBe('acknowledge')
  await t.f({ type: 'consent.announce' })
  expect(t.consent.step).toMatchObject({ stage: 'decided', effect: 'provisional', absent: [jonas] })
  const [decision] = await t.place.decisions()
  expect(decision).toMatchObject({ effect: 'provisional', version: 1, absentHours: 72, objections: [], words: [] })
  expect(decision?.consent.map((c) => [t.name(c.person), c.answer, c.how])).toEqual([
    ['Greta', 'no objection', 'self'],
    ['Hamid', 'no objection', 'self'],
    ['Ines', 'no objection', 'self'],
    ['Keiko', 'no objection', 'self'],
    ['Jonas', 'absent', 'absent'],
  ])
  // Whoever was here uses no window to change their answer.
  const again = { type: 'consent.answer', process: 'i1.1', ask: t.consent.ask, turn: null } as const
  const changed = { ...again, replaces: t.stands('Ines'), answer: { is: 'objection', words: 'no' }, for: null } as const
  expect(await t.refused('Ines', changed)).toMatchObject({ code: 'wrong_state', reason: 'moved_on' })
}
