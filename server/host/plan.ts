import type { Done, No } from '../../shared/protocol.ts'
import type { Actor, CommandId, Context, Entry, StreamId } from '../../shared/types.ts'
import { type Log, traceOf } from '../log.ts'
import { refuse, refuseBy } from '../refuse.ts'
import type { CommunityId } from '../store/store.ts'
import { answerKey, type Fold } from './folds.ts'
import type { AnyPost, Streams, Typed } from './streams.ts'

export interface Ask {
  readonly stream: StreamId
  readonly by: Actor
  readonly id: CommandId
  readonly command: Typed
  /** Whose a stream will be that this command begins; not read for one that exists. */
  readonly community?: CommunityId
}

export interface Waiting {
  readonly ask: Ask
  settle(answer: Done | No): void
}

/** What one stream's queue comes to, if the store says yes. */
export interface Plan {
  readonly stream: StreamId
  readonly community: CommunityId | null
  readonly entries: readonly Entry<unknown>[]
  readonly posts: readonly AnyPost[]
  readonly answers: readonly { readonly waiting: Waiting; readonly answer: Done | No }[]
}

export interface PlanParts {
  readonly streams: Streams
  readonly now: () => number
  readonly seed: () => number
  readonly unreachable: (stream: StreamId, state: unknown) => Context['unreachable']
  /** The folded state of another stream; null where it does not exist. */
  readonly other: (stream: StreamId) => Promise<Fold | null>
  readonly log: Log
}

/** Where a queue has got to: each command is decided on what the ones before it did. */
interface Course {
  readonly fold: Fold
  readonly community: CommunityId | null
  state: unknown
  seq: number
  at: number
  readonly entries: Entry<unknown>[]
  readonly posts: AnyPost[]
  readonly answered: Map<string, number>
}

/** Decides a stream's queue on its present state. Nothing is kept and nobody is told. */
export async function plan(parts: PlanParts, fold: Fold, queue: readonly Waiting[]): Promise<Plan> {
  const community = fold.community ?? queue.find(({ ask }) => ask.community !== undefined)?.ask.community ?? null
  const { state, seq, at } = fold
  const course: Course = { fold, community, state, seq, at, entries: [], posts: [], answered: new Map() }
  const answers: Plan['answers'][number][] = []
  for (const waiting of queue) answers.push({ waiting, answer: await answerTo(parts, course, waiting.ask) })
  return { stream: fold.stream, community, entries: course.entries, posts: course.posts, answers }
}

async function answerTo(parts: PlanParts, course: Course, ask: Ask): Promise<Done | No> {
  const key = answerKey(ask.by, ask.id)
  const seq = course.fold.answered.get(key) ?? course.answered.get(key)
  if (seq !== undefined) return { ok: true, seq, replayed: true }
  if (course.community === null) return refuse('not_found')
  try {
    return await decide(parts, course, ask)
  } catch (error) {
    const no = refuse('internal')
    parts.log.error({ ...traceOf(error), ref: no.ref, stream: ask.stream, type: ask.command.type }, 'a rule failed')
    return no
  }
}

async function decide(parts: PlanParts, course: Course, ask: Ask): Promise<Done | No> {
  const { kind } = course.fold
  const command = await completed(parts, course, ask)
  if (command === null) return refuse('not_found')
  const at = Math.max(course.at, parts.now())
  const unreachable = parts.unreachable(ask.stream, course.state)
  const verdict = kind.decide(course.state, command, { actor: ask.by, now: at, seed: parts.seed(), unreachable })
  if (!verdict.ok) return refuseBy(verdict.refusal)
  if (verdict.events.length === 0) return { ok: true, seq: course.seq }
  const entry = { seq: course.seq + 1, id: ask.id, by: ask.by, at, events: verdict.events }
  const state = kind.evolve(course.state, entry)
  const posts = kind.posts(state, entry)
  course.state = state
  course.seq = entry.seq
  course.at = at
  course.entries.push(entry)
  course.posts.push(...posts)
  course.answered.set(answerKey(ask.by, ask.id), entry.seq)
  return { ok: true, seq: entry.seq }
}

/** The command with what it needs of another stream; null if that does not exist in the same community. */
async function completed(parts: PlanParts, course: Course, { command }: Ask): Promise<Typed | null> {
  const needed = parts.streams.needs(command, course.state)
  if (needed === null) return command
  const other = await parts.other(needed)
  if (!other || other.seq === 0 || other.community !== course.community) return null
  return parts.streams.complete(command, other.state)
}
