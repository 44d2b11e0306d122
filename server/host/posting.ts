import type { Done, No } from '../../shared/protocol.ts'
import type { Millis, StreamId } from '../../shared/types.ts'
import { type Log, traceOf } from '../log.ts'
import type { Store } from '../store/store.ts'
import type { Folds } from './folds.ts'
import type { Ask } from './plan.ts'
import type { AnyPost, Streams } from './streams.ts'

const oneDay: Millis = 24 * 60 * 60_000

interface PostingParts {
  readonly store: Store
  readonly streams: Streams
  readonly folds: Folds
  readonly run: (ask: Ask) => Promise<Done | No>
  readonly log: Log
  readonly now: () => Millis
}

export interface Posting {
  /** Sends without waiting; what cannot be delivered now is kept for `again`. */
  send(from: StreamId, posts: readonly AnyPost[]): void
  again(): Promise<void>
  /** Sends everything once more that streams not over, or over since less than a day, ever told others. */
  repeat(): Promise<void>
}

/** Carries what one stream tells another. Posts of one stream arrive in order; repeats are recognised by their ids. */
export function createPosting({ store, streams, folds, run, log, now }: PostingParts): Posting {
  let undelivered: Ask[] = []

  async function deliver(asks: readonly Ask[]): Promise<void> {
    const answers = await Promise.all(asks.map(async (ask) => ({ ask, answer: await run(ask) })))
    for (const { ask, answer } of answers) {
      if (answer.ok) continue
      const { code, reason, ref } = answer
      const fields = { code, reason, ref, stream: ask.stream, from: ask.by, type: ask.command.type }
      if (answer.retryable) undelivered.push(ask)
      if (answer.retryable) log.warn(fields, 'a post has to wait')
      else log.error(fields, 'a post was refused')
    }
  }

  async function repeatOf(stream: StreamId): Promise<void> {
    const fold = await folds.read(stream)
    if (!fold || (streams.isOver(stream, fold.state) && fold.at < now() - oneDay)) return
    const entries = await store.read(stream, 0)
    let state = fold.kind.initial
    const asks: Ask[] = []
    for (const entry of entries) {
      state = fold.kind.evolve(state, entry)
      asks.push(...fold.kind.posts(state, entry).map((post) => asked(stream, post)))
    }
    await deliver(asks)
  }

  return {
    send(from, posts) {
      if (posts.length > 0) void deliver(posts.map((post) => asked(from, post)))
    },
    async again() {
      const asks = undelivered
      undelivered = []
      if (asks.length > 0) await deliver(asks)
    },
    async repeat() {
      for await (const { stream } of store.heads()) {
        try {
          await repeatOf(stream)
        } catch (error) {
          log.error({ ...traceOf(error), stream }, 'a stream cannot be read')
        }
      }
    },
  }
}

/** Whoever tells it is the actor. */
function asked(from: string, { to, id, command }: AnyPost): Ask {
  return { stream: to, by: from, id, command }
}
