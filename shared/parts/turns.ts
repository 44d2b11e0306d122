import type { Direction, Meta, PersonId, Seq } from '../types.ts'

export type RoundKind = 'clarifying' | 'reaction' | 'consent' | 'exploration' | 'ideas'

/** Why someone is still to be asked: in the order, or behind it. Asked in this sequence. */
export type Standing = 'upcoming' | 'late' | 'later' | 'away'
const sequence: readonly Standing[] = ['upcoming', 'late', 'later', 'away']

export interface Waiting {
  readonly person: PersonId
  readonly as: Standing
}

export type Ended = 'done' | 'passed' | 'away' | 'not asked'

export interface Turns {
  readonly kind: RoundKind
  /** As fixed at the start. */
  readonly order: readonly PersonId[]
  readonly direction: Direction
  /** The entry in which the present turn began; turn commands name it. */
  readonly turn: Seq
  readonly speaking: Waiting | null
  /** Who is still to be asked, next first. */
  readonly queue: readonly Waiting[]
  readonly ended: Readonly<Record<PersonId, Ended>>
  /** Who has asked once to be come back to. */
  readonly later: readonly PersonId[]
  /** The turn that a step back reopens. */
  readonly last: Waiting | null
  readonly paused: boolean
  readonly stage: 'running' | 'complete' | 'ended early'
}

export type TurnsEvent =
  | {
      readonly type: 'round.started'
      readonly kind: RoundKind
      readonly order: readonly PersonId[]
      readonly direction: Direction
    }
  | { readonly type: 'turn.ended'; readonly person: PersonId; readonly how: 'done' | 'passed' | 'later' | 'away' }
  | { readonly type: 'turn.given'; readonly person: PersonId; readonly before: 'done' | 'away' }
  | { readonly type: 'turn.unpassed'; readonly person: PersonId }
  | { readonly type: 'turn.stepped_back'; readonly person: PersonId }
  | { readonly type: 'turn.moved'; readonly person: PersonId; readonly by: Direction }
  | { readonly type: 'turn.joined'; readonly person: PersonId; readonly at: number; readonly as: Standing }
  | { readonly type: 'turn.dropped'; readonly person: PersonId }
  | { readonly type: 'round.paused' }
  | { readonly type: 'round.resumed' }
  | { readonly type: 'round.heard'; readonly over: readonly PersonId[] }
  | { readonly type: 'round.ended' }
  | { readonly type: 'round.restarted'; readonly reason: string; readonly order: readonly PersonId[] }
  | { readonly type: 'round.closed' }

/** Every event of a round. */
export const turnsEvents: Readonly<Record<TurnsEvent['type'], true>> = {
  'round.started': true,
  'turn.ended': true,
  'turn.given': true,
  'turn.unpassed': true,
  'turn.stepped_back': true,
  'turn.moved': true,
  'turn.joined': true,
  'turn.dropped': true,
  'round.paused': true,
  'round.resumed': true,
  'round.heard': true,
  'round.ended': true,
  'round.restarted': true,
  'round.closed': true,
}

export function isTurnsEvent(event: { readonly type: string }): event is TurnsEvent {
  return event.type in turnsEvents
}

/** Whoever was asked before is asked something new. */
export function asksAnew({ type }: TurnsEvent): boolean {
  return type === 'round.started' || type === 'round.restarted' || type === 'turn.stepped_back'
}

/** A round in which a turn ends with an answer. */
export function decides(kind: RoundKind): boolean {
  return kind === 'consent'
}

/** Everyone in the order as fixed at the start has had a turn. */
export function isLastCall(turns: Turns): boolean {
  return turns.stage === 'running' && turns.speaking?.as !== 'upcoming' && turns.queue.every((w) => w.as !== 'upcoming')
}

export function isWaiting(turns: Turns, person: PersonId): boolean {
  return turns.queue.some((w) => w.person === person)
}

/** Speaking, still to be asked, or through with it. */
export function takesPart(turns: Turns, person: PersonId): boolean {
  return turns.speaking?.person === person || isWaiting(turns, person) || person in turns.ended
}

function fresh(kind: RoundKind, order: readonly PersonId[], direction: Direction, seq: Seq): Turns {
  const [first, ...rest] = order.map((person): Waiting => ({ person, as: 'upcoming' }))
  return {
    kind,
    order,
    direction,
    turn: seq,
    speaking: first ?? null,
    queue: rest,
    ended: {},
    later: [],
    last: null,
    paused: false,
    stage: 'running',
  }
}

/** Behind everyone who is asked before people of this standing. */
function queued(queue: readonly Waiting[], waiting: Waiting): readonly Waiting[] {
  const rank = sequence.indexOf(waiting.as)
  const at = queue.findIndex((w) => sequence.indexOf(w.as) > rank)
  return at < 0 ? [...queue, waiting] : [...queue.slice(0, at), waiting, ...queue.slice(at)]
}

function without(queue: readonly Waiting[], person: PersonId): readonly Waiting[] {
  return queue.filter((w) => w.person !== person)
}

function next(turns: Turns, seq: Seq): Turns {
  const [speaking, ...queue] = turns.queue
  return { ...turns, speaking: speaking ?? null, queue, turn: seq }
}

function ended(turns: Turns, event: { person: PersonId; how: 'done' | 'passed' | 'later' | 'away' }, seq: Seq): Turns {
  const { person, how } = event
  const was = turns.speaking?.person === person ? turns.speaking : null
  const behind = how === 'later' || how === 'away'
  const queue = behind ? queued(without(turns.queue, person), { person, as: how }) : without(turns.queue, person)
  const later = how === 'later' ? [...turns.later, person] : turns.later
  const all = behind ? turns.ended : { ...turns.ended, [person]: how }
  const now: Turns = { ...turns, queue, later, ended: all }
  return was ? next({ ...now, last: was }, seq) : now
}

function given(turns: Turns, event: { person: PersonId; before: 'done' | 'away' }, seq: Seq): Turns {
  const { person, before } = event
  const at = turns.queue.findIndex((w) => w.person === person)
  const passed = [...(turns.speaking ? [turns.speaking] : []), ...turns.queue.slice(0, Math.max(at, 0))]
  const over = at < 0 ? [] : passed.filter((w) => w.as === 'upcoming')
  const kept = at < 0 ? passed : passed.filter((w) => w.as !== 'upcoming')
  const rest = at < 0 ? turns.queue : turns.queue.slice(at + 1)
  const marks: Record<PersonId, Ended> = { ...turns.ended }
  delete marks[person]
  if (before === 'done') for (const w of over) marks[w.person] = 'done'
  const queue = [...kept, ...rest]
  const speaking: Waiting = turns.queue[at] ?? { person, as: 'late' }
  const behind =
    before === 'away' ? over.reduce<readonly Waiting[]>((q, w) => queued(q, { ...w, as: 'away' }), queue) : queue
  return { ...turns, speaking, queue: behind, ended: marks, last: null, turn: seq }
}

function steppedBack(turns: Turns, seq: Seq): Turns {
  const { last } = turns
  if (!last) return turns
  const marks: Record<PersonId, Ended> = { ...turns.ended }
  delete marks[last.person]
  const waiting = turns.speaking ? [turns.speaking, ...turns.queue] : turns.queue
  return {
    ...turns,
    stage: 'running',
    speaking: last,
    queue: without(waiting, last.person),
    ended: marks,
    later: turns.later.filter((p) => p !== last.person),
    last: null,
    turn: seq,
  }
}

function moved(turns: Turns, person: PersonId, by: Direction): Turns {
  const from = turns.queue.findIndex((w) => w.person === person)
  const queue = [...turns.queue]
  const [one] = queue.splice(from, 1)
  if (one) queue.splice(from + by, 0, one)
  return { ...turns, queue }
}

function joined(turns: Turns, event: { person: PersonId; at: number; as: Standing }, seq: Seq): Turns {
  const waiting: Waiting = { person: event.person, as: event.as }
  const marks: Record<PersonId, Ended> = { ...turns.ended }
  delete marks[event.person]
  const queue =
    event.as === 'upcoming'
      ? [...turns.queue.slice(0, event.at), waiting, ...turns.queue.slice(event.at)]
      : queued(turns.queue, waiting)
  const now: Turns = { ...turns, queue, ended: marks, stage: 'running' }
  return now.speaking ? now : next(now, seq)
}

function dropped(turns: Turns, person: PersonId, seq: Seq): Turns {
  const now: Turns = {
    ...turns,
    queue: without(turns.queue, person),
    last: turns.last?.person === person ? null : turns.last,
  }
  return turns.speaking?.person === person ? next(now, seq) : now
}

/** The rest get a mark, and nobody is speaking any more. Whoever was away is away still. */
function finished(turns: Turns, mark: (w: Waiting) => Ended, stage: 'complete' | 'ended early'): Turns {
  const marks: Record<PersonId, Ended> = { ...turns.ended }
  const rest = [...(turns.speaking ? [turns.speaking] : []), ...turns.queue]
  for (const w of rest) marks[w.person] = w.as === 'away' ? 'away' : mark(w)
  return { ...turns, speaking: null, queue: [], ended: marks, last: null, paused: false, stage }
}

/** Folds one event of a round. `round.started` makes a new one, whatever was before. */
export function evolveTurns(turns: Turns | null, event: TurnsEvent, meta: Meta): Turns {
  if (event.type === 'round.started') return fresh(event.kind, event.order, event.direction, meta.seq)
  if (!turns) throw new Error(`${event.type} without a round`)
  switch (event.type) {
    case 'turn.ended':
      return ended(turns, event, meta.seq)
    case 'turn.given':
      return given(turns, event, meta.seq)
    case 'turn.unpassed':
      return joined(turns, { person: event.person, at: 0, as: 'later' }, meta.seq)
    case 'turn.stepped_back':
      return steppedBack(turns, meta.seq)
    case 'turn.moved':
      return moved(turns, event.person, event.by)
    case 'turn.joined':
      return joined(turns, event, meta.seq)
    case 'turn.dropped':
      return dropped(turns, event.person, meta.seq)
    case 'round.paused':
      return { ...turns, paused: true }
    case 'round.resumed':
      return { ...turns, paused: false }
    case 'round.heard':
      return finished(turns, () => 'done', 'complete')
    case 'round.ended':
      return finished(turns, (w) => (w === turns.speaking ? 'done' : 'not asked'), 'ended early')
    case 'round.restarted':
      return fresh(turns.kind, event.order, turns.direction, meta.seq)
    case 'round.closed':
      return finished(turns, () => 'away', 'complete')
  }
}
