import type { MeetingId } from '../../../shared/types.ts'
import { firstState } from '../../live/first.ts'
import { chosenOf } from '../../live/http/chosen.ts'
import { askWhoIAm } from '../../live/http/mine.ts'
import type { Live } from '../../live/state.ts'
import { shownItem } from '../../meeting/mine.ts'
import { desks, phones } from '../../processes/index.ts'
import { circlesOf } from './circles.ts'
import { stationOf, stations } from './stations.ts'

/** Of a meeting: who looks, the meeting, their station, and the screen of what runs there. */
export async function firstOf(live: Live, meeting: MeetingId): Promise<void> {
  const mine = await askWhoIAm()
  const [first] = mine.ok ? circlesOf(mine, meeting) : []
  const me = mine.ok && first ? chosenOf(first.circle, mine.people) : null
  if (me === null) return
  const now = await firstState(live, { stream: meeting, kind: 'meeting', as: me })
  const station = now && 'seats' in now ? stationOf(now, me) : 'lobby'
  if (!now || !('seats' in now) || station === 'lobby') return
  const run = shownItem(now)?.runs.at(-1)
  const views = station === 'desk' ? desks : phones
  await Promise.all([stations[station].fetch(), run && views[run.kind].fetch()])
}
