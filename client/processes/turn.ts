import type { Now } from '../../shared/meeting/types.ts'
import { roundIn } from '../../shared/parts/round.ts'
import type { PersonId } from '../../shared/types.ts'
import { placeIn, shownItem } from '../meeting/mine.ts'
import { isAsked } from './at.ts'

/** Is it this person's turn, or the next? Everyone's turn is when all are asked at once. Null: nothing to do. */
export function turnOf(now: Now, person: PersonId): 'turn' | 'next' | null {
  const item = shownItem(now)
  const run = item?.running ? item.runs.at(-1) : undefined
  if (!run || now.stage !== 'open') return null
  const round = roundIn(run.state)
  if (round) {
    const { is } = placeIn(round, person)
    if (round.stage !== 'running' || round.paused) return null
    return is === 'speaking' ? 'turn' : is === 'next' ? 'next' : null
  }
  return isAsked(run, person) ? 'turn' : null
}
