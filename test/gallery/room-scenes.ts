import type { Now } from '../../shared/meeting/types.ts'
import type { Fields } from '../../shared/processes/process.ts'
import { guestRoom, type Moment, moments } from '../support/guest-room.ts'
import { Play } from '../support/play.ts'

const usual = ['walter', 'ines', 'amara', 'bruno', 'delphine', 'elif', 'farid', 'hamid', 'jonas', 'keiko']
const more = [...usual, 'konstantin', 'annelies', 'rosa', 'tomas', 'yusuf', 'zdenka', 'wilhelmina']
const long: Record<string, string> = {
  lior: 'Maximiliane-Friederike',
  mireille: 'Bartholomäus von der Heide',
  noor: 'عبد الرحمن بن عوف',
  oskar: 'Oleksandra Kovalenko',
  pia: 'Wilhelmina',
  chidi: 'Chukwuemeka Okonkwo',
}
const sentence =
  'The guest room can be booked by every member for their own guests, at most seven nights in a row and twenty-one in a year; whoever books looks after keys, linen and the kitchen, and writes nights and names into the calendar. '

export interface Wanted {
  readonly scene: string
  readonly count: number
  readonly names: 'usual' | 'long'
  /** Signs of the proposal; 0 takes the usual one. */
  readonly signs: number
}

export function named(person: string, names: Wanted['names']): string {
  const own = names === 'long' ? long[person] : undefined
  return own ?? person.charAt(0).toUpperCase() + person.slice(1)
}

const roof: Fields = {
  text: 'The bike shed gets a roof this summer, up to 1 400 €. Elif asks three builders and chooses.',
  why: '',
  by: 'elif',
  until: null,
  review: '2026-10-01',
  measure: '',
  atEnd: 'stays',
}

function allAnswer(play: Play): void {
  for (let asked = 0; asked < 100; asked++) {
    const { step } = play.consent
    const speaking = step.stage === 'consent' ? step.round?.speaking?.person : undefined
    if (speaking === undefined) return
    play.says(speaking, null)
  }
}

function absent(): Play {
  const play = new Play(['hamid', 'rosa', 'lukasz', 'jonas', 'elif', 'noor', 'oskar'], 'hamid')
  play.calls('hamid', 'Bike shed roof').here('rosa', 'lukasz', 'elif', 'noor', 'oskar')
  play.does('hamid', { type: 'item.draft', item: 'i1', fields: roof, over: 0 })
  play.does('hamid', { type: 'meeting.open', item: 'i1' }).does('hamid', { type: 'consent.anything' })
  play.does('hamid', { type: 'consent.ask', mode: null, start: null, direction: null })
  allAnswer(play)
  return play.does('hamid', { type: 'consent.announce' })
}

/** The other moments, told from the nearest one that `guestRoom` knows. */
const others: Record<string, (wish: Parameters<typeof guestRoom>[1]) => Play> = {
  absent,
  sealed(wish) {
    const play = guestRoom('reacting', wish)
    play.does('lior', { type: 'round.end' })
    play.does('lior', { type: 'consent.ask', mode: 'simultaneous', start: null, direction: null })
    return play.says('chidi', 'too dear').says('pia', null)
  },
  aside(wish) {
    const play = guestRoom('asked', wish)
    const text = 'Ten more minutes for Guest room price'
    return play.does('lior', { type: 'aside.put', text, form: 'aloud', does: null })
  },
  objects(wish) {
    return others.aside?.(wish).does('pia', { type: 'aside.object', for: null }) as Play
  },
  pause: (wish) => guestRoom('reacting', wish).does('lior', { type: 'round.pause' }),
  put_aside: (wish) => guestRoom('reacting', wish).does('lior', { type: 'item.pause' }),
  restated(wish) {
    const play = guestRoom('reacting', wish)
    return play.does('lior', { type: 'round.end' }).does('lior', { type: 'consent.restate' })
  },
  hearing_one: (wish) => guestRoom('objected', wish).does('lior', { type: 'objection.hear', objection: 'o1' }),
  deferred(wish) {
    const when = { when: '28 April', who: 'noor', words: 'Noor asks two neighbours what they pay.' }
    return guestRoom('presented', wish).does('lior', { type: 'consent.defer', ...when })
  },
  closed(wish) {
    const play = guestRoom('again', wish)
    allAnswer(play)
    return play
  },
}

export const scenes = [...moments, ...Object.keys(others)]

export function sceneOf({ scene, count, signs }: Wanted): Now {
  const text = signs > 0 ? sentence.repeat(Math.ceil(signs / sentence.length)).slice(0, signs) : undefined
  const wish = { more: more.slice(0, Math.max(0, count - 7)), ...(text ? { text } : {}) }
  return (others[scene]?.(wish) ?? guestRoom(scene as Moment, wish)).now
}
