import type { PersonId, Seat } from '../../shared/types.ts'
import type { RingProps } from '../ui/ring/Ring.tsx'
import type { SeatState } from '../ui/ring/RingSeat.tsx'

/** What a seat shows besides its name: the sign, and the word for it under `seat.`. */
export interface Mark {
  readonly state: SeatState
  readonly spoken: string
  /** Who entered it for that person. */
  readonly by?: PersonId | null
}

/** What goes round at the table: a mark for whoever has one, and the way already gone. */
export interface Going {
  readonly marks: Readonly<Record<PersonId, Mark>>
  readonly way: Pick<RingProps, 'direction' | 'travelled' | 'arrow'>
}

const attendance = { expected: 'expected', present: 'here', out: 'out', left: 'left', absent: 'absent' } as const

/** A seat that nothing is marked at: somebody is there, or nobody. */
export function bare(seat: Seat): Mark {
  return { state: seat.attendance === 'present' ? 'here' : 'empty', spoken: attendance[seat.attendance] }
}
