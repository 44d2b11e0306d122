import type { Actor, CommandId, Entry, Millis, Seq, StreamId } from '../../shared/types.ts'
import { destroyedBy, takeApart } from '../store/apart.ts'
import type { CommunityId, Store } from '../store/store.ts'
import type { AnyStream, Streams } from './streams.ts'

/** How many entries someone may have missed and still get them singly. */
export const recentEntries = 500

/** A stream folded up to `seq`. */
export interface Fold {
  readonly stream: StreamId
  readonly kind: AnyStream
  readonly community: CommunityId | null
  readonly seq: Seq
  readonly at: Millis
  readonly state: unknown
  /** Which entry answered a person's command. */
  readonly answered: ReadonlyMap<string, Seq>
  /** The last entries, at most `recentEntries`. */
  readonly recent: readonly Entry<unknown>[]
}

/** New entries of a stream, and the state after the last of them. */
export interface News {
  readonly stream: StreamId
  readonly entries: readonly Entry<unknown>[]
  readonly state: unknown
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
  /** Folds what is newer in the store; null if no such kind of stream exists. Empty streams have seq 0. */
  read(stream: StreamId): Promise<Fold | null>
  /** Folds and tells entries that are known to be on disk. */
  absorb(stream: StreamId, entries: readonly Entry<unknown>[], community: CommunityId): void
  /** Believes nothing about this stream until it is read again. */
  drop(stream: StreamId): void
  /** Lets go of streams that nobody used for so long. */
  unload(idle: Millis): void
  readonly size: number
}

export function answerKey(by: Actor, id: CommandId): string {
  return `${by} ${id}`
}

/** What this process has folded of the log, never ahead of the disk. */
export function createFolds({ store, streams, now, tell }: FoldsParts): Folds {
  const kept = new Map<StreamId, Kept>()
  /** How far was told here, also of streams that were dropped since. */
  const told = new Map<StreamId, Seq>()

  function empty(stream: StreamId, kind: AnyStream): Kept {
    const answered = new Map<string, Seq>()
    const recent: Entry<unknown>[] = []
    const fold = { stream, kind, community: null, seq: 0, at: 0, state: kind.initial, answered, recent }
    return { fold, answered, recent, usedAt: now() }
  }

  function take(one: Kept, entries: readonly Entry<unknown>[], community: CommunityId | null): void {
    const { stream } = one.fold
    const before = told.get(stream) ?? null
    const fresh = entries.filter(({ seq }) => seq > one.fold.seq)
    for (const entry of fresh) {
      if (entry.seq !== one.fold.seq + 1) throw new Error('An entry is missing in the log.')
      const state = one.fold.kind.evolve(one.fold.state, entry)
      one.answered.set(answerKey(entry.by, entry.id), entry.seq)
      forget(one.recent, destroyedBy(entry.events))
      one.recent.push(entry)
      if (one.recent.length > recentEntries) one.recent.shift()
      one.fold = { ...one.fold, seq: entry.seq, at: entry.at, state, community: one.fold.community ?? community }
    }
    if (one.fold.seq > (before ?? 0)) told.set(stream, one.fold.seq)
    const news = fresh.filter(({ seq }) => before !== null && seq > before)
    if (news.length > 0) tell({ stream, entries: news, state: one.fold.state })
  }

  return {
    async read(stream) {
      const kind = streams.streamOf(stream)
      if (!kind) return null
      const one = kept.get(stream) ?? empty(stream, kind)
      const newer = await store.read(stream, one.fold.seq)
      const community = one.fold.community ?? (newer.length > 0 ? await store.community(stream) : null)
      // While this was read the same stream may have been folded further, or dropped.
      const current = kept.get(stream) ?? one
      take(current, newer, community)
      current.usedAt = now()
      // Ids that anyone may think up are not remembered.
      if (current.fold.seq > 0) kept.set(stream, current)
      return current.fold
    },
    absorb(stream, entries, community) {
      const one = kept.get(stream)
      if (one) take(one, entries, community)
    },
    drop(stream) {
      kept.delete(stream)
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
