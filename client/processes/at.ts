import type { Run } from '../../shared/meeting/types.ts'
import type { ProcessState } from '../../shared/processes/index.ts'
import type { PersonId } from '../../shared/types.ts'
import { myAnswer } from '../meeting/mine.ts'

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
