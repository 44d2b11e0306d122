import { expect } from 'vitest'
import { processes } from '../../../shared/processes/index.ts'
import type { Gathering, Table } from '../table.ts'
import { orderOf } from './looking.ts'

export const hybridCircle: Gathering = {
  people: ['Greta', 'Walter', 'Ines', 'Keiko'],
  facilitator: 'Greta',
  secretary: 'Keiko',
  settings: { consentMode: 'simultaneous', roundStart: 'remote first', facilitatorMid: false },
}
export const bench = 'A bench'

function answer(is: 'none' | 'not ready', more: { need?: string; replaces?: number | null; of?: string } = {}) {
  const { need = '', replaces = null, of = null } = more
  const said = is === 'none' ? ({ is } as const) : ({ is, need } as const)
  return { type: 'consent.answer', answer: said, replaces, for: of } as const
}

/** What anyone's screen knows of what the others have answered. */
function shown(t: Table, viewer: string): readonly unknown[] {
  const run = t.place.seen(viewer).items[0]?.runs[0]
  const state = run?.state
  const own = JSON.stringify(run?.sealed ?? {})
  const others = t.people.filter((n) => n !== viewer && own.includes(t.id(n)))
  return state?.kind === 'consent'
    ? [...others, ...Object.values(state.answers?.given ?? {}).flatMap((g) => (g.position ? [g.position] : []))]
    : []
}

/** Without a device, remote, not ready, and all answers shown together. */
export async function signals(t: Table): Promise<void> {
  await t.does('Ines', { type: 'here', remote: true, for: null })
  await t.here('Keiko')
  await t.does('Keiko', { type: 'seat.no_device', people: [t.id('Walter')] })
  expect(t.seat('Walter')).toMatchObject({ attendance: 'present', noDevice: true, remote: false })
  await t.f({ type: 'meeting.open', item: 'i1' })
  await t.words({ text: 'We buy a bench for the yard.' })
  await t.f({ type: 'consent.round', round: 'reaction', start: null, direction: 1 })
  expect(orderOf(t)).toEqual(['Ines', 'Keiko', 'Greta', 'Walter'])
  await t.goesRound()
  await t.f({ type: 'consent.ask', mode: null, start: null, direction: null })
  expect(t.consent.answers?.mode).toBe('simultaneous')
  await t.does('Ines', answer('not ready', { need: 'what does it cost?' }))
  expect(t.consent.answers?.notReady).toEqual({ [t.id('Ines')]: 'what does it cost?' })
  await t.does('Keiko', answer('none'))
  await t.does('Greta', answer('none'))
  expect((await t.refused('Ines', answer('none', { of: t.id('Walter') }))).code).toBe('forbidden')
  await t.does('Keiko', answer('none', { of: t.id('Walter') }))
  expect(t.consent.answers?.given[t.id('Walter')]).toMatchObject({ recordedBy: t.id('Keiko'), position: null })
  for (const name of ['Greta', 'Ines', 'Keiko']) expect(shown(t, name)).toEqual([])
  const early = await t.refused('Greta', { type: 'consent.open' })
  expect(early).toMatchObject({ reason: 'someone_not_ready', with: { who: { people: [t.id('Ines')] } } })
  // Greta answers: 240 €.
  await t.does('Ines', answer('none'))
  expect(t.consent.answers?.notReady).toEqual({})
  // The last tap opens nothing.
  expect(t.stage).toBe('consent')
  for (const name of ['Greta', 'Ines', 'Keiko']) expect(shown(t, name)).toEqual([])
  await t.f({ type: 'consent.open' })
  expect(t.stage).toBe('acknowledge')
  expect(shown(t, 'Ines')).toHaveLength(4)
  expect(t.item.runs[0]?.sealed).toEqual({})
  await t.f({ type: 'consent.announce' })
  const outcome = processes.consent.outcome(t.consent)
  expect(outcome?.adds).toMatchObject([{ type: 'decision', decision: { effect: 'adopted' } }])
  const [decision] = await t.place.decisions()
  expect(decision?.consent.map((c) => [t.name(c.person), c.answer, c.how, t.name(c.recordedBy)])).toEqual([
    ['Greta', 'no objection', 'self', null],
    ['Walter', 'no objection', 'recorded', 'Keiko'],
    ['Ines', 'no objection', 'remote', null],
    ['Keiko', 'no objection', 'self', null],
  ])
}
