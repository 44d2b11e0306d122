import { marks } from '../../client/ui/ring/marks.ts'
import type { Seat, SeatState } from '../../client/ui/ring/RingSeat.tsx'
import { Sign } from '../../client/ui/shown/Sign.tsx'

const first = ['Lior', 'Mireille', 'Noor', 'Oskar', 'Walter', 'Pia', 'Chidi', 'Greta', 'Ines']
const more = ['Amara', 'Bruno', 'Delphine', 'Elif', 'Farid', 'Hamid', 'Jonas', 'Keiko', 'Konstantin', 'Annelies']
const last = ['Rosa', 'Tomás', 'Yusuf', 'Zdenka', 'Wilhelmina']
const long = [
  'Maximiliane-Friederike',
  'Bartholomäus',
  'Mario',
  'Maria',
  'Wilhelmina',
  'عبد الرحمن',
  'Jo',
  'Oleksandra',
]

/** So many people, in the order of the room. */
export function people(count: number, names: 'usual' | 'long' = 'usual'): string[] {
  const all = names === 'long' ? [...long, ...first, ...more] : [...first, ...more, ...last]
  return all.slice(0, count)
}

const spoken: Record<SeatState, string> = {
  empty: 'not here yet',
  here: 'here',
  ahead: 'to come',
  next: 'next',
  now: 'speaking now',
  done: 'has spoken',
  consent: 'no objection',
  objection: 'objection',
  'not-ready': 'not ready',
  answered: 'has answered',
}

const remarks: Record<string, { sign: 'asleep' | 'no-device' | 'remote'; words: string }> = {
  Mireille: { sign: 'asleep', words: 'phone asleep' },
  Walter: { sign: 'no-device', words: 'no phone' },
  Ines: { sign: 'remote', words: 'remote' },
}

/** Seats for the gallery; `state` tells how each one stands. */
export function seatsOf(
  names: string[],
  me: string | null,
  state: (index: number) => SeatState,
  facts = false,
): Seat[] {
  const two = marks(names)
  return names.map((name, index) => {
    const remark = facts ? remarks[name] : undefined
    return {
      id: name,
      label: name,
      mark: name === me && !facts ? 'You' : (two[index] ?? ''),
      state: state(index),
      spoken: spoken[state(index)],
      me: name === me,
      recorded: name === 'Walter' && state(index) === 'consent',
      facts: remark ? (
        <>
          <Sign name={remark.sign} />
          {remark.words}
        </>
      ) : undefined,
    }
  })
}

export type Way = { from: number; now: number; count: number; counter?: boolean }

/** A round under way: `from` began, `now` speaks; who has had a turn stands as `done` says. */
export function under({ from, now, count, counter }: Way, done: (index: number) => SeatState) {
  const way = counter ? -1 : 1
  return (index: number): SeatState => {
    const place = ((((index - from) * way) % count) + count) % count
    const at = ((((now - from) * way) % count) + count) % count
    if (place < at) return done(index)
    if (place === at) return 'now'
    return place === at + 1 ? 'next' : 'ahead'
  }
}
