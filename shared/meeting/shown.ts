import type { PersonId } from '../types.ts'
import { facilitatorOf, seatOf } from './around.ts'
import type { Item, Now, Run } from './types.ts'

/** Which surface of a meeting is somebody's: the chair's, the table's, or still the door. */
export type Station = 'desk' | 'phone' | 'lobby'

/** A screen (null) sees what the table sees; who only reads along is in, as far as this device knows (`reading`). */
export function stationOf(now: Now, person: PersonId | null, reading = false): Station {
  if (person === null) return 'phone'
  if (facilitatorOf(now) === person) return 'desk'
  const seat = seatOf(now, person)
  if (now.stage === 'ended') return 'phone'
  if (!seat || now.stage === 'gathering') return 'lobby'
  const isIn = seat.attendance === 'present' || seat.attendance === 'out' || reading
  return isIn ? 'phone' : 'lobby'
}

/** The item on everyone's screen. */
export function shownItem(now: Now): Item | null {
  return now.items.find((i) => i.id === now.shown) ?? null
}

/** What runs at the item on everyone's screen, or came of it last. */
export function shownRun(now: Now): Run | null {
  return shownItem(now)?.runs.at(-1) ?? null
}
