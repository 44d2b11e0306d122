import type { StreamId } from '../../shared/types.ts'
import type { AnyRules } from './desk.ts'

/**
 * Before the rules have come a copy shows the state the server sent, folds nothing and guesses nothing.
 * They are a good part of the page and are not needed for its first look.
 */
export const noRules: AnyRules = {
  initial: null,
  decide: () => ({ ok: true, events: [] }),
  evolve: (state) => state,
  predictable: () => false,
}

/** The rules of a stream, by the first letter of its id. */
export async function rulesOf(stream: StreamId): Promise<AnyRules> {
  if (stream.startsWith('c')) return (await import('./circle-rules.ts')).circleRules
  return (await import('./meeting-rules.ts')).meetingRules
}
