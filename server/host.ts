import type { Done, No } from '../shared/protocol.ts'
import type { Context, Millis, Seq, StreamId } from '../shared/types.ts'
import { type Bounds, usualBounds } from './host/bounds.ts'
import { createFolds, type Fold, type News } from './host/folds.ts'
import { type Ask, type Plan, plan, type Waiting } from './host/plan.ts'
import { createPosting } from './host/posting.ts'
import type { Streams } from './host/streams.ts'
import { type Log, traceOf } from './log.ts'
import { refuse, refuseAfter } from './refuse.ts'
import type { Store } from './store/store.ts'

/** Somebody else was faster so often in a row that the command is given back to be tried again. */
const mostRaces = 50
const idleAfter: Millis = 10 * 60_000

export interface HostParts {
  readonly store: Store
  readonly streams: Streams
  readonly log: Log
  readonly now: () => Millis
  readonly seed: () => number
  /** Heads of many streams, in one question. */
  readonly heads: (streams: readonly StreamId[]) => Promise<ReadonlyMap<StreamId, Seq>>
  /** Who cannot be reached, since when; asked before every decision. */
  readonly unreachable: (fold: Fold, state: unknown) => Promise<Context['unreachable']>
  /** How much a stream takes; left out, the usual. */
  readonly bounds?: Bounds
}

export interface Host {
  /** Answers once the entry is on disk and told, or with a refusal that left no trace. Never rejects. */
  run(ask: Ask): Promise<Done | No>
  /** A stream as the log has it now; null if it has no entry. */
  look(stream: StreamId): Promise<Fold | null>
  /** As it was last read here, without reading; null if it was not. */
  known(stream: StreamId): Fold | null
  /** Reads on where the log is further than what is known here: one question for all of them. */
  catchUp(streams: Iterable<StreamId>): Promise<void>
  /** Hears of every entry once, in order per stream, before its command is answered; until the returned is called. */
  listen(listener: (news: News) => void): () => void
  /** Tells the circles what their meetings had told them and had not arrived. Reads no other stream. Never rejects. */
  start(): Promise<void>
  /** Every few seconds: repeats what could not be posted, lets go of idle streams. */
  sweep(): Promise<void>
  /** Finishes what is queued; everything later is `unavailable`. */
  close(): Promise<void>
}

/** Runs commands: collect, decide, one transaction, announce, answer, once per turn of the event loop. */
export function createHost(parts: HostParts): Host {
  const { store, streams, log, now, bounds = usualBounds } = parts
  const listeners = new Set<(news: News) => void>()
  const folds = createFolds({ store, streams, now, tell })
  const posting = createPosting({ store, streams, run, log })
  let waiting: Waiting[] = []
  let turning: Promise<void> | null = null
  let isClosing = false

  function tell(news: News): void {
    for (const listener of listeners) {
      try {
        listener(news)
      } catch (error) {
        log.error({ ...traceOf(error), stream: news.fold.stream }, 'announcing failed')
      }
    }
  }

  function run(ask: Ask): Promise<Done | No> {
    if (isClosing) return Promise.resolve(refuse('unavailable'))
    return new Promise((settle) => {
      waiting.push({ ask, settle })
      turning ??= new Promise((ended) => setImmediate(() => void turns().then(ended)))
    })
  }

  async function turns(): Promise<void> {
    while (waiting.length > 0) {
      const queue = waiting
      waiting = []
      await turn(queue)
      // Whatever the sockets brought meanwhile is collected into the next turn.
      await new Promise((next) => setImmediate(next))
    }
    turning = null
  }

  async function turn(queue: readonly Waiting[]): Promise<void> {
    let left = queue
    try {
      for (let race = 0; left.length > 0 && race < mostRaces; race += 1) left = await attempt(left, race)
      for (const { settle } of left) settle(refuse('unavailable'))
    } catch (error) {
      const no = failed(error, 'a turn failed')
      for (const { settle } of queue) settle(no)
    }
  }

  /** Returns those whose number somebody else took. */
  async function attempt(queue: readonly Waiting[], race: number): Promise<readonly Waiting[]> {
    const groups = Map.groupBy(queue, ({ ask }) => ask.stream)
    const plans = await Promise.all([...groups].map(([stream, group]) => planned(stream, group)))
    const full = plans.filter((one) => one !== null)
    const writing = full.filter(({ entries }) => entries.length > 0)
    const answers = await append(writing)
    const lost = new Set(writing.filter((_, n) => 'ok' in answers || !answers[n]))
    for (const one of writing) if (!lost.has(one)) announce(one)
    for (const one of full) if (!lost.has(one)) settle(one)
    const again = [...lost].flatMap((one) => one.answers.map(({ waiting: unanswered }) => unanswered))
    const isInDoubt = 'ok' in answers || race > 0
    if (isInDoubt) for (const { stream } of lost) folds.drop(stream)
    if (!('ok' in answers)) return again
    for (const { stream, tells } of lost) posting.doubt(stream, tells)
    for (const one of again) one.settle(answers)
    return []
  }

  /** A refusal after an exception: then nothing may be believed about the batch. */
  async function append(plans: readonly Plan[]): Promise<readonly boolean[] | No> {
    if (plans.length === 0) return []
    try {
      return await store.append(
        plans.map(({ stream, about, v, entries, tells, told }) => ({
          stream,
          about,
          told,
          owes: tells.at(-1)?.seq ?? null,
          entries: entries.map((entry) => ({ ...entry, v })),
        })),
      )
    } catch (error) {
      return failed(error, 'appending failed')
    }
  }

  async function planned(stream: StreamId, group: readonly Waiting[]): Promise<Plan | null> {
    try {
      const begins = group.find(({ ask }) => ask.begins !== undefined)?.ask.begins
      const fold = (await folds.read(stream)) ?? (begins ? folds.empty(stream, begins) : null)
      if (fold) return await plan({ ...parts, folds, bounds }, fold, group)
      for (const { settle } of group) settle(refuse('not_found'))
    } catch (error) {
      const no = failed(error, 'reading failed')
      folds.drop(stream)
      for (const { settle } of group) settle(no)
    }
    return null
  }

  function announce(one: Plan): void {
    try {
      folds.absorb(one.stream, one.entries)
    } catch (error) {
      log.error({ ...traceOf(error), stream: one.stream }, 'folding failed')
      folds.drop(one.stream)
    }
    posting.send(one.stream, one.tells)
  }

  function settle(one: Plan): void {
    for (const { waiting: done, answer } of one.answers) done.settle(answer)
  }

  function failed(error: unknown, message: string): No {
    const no = refuseAfter(error)
    log.error({ ...traceOf(error), ref: no.ref, code: no.code }, message)
    return no
  }

  return {
    run,
    look: (stream) => folds.read(stream),
    known: (stream) => folds.known(stream),
    async catchUp(followed) {
      const all = [...followed]
      folds.touch(all)
      const heads = await parts.heads(all)
      for (const [stream, seq] of heads) if (seq > (folds.known(stream)?.seq ?? 0)) await folds.read(stream)
    },
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    start: posting.repeat,
    async sweep() {
      folds.unload(idleAfter)
      await posting.again()
      await store.tidy()
    },
    async close() {
      isClosing = true
      await turning
    },
  }
}
