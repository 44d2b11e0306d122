import type { Standing, Turns } from '../../../../shared/parts/turns.ts'
import type { PersonId } from '../../../../shared/types.ts'

/** Where I stand in a round. `before` counts the people who are heard before me, the speaker with them. */
export type Place =
  | { readonly is: 'speaking'; readonly as: Standing }
  | { readonly is: 'next' }
  | { readonly is: 'waiting'; readonly before: number; readonly as: Standing }
  | { readonly is: 'spoken' | 'passed' | 'not asked' | 'away' }
  | { readonly is: 'none' }

export function placeIn(round: Turns, me: PersonId | null): Place {
  if (me === null) return { is: 'none' }
  if (round.speaking?.person === me) return { is: 'speaking', as: round.speaking.as }
  const at = round.queue.findIndex((w) => w.person === me)
  const waiting = round.queue[at]
  if (waiting && at === 0 && round.speaking) return { is: 'next' }
  if (waiting) return { is: 'waiting', before: at + (round.speaking ? 1 : 0), as: waiting.as }
  const how = round.ended[me]
  if (!how) return { is: 'none' }
  return { is: how === 'done' ? 'spoken' : how }
}
