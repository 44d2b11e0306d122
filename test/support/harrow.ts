import type { MeetingState } from '../../shared/meeting/types.ts'
import type { Consent } from '../../shared/processes/consent/types.ts'
import { Visitor } from './visitor.ts'

/** The fictional circle of the demo, the screenshots and the browser tests. */
export const names = ['Lior', 'Mireille', 'Noor', 'Oskar', 'Walter', 'Pia', 'Chidi', 'Greta', 'Ines'] as const
export type Name = (typeof names)[number]

export const guestRoom = {
  title: 'Guest room price',
  text: 'Guest room costs 12 € a night from 1 May 2026. Term 12 months.',
  better:
    'Guests choose 0, 6 or 12 € a night, paid into the box. Noor keeps the calendar and reports nights and income in October 2026. From 1 May 2026, term 12 months.',
} as const

/** How far the story of the guest room is told. */
export const stages = [
  'gathering',
  'presented',
  'reacting',
  'consenting',
  'result',
  'working',
  'fresh',
  'decided',
] as const
export type Stage = (typeof stages)[number]

export interface Harrow {
  readonly link: string
  readonly meeting: string
  readonly circle: string
  readonly lior: Visitor
  readonly visitors: Readonly<Record<string, Visitor>>
  /** Tells the story on, up to and including this stage. */
  until(stage: Stage): Promise<void>
  leave(): void
}

function consentOf(state: MeetingState): Consent {
  const run = state?.items.find((i) => i.id === state.shown)?.runs.at(-1)?.state
  if (run?.kind !== 'consent') throw new Error('no decision is on the screen')
  return run
}

/** A circle of nine at a running server: seven phones, Walter without one, Ines remote. */
export async function gatherAtHarrow(url: string): Promise<Harrow> {
  const lior = new Visitor(url)
  const others = names.filter((n) => n !== 'Lior')
  const made = await lior.founds('General Circle', 'Lior', guestRoom.title, others)
  await lior.follows(made.meeting)
  const visitors: Record<string, Visitor> = { Lior: lior }
  for (const name of others) {
    const one = new Visitor(url)
    await one.joins(made.link, name)
    visitors[name] = one
    if (name === 'Walter') continue
    await one.follows(made.meeting)
    await one.does({ type: 'here', remote: name === 'Ines', for: null })
  }
  const id = (name: Name) => visitors[name]?.person ?? ''
  await lior.does({ type: 'seat.no_device', people: [id('Walter')] })
  await lior.does({ type: 'role.set', role: 'secretary', person: id('Noor') })
  const draft = lior.state?.items[0]?.draft
  if (!draft) throw new Error('the meeting has no item')
  const fields = { ...draft, text: guestRoom.text, by: id('Noor'), until: '2027-04-30', review: '2027-04-30' }
  await lior.does({ type: 'item.draft', item: 'i1', over: 0, fields })

  const objecting: Partial<Record<Name, string>> = {
    Chidi: 'Shuts out families with little money',
    Mireille: 'Nobody collects it',
  }

  async function answers(said: Partial<Record<Name, string>>): Promise<void> {
    for (;;) {
      const { step } = consentOf(lior.state)
      const speaking = step.stage === 'consent' ? step.round?.speaking?.person : null
      if (!speaking) return
      const name = names.find((n) => id(n) === speaking) ?? 'Lior'
      const words = said[name]
      const answer = words === undefined ? ({ is: 'none' } as const) : ({ is: 'objection', words } as const)
      await lior.does({
        type: 'consent.answer',
        replaces: null,
        answer,
        for: name === 'Lior' ? null : speaking,
      })
    }
  }

  const tell: Readonly<Record<Stage, () => Promise<void>>> = {
    gathering: async () => undefined,
    presented: async () => void (await lior.does({ type: 'meeting.open', item: 'i1' })),
    reacting: async () => {
      await lior.does({ type: 'consent.round', round: 'clarifying', start: null, direction: null })
      await lior.does({
        type: 'note.write',
        note: null,
        kind: 'question',
        text: 'Does it count for family too?',
        answer: 'Yes, everyone',
      })
      await lior.does({ type: 'round.heard', over: [] })
      await lior.does({ type: 'consent.round', round: 'reaction', start: id('Mireille'), direction: 1 })
      await lior.does({ type: 'turn.done' })
      await lior.does({ type: 'turn.done' })
    },
    consenting: async () => {
      await lior.does({ type: 'round.heard', over: [] })
      await lior.does({ type: 'consent.ask', mode: null, start: id('Noor'), direction: 1 })
      for (const name of ['Noor', 'Oskar', 'Walter', 'Pia', 'Chidi'] as const) {
        const words = objecting[name]
        const answer = words === undefined ? ({ is: 'none' } as const) : ({ is: 'objection', words } as const)
        await lior.does({ type: 'consent.answer', replaces: null, answer, for: id(name) })
      }
    },
    result: () => answers(objecting),
    working: async () => {
      for (const objection of ['o1', 'o2']) {
        await lior.does({ type: 'objection.hear', objection })
        const phrase = objecting[objection === 'o1' ? 'Chidi' : 'Mireille'] ?? ''
        const reason =
          objection === 'o1'
            ? 'Whoever cannot pay 12 € has no room for the grandparents.'
            : 'Money that nobody collects makes trouble.'
        await lior.does({ type: 'objection.write', objection, phrase, reason, aim: '', effect: '' })
      }
      await lior.does({ type: 'objection.ways', objection: 'o1', ways: ['amend'] })
      await lior.does({ type: 'objection.ways', objection: 'o2', ways: ['responsibility', 'measure'] })
      await lior.does({ type: 'objection.work', move: 'wording' })
      const { wording } = consentOf(lior.state)
      const next = {
        ...wording.draft,
        text: guestRoom.better,
        measure: 'nights and income, told to the circle in October',
      }
      await lior.does({ type: 'wording.write', over: wording.written, fields: next })
    },
    fresh: async () => {
      await lior.does({ type: 'consent.ask', mode: null, start: id('Greta'), direction: -1 })
    },
    decided: async () => {
      await answers({})
      await lior.does({ type: 'consent.announce' })
    },
  }

  let told = 0
  return {
    link: made.link,
    meeting: made.meeting,
    circle: made.circle,
    lior,
    visitors,
    async until(stage) {
      for (; told <= stages.indexOf(stage); told++) await tell[stages[told] ?? 'gathering']()
    },
    leave: () => {
      for (const one of Object.values(visitors)) one.leaves()
    },
  }
}
