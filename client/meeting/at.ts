import { shownItem } from '../../shared/meeting/shown.ts'
import type { Now, Run } from '../../shared/meeting/types.ts'
import { isKnown, processOf } from '../../shared/processes/known.ts'
import type { At } from '../../shared/processes/process.ts'
import type { PersonId } from '../../shared/types.ts'
import { placeIn } from './parts/turns/place.ts'

/** Where a process stands, whatever it is; null while its rules have not come. */
export function atOf(run: Run): At | null {
  return isKnown(run.kind) ? processOf(run.kind).at(run.state) : null
}

/** Are all asked at once, and this person too? */
export function isAsked({ round, asked }: At, person: PersonId): boolean {
  return round === null && asked.includes(person)
}

/** Has it run its course? Then its own screen tells what came of it, also when the item is closed. */
export function tellsOutcome(run: Run): boolean {
  return isKnown(run.kind) && processOf(run.kind).outcome(run.state) !== null
}

/** Is it this person's turn, or the next? Everyone's turn is when all are asked at once. Null: nothing to do. */
export function turnOf(now: Now, person: PersonId): 'turn' | 'next' | null {
  const item = shownItem(now)
  const run = item?.running ? item.runs.at(-1) : undefined
  const at = run ? atOf(run) : null
  if (!at || now.stage !== 'open') return null
  const { round } = at
  if (!round) return isAsked(at, person) ? 'turn' : null
  if (round.stage !== 'running' || round.paused) return null
  const { is } = placeIn(round, person)
  return is === 'speaking' ? 'turn' : is === 'next' ? 'next' : null
}
