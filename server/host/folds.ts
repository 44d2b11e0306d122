import type { AnyStream, Stream } from '../../shared/stream.ts'
import type { Actor, CommandId, Entry, Millis, Seq, StreamId } from '../../shared/types.ts'
import { destroyedBy, takeApart } from '../store/apart.ts'
import type { About, Store, StoredEntry } from '../store/store.ts'
import { sizeOf } from './bounds.ts'
import type { Streams } from './streams.ts'

/** How many entries someone may have missed and still get them singly. */
export const recentEntries = 500

/** A stream folded up to `seq`. */
export interface Fold {
  readonly stream: StreamId
  readonly about: About
  readonly rules: AnyStream
  readonly seq: Seq
  readonly at: Millis
  /** Letters of JSON of all that its entries say. */
  readonly text: number
  readonly state: unknown
  /** Which entry answered a person's command. */
  readonly answered: ReadonlyMap<string, Seq>
  /** The last entries, at most `recentEntries`. */
  readonly recent: readonly Entry<unknown>[]
}

/** New entries of a stream, and the stream after the last of them. */
export interface News {
  readonly fold: Fold
  readonly entries: readonly Entry<unknown>[]
}

interface Kept {
  fold: Fold
  answered: Map<string, Seq>
  recent: Entry<unknown>[]
  usedAt: Millis
}

interface FoldsParts {
  readonly store: Store
  readonly streams: Streams
  readonly now: () => Millis
  /** Called with entries as they become known here for the first time; never throws. */
  readonly tell: (news: News) => void
}

export interface Folds {
  /** Folds what is newer in the store, in one read; null for a stream that has no entry. */
  read(stream: StreamId): Promise<Fold | null>
  /** As it was last read here, without asking the store; null if it was not. */
  known(stream: StreamId): Fold | null
  /** A stream before its first entry; null for no kind of ours. */
  empty(stream: StreamId, about: About): Fold | null
  /** Entries of a stream by their numbers, in today's language; those that do not exist are left out. */
  entries(stream: StreamId, seqs: readonly Seq[]): Promise<readonly Entry<unknown>[]>
  /** Folds and tells entries that are known to be on disk. */
  absorb(stream: StreamId, entries: readonly Entry<unknown>[]): void
  /** Believes nothing about this stream until it is read again. */
  drop(stream: StreamId): void
  /** These are in use. */
  touch(streams: Iterable<StreamId>): void
  /** Lets go of streams that nobody used for so long. */
  unload(idle: Millis): void
  readonly size: number
}

/** What an answer is remembered by: nobody else's command has the same. */
export function answerKey(by: Actor, id: CommandId): string {
  return `${by} ${id}`
}

type Folding<State, Event> = Pick<Stream<State, never, Event>, 'initial' | 'upcast' | 'evolve'>

/** Entries as they were written, in today's language, and the state after each; `from` is what came before them. */
export function* folded<State, Event>(
  rules: Folding<State, Event>,
  entries: readonly StoredEntry[],
  from: State = rules.initial,
) {
  let state = from
  for (const raw of entries) {
    const entry = rules.upcast(state, raw)
    state = rules.evolve(state, entry)
    yield { entry, state }
  }
}

/** What this process has folded of the log, never ahead of the disk. */
export function createFolds({ store, streams, now, tell }: FoldsParts): Folds {
  const kept = new Map<StreamId, Kept>()
  /** How far was told here, also of streams that were dropped since. */
  const told = new Map<StreamId, Seq>()

  function fresh(stream: StreamId, about: About): Kept | null {
    const rules = streams.of(about.kind)
    if (!rules) return null
    const answered = new Map<string, Seq>()
    const recent: Entry<unknown>[] = []
    const fold = { stream, about, rules, seq: 0, at: 0, text: 0, state: rules.initial, answered, recent }
    return { fold, answered, recent, usedAt: now() }
  }

  /** What is new of these, folded; `cast` brings an entry into today's language. */
  function take<E extends Entry<unknown>>(
    one: Kept,
    entries: readonly E[],
    cast: (state: unknown, entry: E) => Entry<unknown>,
  ) {
    const { stream, rules } = one.fold
    const before = told.get(stream) ?? null
    const news: Entry<unknown>[] = []
    for (const raw of entries) {
      if (raw.seq <= one.fold.seq) continue
      if (raw.seq !== one.fold.seq + 1) throw new Error('An entry is missing in the log.')
      const entry = cast(one.fold.state, raw)
      const state = rules.evolve(one.fold.state, entry)
      one.answered.set(answerKey(entry.by, entry.id), entry.seq)
      forget(one.recent, destroyedBy(entry.events))
      one.recent.push(entry)
      if (one.recent.length > recentEntries) one.recent.shift()
      const text = one.fold.text + sizeOf(entry.events)
      one.fold = { ...one.fold, seq: entry.seq, at: entry.at, text, state }
      if (before !== null && entry.seq > before) news.push(entry)
    }
    if (one.fold.seq > (before ?? 0)) told.set(stream, one.fold.seq)
    if (news.length > 0) tell({ fold: one.fold, entries: news })
  }

  async function started(stream: StreamId): Promise<Kept | null> {
    const about = await store.about(stream)
    return about && fresh(stream, about)
  }

  return {
    async read(stream) {
      const one = kept.get(stream) ?? (await started(stream))
      if (!one) return null
      const newer = await store.read(stream, one.fold.seq)
      // While this was read the same stream may have been folded further, or dropped.
      const current = kept.get(stream) ?? one
      take(current, newer, current.fold.rules.upcast)
      current.usedAt = now()
      if (current.fold.seq === 0) return null
      kept.set(stream, current)
      return current.fold
    },
    known: (stream) => kept.get(stream)?.fold ?? null,
    empty: (stream, about) => fresh(stream, about)?.fold ?? null,
    async entries(stream, seqs) {
      if (seqs.length === 0) return []
      const held = kept.get(stream)?.recent ?? []
      const found = held.filter(({ seq }) => seqs.includes(seq))
      if (found.length === seqs.length) return found
      const about = await store.about(stream)
      const rules = about && streams.of(about.kind)
      if (!rules) return []
      const single = await Promise.all(seqs.map((seq) => store.read(stream, seq - 1, 1)))
      const written = single.flat()
      if (written.every(({ v }) => v === rules.v)) return written.map((entry) => rules.upcast(rules.initial, entry))
      // An old entry may only be understood after those before it.
      const all = folded(rules, await store.read(stream, 0, Math.max(...seqs)))
      return [...all].map(({ entry }) => entry).filter(({ seq }) => seqs.includes(seq))
    },
    absorb(stream, entries) {
      const one = kept.get(stream)
      if (one) take(one, entries, (_, entry) => entry)
    },
    drop(stream) {
      kept.delete(stream)
    },
    touch(used) {
      const at = now()
      for (const stream of used) {
        const one = kept.get(stream)
        if (one) one.usedAt = at
      }
    },
    unload(idle) {
      const limit = now() - idle
      for (const [stream, one] of kept) {
        if (one.usedAt < limit) {
          kept.delete(stream)
          told.delete(stream)
        }
      }
    },
    get size() {
      return kept.size
    },
  }
}

/** What was destroyed on disk is not kept in memory either. */
function forget(recent: Entry<unknown>[], seqs: readonly Seq[]): void {
  for (const [n, entry] of recent.entries()) {
    if (seqs.includes(entry.seq)) recent[n] = { ...entry, events: takeApart(entry.events).events }
  }
}
