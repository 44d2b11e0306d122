import { missingKinds } from '../../../shared/meeting/kinds.ts'
import type { MeetingState } from '../../../shared/meeting/types.ts'
import type { AnyEvent, AnyState } from '../../../shared/protocol.ts'
import type { StreamKind } from '../../../shared/streams.ts'
import type { Entry } from '../../../shared/types.ts'
import type { AnyRules, Rulebook } from '../board.ts'

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

async function rulesOf(kind: StreamKind): Promise<AnyRules> {
  if (kind === 'circle') return (await import('./circle-rules.ts')).circleRules
  return (await import('./meeting-rules.ts')).meetingRules
}

function lacking(kind: StreamKind, state: AnyState, entries: readonly Entry<AnyEvent>[]): readonly string[] {
  return kind === 'meeting' ? missingKinds(state as MeetingState, entries as Parameters<typeof missingKinds>[1]) : []
}

/** Rules come when something is followed that needs them; `bring` loads those of processes. */
export function rulebook(bring: Rulebook['bring']): Rulebook {
  return { rulesOf, lacking, bring }
}
