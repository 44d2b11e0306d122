import { onScreen } from '../../../shared/circle/shown.ts'
import type { CircleId } from '../../../shared/types.ts'
import { firstState } from '../../live/first.ts'
import type { Live } from '../../live/state.ts'
import { shownItem } from '../../meeting/mine.ts'
import { rooms } from '../../processes/index.ts'

/** Of a circle's screen: the circle, the meeting it shows, and the picture of what runs there. */
export async function firstOf(live: Live, circle: CircleId): Promise<void> {
  if (circle === '') return
  const state = await firstState(live, { stream: circle, kind: 'circle', as: null })
  const shown = state && 'ended' in state ? onScreen(state) : null
  if (!shown) return
  const now = await firstState(live, { stream: shown.id, kind: 'meeting', as: null })
  const run = now && 'seats' in now ? shownItem(now)?.runs.at(-1) : undefined
  if (run) await rooms[run.kind].fetch()
}
