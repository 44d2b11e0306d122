import type { Now } from '../../shared/meeting/types.ts'
import type { Turns } from '../../shared/parts/turns.ts'
import type { ProcessState } from '../../shared/processes/index.ts'
import type { PersonId } from '../../shared/types.ts'
import { myAnswer, placeIn, shownItem } from './mine.ts'

/** The round that goes round in a process now, if one does. */
function roundOf(state: ProcessState): Turns | null {
  if (state.kind === 'round') return state.turns
  return 'round' in state.step ? state.step.round : null
}

/** Is it this person's turn, or the next? Everyone's turn is when all are asked at once. Null: nothing to do. */
export function turnOf(now: Now, person: PersonId): 'turn' | 'next' | null {
  const item = shownItem(now)
  const run = item?.running ? item.runs.at(-1) : undefined
  if (!run || now.stage !== 'open') return null
  const { state } = run
  const round = roundOf(state)
  if (round) {
    const { is } = placeIn(round, person)
    if (round.stage !== 'running' || round.paused) return null
    return is === 'speaking' ? 'turn' : is === 'next' ? 'next' : null
  }
  if (state.kind !== 'consent' || state.step.stage !== 'consent' || !state.answers) return null
  const asked = state.answers.recheck ?? state.answers.required
  return asked.includes(person) && myAnswer(state, run, person).is === 'open' ? 'turn' : null
}
