import type { Seen } from '../../shared/stream.ts'
import type { PersonId, Seq } from '../../shared/types.ts'
import { type Fold, recentEntries } from '../host/folds.ts'
import type { SeenEntry } from './wire.ts'

export type Beginning = { readonly state: Seen<unknown> } | { readonly entries: readonly SeenEntry[] }

/** What a viewer who has everything up to `after` still needs; null if they have more than there is. */
export function beginning(fold: Fold, person: PersonId | null, after: Seq | null): Beginning | null {
  if (after !== null && after > fold.seq) return null
  const oldest = fold.recent[0]?.seq ?? 1
  if (after === null || after < oldest - 1 || fold.seq - after > recentEntries) {
    return { state: fold.kind.seeState(fold.state, { person }) }
  }
  const missing = fold.recent.filter(({ seq }) => seq > after)
  return { entries: missing.map((entry) => fold.kind.seeEntry(entry, { person })) }
}
