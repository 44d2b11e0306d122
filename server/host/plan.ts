import type { Done, No } from '../../shared/protocol.ts'
import type { Typed } from '../../shared/stream.ts'
import type { Actor, CommandId, Context, Entry, Seq, StreamId } from '../../shared/types.ts'
import { type Log, traceOf } from '../log.ts'
import { refuse, refuseBy } from '../refuse.ts'
import type { About, Append } from '../store/store.ts'
import { type Bounds, isFull, sizeOf } from './bounds.ts'
import { answerKey, type Fold, type Folds } from './folds.ts'
import type { AnyPost, Streams } from './streams.ts'

export interface Ask {
  readonly stream: StreamId
  readonly by: Actor
  readonly id: CommandId
  readonly command: Typed
  /** What a stream will be that this command begins; not read for one that exists. */
  readonly begins?: About
  /** Told by another stream: a fact, for which there is always room. */
  readonly isPost?: boolean
  /** With this, everything it had to tell up to that entry has arrived. */
  readonly told?: { readonly stream: StreamId; readonly seq: Seq }
}

export interface Waiting {
  readonly ask: Ask
  settle(answer: Done | No): void
}

/** What one entry tells other streams. */
export interface Telling {
  readonly seq: Seq
  readonly posts: readonly AnyPost[]
}

/** What one stream's queue comes to, if the store says yes. */
export interface Plan {
  readonly stream: StreamId
  readonly about: About
  readonly v: number
  readonly entries: readonly Entry<unknown>[]
  readonly tells: readonly Telling[]
  readonly told: Append['told']
  readonly answers: readonly { readonly waiting: Waiting; readonly answer: Done | No }[]
}

export interface PlanParts {
  readonly streams: Streams
  readonly folds: Folds
  readonly now: () => number
  readonly seed: () => number
  readonly unreachable: (fold: Fold, state: unknown) => Promise<Context['unreachable']>
  readonly bounds: Bounds
  readonly log: Log
}

/** Where a queue has got to: each command is decided on what the ones before it did. */
interface Course {
  readonly fold: Fold
  state: unknown
  seq: number
  at: number
  text: number
  readonly entries: Entry<unknown>[]
  readonly tells: Telling[]
  readonly told: Append['told'][number][]
  readonly answered: Map<string, number>
}

/** Decides a stream's queue on its present state. Nothing is kept and nobody is told. */
export async function plan(parts: PlanParts, fold: Fold, queue: readonly Waiting[]): Promise<Plan> {
  const { stream, about, rules, state, seq, at, text } = fold
  const course: Course = { fold, state, seq, at, text, entries: [], tells: [], told: [], answered: new Map() }
  const answers: Plan['answers'][number][] = []
  for (const waiting of queue) answers.push({ waiting, answer: await answerTo(parts, course, waiting.ask) })
  const { entries, tells, told } = course
  return { stream, about, v: rules.v, entries, tells, told, answers }
}

async function answerTo(parts: PlanParts, course: Course, ask: Ask): Promise<Done | No> {
  const key = answerKey(ask.by, ask.id)
  const seq = course.fold.answered.get(key) ?? course.answered.get(key)
  if (seq !== undefined) return { ok: true, seq, replayed: true }
  try {
    return await decide(parts, course, ask)
  } catch (error) {
    const no = refuse('internal')
    parts.log.error({ ...traceOf(error), ref: no.ref, stream: ask.stream, type: ask.command.type }, 'a rule failed')
    return no
  }
}

/** A yes is an entry, also when it changes nothing: its id is remembered. */
async function decide(parts: PlanParts, course: Course, ask: Ask): Promise<Done | No> {
  const { rules, about } = course.fold
  const isTaken = ask.isPost || parts.streams.ends(about.kind, ask.command)
  if (!isTaken && isFull(course, parts.bounds)) return refuse('full', { reason: 'stream_full' })
  const command = await completed(parts, course, ask)
  if (command === null) return refuse('not_found')
  const at = Math.max(course.at, parts.now())
  const unreachable = await parts.unreachable(course.fold, course.state)
  const verdict = rules.decide(course.state, command, { actor: ask.by, now: at, seed: parts.seed(), unreachable })
  if (!verdict.ok) return refuseBy(verdict.refusal)
  const entry = { seq: course.seq + 1, id: ask.id, by: ask.by, at, events: verdict.events }
  const state = rules.evolve(course.state, entry)
  const posts = rules.posts(state, entry)
  course.state = state
  course.seq = entry.seq
  course.at = at
  course.text += sizeOf(entry.events)
  course.entries.push(entry)
  if (posts.length > 0) course.tells.push({ seq: entry.seq, posts })
  if (ask.told) course.told.push(ask.told)
  course.answered.set(answerKey(ask.by, ask.id), entry.seq)
  return { ok: true, seq: entry.seq }
}

/** The command with what it needs of another stream; null if that does not exist in the same community. */
async function completed({ streams, folds }: PlanParts, course: Course, { command }: Ask): Promise<Typed | null> {
  const need = streams.needs(course.fold.about.kind, command, course.state)
  if (need === null) return command
  const other = await folds.read(need.stream)
  if (other === null || other.about.community !== course.fold.about.community) return null
  return streams.complete(command, other.state, await folds.entries(need.stream, need.held(other.state)))
}
