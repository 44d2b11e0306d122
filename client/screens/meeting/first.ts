import { shownItem, stationOf } from '../../../shared/meeting/shown.ts'
import type { MeetingId } from '../../../shared/types.ts'
import { firstState } from '../../live/first.ts'
import { chosenOf } from '../../live/http/chosen.ts'
import { askWhoIAm } from '../../live/http/mine.ts'
import type { Live } from '../../live/state.ts'
import { desks, firstView, phones } from '../../processes/index.ts'
import { circlesOf } from './circles.ts'
import { isReading } from './reading.ts'
import { stations } from './stations.ts'

/** Of a meeting: who looks, the meeting, their station, and the screen of what runs there. */
export async function firstOfMeeting(live: Live, meeting: MeetingId): Promise<void> {
  const mine = await askWhoIAm()
  const [first] = mine.ok ? circlesOf(mine, meeting) : []
  const me = mine.ok && first ? chosenOf(first.circle, mine.people) : null
  if (me === null) return
  const now = await firstState(live, { stream: meeting, kind: 'meeting', as: me })
  if (!now || !('seats' in now)) return
  const station = stationOf(now, me, isReading(meeting, me))
  if (station === 'lobby') return
  await Promise.all([stations[station].fetch(), firstView(station === 'desk' ? desks : phones, shownItem(now))])
}
