import type { PersonId, Seq, StreamId } from '../../shared/types.ts'
import type { Fold } from '../host/folds.ts'
import { type Beginning, stillFor, wholeFor } from './begin.ts'
import { findReaders } from './frames.ts'
import { wordsIn } from './names.ts'

/** What a viewer is sent of a stream, with its JSON and every short text in it, one of which may be somebody's id. */
export interface Encoded {
  readonly what: Required<Beginning>
  readonly json: string
  /** Of the JSON, in UTF-8. */
  readonly bytes: number
  readonly words: ReadonlySet<string>
}

/** States as JSON, of which one is kept for all who see the same as everyone. */
export interface Encodings {
  /** For somebody who folds on. */
  whole(fold: Fold, person: PersonId | null): Encoded
  /** For somebody who does not. */
  still(fold: Fold, person: PersonId | null): Encoded
}

type How = keyof Encodings
const makers = { whole: wholeFor, still: stillFor } as const

interface Kept {
  readonly seq: Seq
  readonly state: unknown
  readonly made: Map<How, Encoded>
}

/** More bytes of JSON than this are not kept; the longest unread goes. */
const usualMost = 32 * 1024 * 1024

/**
 * Keeps what a screen may see of a stream as it is now, and gives it to every person who sees no more than that.
 * Whatever anybody sees alone is made anew for them and never kept, so it cannot reach anyone else.
 */
export function createEncodings(mostBytes = usualMost): Encodings {
  const kept = new Map<StreamId, Kept>()

  function of(how: How, fold: Fold, person: PersonId | null): Encoded {
    if (person !== null && seesMore(fold, person)) return encode(makers[how](fold, person))
    const known = kept.get(fold.stream)
    const isNow = known?.seq === fold.seq && known.state === fold.state
    const one: Kept = isNow ? known : { seq: fold.seq, state: fold.state, made: new Map() }
    const encoded = one.made.get(how) ?? encode(makers[how](fold, null))
    // Set anew, so that the order of the map is the order of last use. Who reads an older one leaves the newer.
    if (!known || known.seq <= fold.seq) {
      one.made.set(how, encoded)
      kept.delete(fold.stream)
      kept.set(fold.stream, one)
      makeRoom()
    }
    return encoded
  }

  function makeRoom(): void {
    let bytes = 0
    for (const { made } of kept.values()) for (const one of made.values()) bytes += one.bytes
    for (const [stream, { made }] of kept) {
      if (bytes <= mostBytes) return
      kept.delete(stream)
      for (const one of made.values()) bytes -= one.bytes
    }
  }

  return {
    whole: (fold, person) => of('whole', fold, person),
    still: (fold, person) => of('still', fold, person),
  }
}

/** Also where the state shows nothing of it any more, but an entry that is sent with it does. */
function seesMore({ rules, state, recent }: Fold, person: PersonId): boolean {
  if (rules.seesMore(state, person)) return true
  const from = rules.from(state)
  if (from === null) return false
  const readers = new Set<PersonId>()
  for (const { seq, events } of recent) if (seq > from.seq) findReaders(events, readers)
  return readers.has(person) || rules.seesMore(from.state, person)
}

function encode(what: Required<Beginning>): Encoded {
  const json = JSON.stringify(what)
  return { what, json, bytes: Buffer.byteLength(json), words: wordsIn(what) }
}
