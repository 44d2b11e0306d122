import { facilitatorOf } from '../../../shared/meeting/around.ts'
import type { Now } from '../../../shared/meeting/types.ts'
import type { PersonId } from '../../../shared/types.ts'
import { later, onDemand } from '../../live/page/later.tsx'
import { mySeat } from '../../meeting/mine.ts'

export const stations = {
  phone: later(() => import('../../stations/phone/PhoneStation.tsx').then((m) => m.ParticipantStation)),
  desk: onDemand(async () => {
    const [station] = await Promise.all([
      import('../../stations/desk/DeskStation.tsx'),
      import('../../live/words/desk.ts'),
    ])
    return station.FacilitatorStation
  }),
} as const

/** Which surface of the meeting is this person's: the chair's, the table's, or still the door; who reads along is in. */
export function stationOf(now: Now, me: PersonId | null, reading = false): 'desk' | 'phone' | 'lobby' {
  if (me !== null && facilitatorOf(now) === me) return 'desk'
  const seat = mySeat(now, me)
  if (!seat) return me === null || now.stage === 'ended' ? 'phone' : 'lobby'
  const isArriving = seat.attendance !== 'present' && seat.attendance !== 'out' && !reading
  return now.stage === 'gathering' || (now.stage === 'open' && isArriving) ? 'lobby' : 'phone'
}
