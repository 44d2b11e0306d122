import '../live/words/seats.ts'
import type { PersonId, Seat } from '../../shared/types.ts'
import { marks as lettersOf } from '../ui/ring/marks.ts'
import type { RingProps } from '../ui/ring/Ring.tsx'
import type { Seat as RingSeat } from '../ui/ring/RingSeat.tsx'
import { bare, type Going } from './marks.ts'

/** For whom the ring is drawn. */
export interface Looking {
  /** The phone marks the own seat "You"; the laptop alone shows what was recorded for somebody. */
  readonly surface: 'phone' | 'laptop' | 'room'
  readonly me: PersonId | null
  readonly name: (person: PersonId) => { readonly name: string; readonly hint: string | null }
  readonly text: (id: `seat.${string}`) => string
}

/** The seats of a meeting for `<Ring>`, in the order of the room. */
function ringSeats(seats: readonly Seat[], going: Going | null, looking: Looking): readonly RingSeat[] {
  const { surface, me, name, text } = looking
  const names = seats.map((seat) => name(seat.person))
  const letters = lettersOf(names.map((n) => (n.hint ? `${n.name} ${n.hint}` : n.name)))
  return seats.map((seat, index) => {
    const own = names[index]?.name ?? ''
    const twin = names.some((n, other) => other !== index && n.name === own)
    const hint = names[index]?.hint
    const { state, spoken, by = null } = going?.marks[seat.person] ?? bare(seat)
    const mine = seat.person === me
    return {
      id: seat.person,
      label: twin && hint ? `${own} ${hint}` : own,
      mark: mine && surface === 'phone' ? text('seat.you') : (letters[index] ?? ''),
      state,
      spoken: text(`seat.${spoken}`),
      me: mine && surface !== 'room',
      recorded: surface === 'laptop' && by !== null,
    }
  })
}

/** Everything the ring draws of the seats and of the way already gone. Spread it into `<Ring>`. */
export function ringOf(
  seats: readonly Seat[],
  going: Going | null,
  looking: Looking,
): Pick<RingProps, 'seats'> & Going['way'] {
  return { seats: ringSeats(seats, going, looking), ...going?.way }
}
