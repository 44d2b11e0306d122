import type { Fields } from '../../shared/processes/process.ts'
import { Play } from './play.ts'

/** How far the guest room of `domain.md` scenario 3 is played. */
export const moments = [
  'gathering',
  'before',
  'presented',
  'reacting',
  'asked',
  'objected',
  'hearing',
  'worded',
  'again',
  'decided',
  'ended',
] as const
export type Moment = (typeof moments)[number]

export const seats = ['lior', 'mireille', 'noor', 'oskar', 'pia', 'chidi', 'greta'] as const
export const first: Fields = {
  text: 'Guest room costs 12 € a night from 1 May 2026. Term 12 months.',
  why: 'Guests cost us heating and linen.',
  by: null,
  until: '2027-04-30',
  review: '2027-04-30',
  measure: '',
  atEnd: 'stays',
}
export const second: Fields = {
  ...first,
  text: 'Guests choose 0, 6 or 12 € a night, paid into the box. Noor keeps the calendar and reports nights and income in October 2026. From 1 May 2026, term 12 months.',
  by: 'noor',
  measure: 'nights and income, told to the circle in October 2026',
}

const objecting = { chidi: 'shuts out families with little money', mireille: 'nobody collects it' }

export interface Wish {
  /** More people, seated after Greta. */
  readonly more?: readonly string[]
  /** Other words than the first proposal's. */
  readonly text?: string
}

/** Everyone still to be asked answers in their turn, up to `count` of them. */
function answer(play: Play, objecting: Readonly<Record<string, string>>, count = 500): void {
  for (let asked = 0; asked < count; asked++) {
    const { step } = play.consent
    const speaking = step.stage === 'consent' ? step.round?.speaking?.person : undefined
    if (speaking === undefined) return
    play.says(speaking, objecting[speaking] ?? null)
  }
}

const steps: Record<Moment, (play: Play, wish: Wish) => void> = {
  gathering(play, { more = [] }) {
    play.calls('lior', 'Guest room price', 'Secretary')
    play.here('mireille', 'noor', 'oskar', 'pia', 'chidi', ...more)
    play.does('lior', { type: 'role.set', role: 'secretary', person: 'noor' })
  },
  before(play, { text = first.text }) {
    play.does('greta', { type: 'here', remote: true, for: null })
    play.does('lior', { type: 'item.draft', item: 'i1', fields: { ...first, text }, over: 0 })
    play.does('lior', { type: 'meeting.open', item: null })
  },
  presented(play) {
    play.does('lior', { type: 'item.open', item: 'i1' })
  },
  reacting(play) {
    play.does('lior', { type: 'consent.round', round: 'reaction', start: 'mireille', direction: -1 })
    play.does('mireille', { type: 'turn.done' })
  },
  asked(play) {
    while (play.consent.step.stage === 'react' && play.consent.step.round?.speaking) {
      play.does(play.consent.step.round.speaking.person, { type: 'turn.done' })
    }
    play.does('lior', { type: 'round.close' })
    play.does('lior', { type: 'consent.restate' })
    play.does('lior', { type: 'consent.ask', mode: null, start: 'noor', direction: 1 })
    answer(play, objecting, 4)
  },
  objected(play) {
    answer(play, objecting)
  },
  hearing(play) {
    play.does('lior', { type: 'objection.hear', objection: 'o1' })
    play.does('lior', { type: 'objection.hear', objection: 'o2' })
  },
  worded(play) {
    play.does('lior', { type: 'objection.work', move: 'ideas' })
    for (const [id, text] of ['sliding scale', 'honesty box', 'Noor keeps the list', 'count nights'].entries()) {
      play.does(id % 2 ? 'noor' : 'lior', { type: 'note.write', note: null, kind: 'idea', text, answer: '' })
    }
    play.does('lior', { type: 'objection.work', move: 'wording' })
    play.does('lior', { type: 'objection.ways', objection: 'o1', ways: ['amend'] })
    play.does('lior', { type: 'objection.ways', objection: 'o2', ways: ['responsibility', 'measure'] })
    play.does('lior', { type: 'wording.write', fields: second, over: play.consent.wording.written })
  },
  again(play) {
    play.does('lior', { type: 'consent.ask', mode: null, start: 'chidi', direction: -1 })
    answer(play, {}, 2)
  },
  decided(play) {
    answer(play, {})
    play.does('lior', { type: 'consent.announce' })
  },
  ended(play) {
    play.does('noor', { type: 'block.write', block: 'i1', text: 'The box comes from Oskar’s cellar.', over: 0 })
    play.does('lior', { type: 'meeting.end', next: null })
  },
}

/** The guest room at a moment of its evening, played through the real rules. */
export function guestRoom(until: Moment, wish: Wish = {}): Play {
  const play = new Play([...seats, ...(wish.more ?? [])], 'lior')
  for (const moment of moments.slice(0, moments.indexOf(until) + 1)) steps[moment](play, wish)
  return play
}
