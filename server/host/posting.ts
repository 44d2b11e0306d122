import type { Done, No } from '../../shared/protocol.ts'
import type { Seq, StreamId } from '../../shared/types.ts'
import { type Log, traceOf } from '../log.ts'
import type { Store } from '../store/store.ts'
import { folded } from './folds.ts'
import type { Ask, Telling } from './plan.ts'
import type { Streams } from './streams.ts'

interface PostingParts {
  readonly store: Store
  readonly streams: Streams
  readonly run: (ask: Ask) => Promise<Done | No>
  readonly log: Log
}

export interface Posting {
  /** Sends without waiting; what cannot be delivered now is kept for `again`, and what comes later waits behind it. */
  send(from: StreamId, tells: readonly Telling[]): void
  /** Nobody knows whether these are in the log: they are told, with what comes later, once it has been read again. */
  doubt(from: StreamId, tells: readonly Telling[]): void
  again(): Promise<void>
  /** Tells what had not arrived when the server stopped. Only streams that owe something are read. Never rejects. */
  repeat(): Promise<void>
}

function isToWait(answer: Done | No): boolean {
  return !answer.ok && answer.retryable
}

/** Carries what one stream tells another: an entry's posts after those of the entry before. Repeats are recognised by their ids. */
export function createPosting({ store, streams, run, log }: PostingParts): Posting {
  const queues = new Map<StreamId, Telling[]>()
  const delivering = new Map<StreamId, Promise<void>>()

  /** Those whose log has to be read for what they tell after this entry: until then whatever they tell waits. */
  const owed = new Map<StreamId, Seq>()
  /** Before it is known who owes something nothing goes out: what came later would be marked past it. */
  let isKnown = false
  let learning: Promise<void> | null = null

  function learn(): Promise<void> {
    learning ??= learnOwed().finally(() => {
      learning = null
    })
    return learning
  }

  async function learnOwed(): Promise<void> {
    try {
      for (const { stream, told } of await store.owing()) owed.set(stream, Math.min(owed.get(stream) ?? told, told))
      isKnown = true
    } catch (error) {
      log.error(traceOf(error), 'what is owed cannot be read')
    }
  }

  function pump(from: StreamId): Promise<void> {
    const queue = queues.get(from)
    if (!queue || !isKnown || owed.has(from)) return Promise.resolve()
    const running = delivering.get(from) ?? deliverAll(from, queue)
    delivering.set(from, running)
    return running
  }

  /** Also what is queued meanwhile. */
  async function deliverAll(from: StreamId, queue: Telling[]): Promise<void> {
    while (queue[0] !== undefined && (await delivered(from, queue[0]))) queue.shift()
    if (queue.length === 0) queues.delete(from)
    delivering.delete(from)
  }

  /** False where it has to wait. */
  async function delivered(from: StreamId, { seq, posts }: Telling): Promise<boolean> {
    const told = { stream: from, seq }
    const asks = posts.map(({ to, id, command }, n): Ask => {
      const ask = { stream: to, by: String(from), id, command, isPost: true }
      return n === posts.length - 1 ? { ...ask, told } : ask
    })
    // The last says that all arrived, so it goes once the others have.
    const before = await all(asks.slice(0, -1))
    const [last] = before ? await Promise.all(asks.slice(-1).map(sent)) : []
    if (!before || !last || isToWait(last)) return false
    if (!(last.ok && !last.replayed)) await mark(from, seq)
    return true
  }

  async function all(asks: readonly Ask[]): Promise<boolean> {
    return !(await Promise.all(asks.map(sent))).some(isToWait)
  }

  async function sent(ask: Ask): Promise<Done | No> {
    const answer = await run(ask)
    if (!answer.ok) note(ask, answer)
    return answer
  }

  async function mark(from: StreamId, seq: Seq): Promise<void> {
    try {
      await store.told(from, seq)
    } catch (error) {
      log.warn(
        { ...traceOf(error), stream: from, seq },
        'that posts arrived could not be kept: they are sent once more',
      )
    }
  }

  function note({ stream, by, command }: Ask, { code, reason, ref, retryable }: No): void {
    const fields = { code, reason, ref, stream, from: by, type: command.type }
    if (retryable) log.warn(fields, 'a post has to wait')
    else log.error(fields, 'a post was refused')
  }

  async function repeatAll(): Promise<void> {
    if (!isKnown) await learn()
    const others = [...queues.keys()].map(pump)
    for (const [stream, told] of owed) {
      try {
        await repeatOf(stream, told)
      } catch (error) {
        log.error({ ...traceOf(error), stream }, 'a stream cannot be read')
      }
    }
    await Promise.all(others)
  }

  /** What a stream has to tell after `told`, and then that it has told everything. */
  async function repeatOf(stream: StreamId, told: Seq): Promise<void> {
    const about = await store.about(stream)
    const rules = about && streams.of(about.kind)
    if (!rules) return void owed.delete(stream)
    await delivering.get(stream)
    const entries = await store.read(stream, 0)
    const tells: Telling[] = []
    for (const { entry, state } of folded(rules, entries)) {
      const posts = entry.seq > told ? rules.posts(state, entry) : []
      if (posts.length > 0) tells.push({ seq: entry.seq, posts })
    }
    // Two may read at once, and the first has queued them.
    if (!owed.delete(stream)) return
    const last = entries.at(-1)?.seq ?? 0
    const queued = queues.get(stream) ?? []
    queues.delete(stream)
    const [before, later] = [queued.filter(({ seq }) => seq <= told), queued.filter(({ seq }) => seq > last)]
    send(stream, [...before, ...tells, ...later])
    await pump(stream)
    if (!queues.has(stream)) await mark(stream, last)
  }

  function send(from: StreamId, tells: readonly Telling[]): void {
    if (tells.length === 0) return
    const queue = queues.get(from) ?? []
    queue.push(...tells)
    queues.set(from, queue)
    // Where nobody has asked yet who owes something, whoever tells first does.
    void (isKnown ? pump(from) : repeatAll())
  }

  return {
    send,
    doubt(from, tells) {
      const first = tells[0]
      if (first) owed.set(from, Math.min(owed.get(from) ?? first.seq, first.seq - 1))
    },
    async again() {
      await repeatAll()
      await Promise.all([...queues.keys()].map(pump))
    },
    repeat: repeatAll,
  }
}
