import type { StreamKind } from '../../shared/streams.ts'
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

/** The rules of a kind of stream. */
export async function rulesOf(kind: StreamKind): Promise<AnyRules> {
  if (kind === 'circle') return (await import('./circle-rules.ts')).circleRules
  return (await import('./meeting-rules.ts')).meetingRules
}
