import { onScreen } from '../../../shared/circle/shown.ts'
import { shownItem } from '../../../shared/meeting/shown.ts'
import type { CircleId } from '../../../shared/types.ts'
import { firstState } from '../../live/first.ts'
import type { Live } from '../../live/state.ts'
import { firstView, rooms } from '../../processes/index.ts'

/** Of a circle's screen: the circle, the meeting it shows, and the picture of what runs there. */
export async function firstOfRoom(live: Live, circle: CircleId): Promise<void> {
  if (circle === '') return
  const state = await firstState(live, { stream: circle, kind: 'circle', as: null })
  const shown = state && 'ended' in state ? onScreen(state) : null
  if (!shown) return
  const now = await firstState(live, { stream: shown.id, kind: 'meeting', as: null })
  if (now && 'seats' in now) await firstView(rooms, shownItem(now))
}
