import type { MeetingId, PersonId } from '../../../shared/types.ts'
import { browserKept } from '../../live/page/browser-storage.ts'

type As = 'member' | 'guest'

const placeOf = (meeting: MeetingId, person: PersonId) => `seat.${meeting}.${person}`

/** They have tapped that they join: the seat is asked for as soon as the meeting is followed. */
export function intendToJoin(meeting: MeetingId, person: PersonId, as: As): void {
  browserKept.write(placeOf(meeting, person), as)
}

/** What they meant to join as, told once. */
export function takeIntent(meeting: MeetingId, person: PersonId): As | null {
  const as = browserKept.read(placeOf(meeting, person))
  browserKept.remove(placeOf(meeting, person))
  return as === 'member' || as === 'guest' ? as : null
}
