import type { Run } from '../../shared/meeting/types.ts'
import type { Turns } from '../../shared/parts/turns.ts'
import type { ProcessState } from '../../shared/processes/index.ts'
import type { PersonId } from '../../shared/types.ts'
import { myAnswer } from './mine.ts'

/** The round that goes round in a process now, if one does. */
export function roundOf(state: ProcessState): Turns | null {
  if (state.kind === 'round') return state.turns
  return 'round' in state.step ? state.step.round : null
}

/** What a process is at. */
export function stepOf(state: ProcessState): string {
  return state.kind === 'round' ? state.round : state.step.stage
}

/** Everyone answers at once, or this person is asked again, and theirs is missing. */
export function isAsked(run: Run, person: PersonId): boolean {
  const { state } = run
  if (state.kind !== 'consent' || state.step.stage !== 'consent' || state.step.round) return false
  const { answers } = state
  const asked = answers?.recheck ?? answers?.required ?? []
  return asked.includes(person) && myAnswer(state, run, person).is === 'open'
}
