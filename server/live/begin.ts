import type { Seen } from '../../shared/stream.ts'
import type { PersonId, Seq } from '../../shared/types.ts'
import type { Fold } from '../host/folds.ts'
import type { Encodings } from './encoded.ts'
import { wordsIn } from './names.ts'
import type { SeenEntry } from './wire.ts'

/** A larger state does not go over a line: it is fetched. In bytes, as JSON. */
export const largest = 64_000

/** What a viewer still needs: the state as it was at `at` and the entries since, or the entries alone. */
export interface Beginning {
  readonly at?: Seq
  readonly state?: Seen<unknown>
  readonly entries?: readonly SeenEntry[]
}

/** A fold that somebody holds stays where it is, while its `recent` goes on. */
function seenAfter({ rules, recent, seq: last }: Fold, after: Seq, person: PersonId | null): readonly SeenEntry[] {
  return recent.filter(({ seq }) => seq > after && seq <= last).map((entry) => rules.seeEntry(entry, { person }))
}

/** The state, for somebody who folds on: from where everything in it comes of folding. */
export function wholeFor(fold: Fold, person: PersonId | null): Required<Beginning> {
  const { rules, seq, state } = fold
  const from = rules.from(state) ?? { seq, state }
  return { at: from.seq, state: rules.seeState(from.state, { person }), entries: seenAfter(fold, from.seq, person) }
}

/** The state as it stands, for somebody who does not fold. */
export function stillFor({ rules, seq, state }: Fold, person: PersonId | null): Required<Beginning> {
  return { at: seq, state: rules.still(rules.seeState(state, { person })), entries: [] }
}

export interface Asked {
  /** The last entry they have; null asks for the state. */
  readonly after: Seq | null
  /** They do not fold. */
  readonly plain: boolean
}

/** What a viewer is sent, and every short text in it, one of which may be somebody's id. */
export interface Due {
  readonly what: Beginning
  readonly words: ReadonlySet<string>
}

const nothing: Due = { what: {}, words: new Set() }

/**
 * What a viewer who has everything up to `after` still needs: entries or state, whichever is less to send; neither
 * where both are too large for a line. Null if they have more than there is.
 */
export function beginning(
  encodings: Encodings,
  fold: Fold,
  person: PersonId | null,
  { after, plain }: Asked,
): Due | null {
  if (after !== null && after > fold.seq) return null
  const whole = plain ? encodings.still(fold, person) : encodings.whole(fold, person)
  const oldest = fold.recent[0]?.seq ?? 1
  if (after !== null && !plain && after >= oldest - 1) {
    const entries = seenAfter(fold, after, person)
    const bytes = Buffer.byteLength(JSON.stringify(entries))
    if (bytes <= Math.min(whole.bytes, largest)) return { what: { entries }, words: wordsIn(entries) }
  }
  return whole.bytes <= largest ? whole : nothing
}
