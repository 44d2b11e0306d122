import { seatOf } from '../../shared/meeting/around.ts'
import type { Now } from '../../shared/meeting/types.ts'
import type { PersonId, Seat } from '../../shared/types.ts'

/** What someone is to the meeting now: a screen has no person, who reads along is not counted as here. */
export type Part = 'screen' | 'reading' | 'out' | 'guest' | 'here'

/** The seat of whoever looks; a screen has none. */
export function mySeat(now: Now, me: PersonId | null): Seat | null {
  return me === null ? null : seatOf(now, me)
}

export function partOf(now: Now, me: PersonId | null): Part {
  const seat = mySeat(now, me)
  if (!seat) return 'screen'
  if (seat.attendance === 'out') return 'out'
  if (seat.attendance !== 'present') return 'reading'
  return seat.as === 'guest' ? 'guest' : 'here'
}
