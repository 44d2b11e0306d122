import { type Entry, type Meta, type PersonId, usual } from '../types.ts'
import type { CircleEvent, CircleState, Decision, DecisionHead, MeetingMark, Window } from './types.ts'

type Circle = NonNullable<CircleState>
type Of<T extends CircleEvent['type']> = Extract<CircleEvent, { type: T }>

/** So many of what is closed stay in the state, in a line each; the register has all of them. */
const HEADS = 20

function created(event: Of<'circle.created'>, meta: Meta): Circle {
  const { circle: id, community, name, aim, members, selfAdd } = event
  return {
    id,
    community,
    name,
    aim,
    madeAt: meta.at,
    members,
    facilitator: event.by,
    secretary: null,
    backup: null,
    leader: null,
    settings: { ...usual, selfAdd },
    lastRound: null,
    running: null,
    ended: [],
    backlog: [],
    decisions: [],
    windows: [],
    count: { decisions: 0, backlog: 0, meetings: 0 },
  }
}

function moved(members: readonly PersonId[], person: PersonId, by: 1 | -1): readonly PersonId[] {
  const from = members.indexOf(person)
  const list = members.filter((p) => p !== person)
  const to = (from + by + members.length) % members.length
  return [...list.slice(0, to), person, ...list.slice(to)]
}

/** The number in an id such as `d12`. */
function numberIn(id: string): number {
  return Number(id.slice(1))
}

/** A meeting as the circle knows it after it was marked once more; its beginning stays. */
export function markedAs(event: Of<'meeting.marked'>, known: MeetingMark | null, meta: Meta): MeetingMark {
  const { meeting: id, stage } = event
  return { id, stage, at: known?.at ?? meta.at, ended: stage === 'ended' ? meta.at : null }
}

function marked(circle: Circle, event: Of<'meeting.marked'>, meta: Meta): Circle {
  const { meeting, stage } = event
  const running = circle.running?.id === meeting ? circle.running : null
  const known = running ?? circle.ended.find(({ id }) => id === meeting) ?? null
  const mark = markedAs(event, known, meta)
  const others = circle.ended.filter(({ id }) => id !== meeting)
  const isOver = stage === 'ended'
  return {
    ...circle,
    running: isOver ? (running ? null : circle.running) : mark,
    ended: isOver ? [...others, mark].slice(-HEADS) : others,
    windows: circle.windows.map((w) => (w.meeting === meeting ? { ...w, delivered: mark.ended } : w)),
    facilitator: event.facilitator ?? circle.facilitator,
    count: stage === 'gathering' ? { ...circle.count, meetings: circle.count.meetings + 1 } : circle.count,
  }
}

function headOf({ id, title, meeting, effect, announcedAt }: Decision): DecisionHead {
  return { id, title, meeting, effect, announcedAt }
}

function windowOf(decision: Decision): readonly Window[] {
  const { id, title, meeting, effect, absentHours, consent } = decision
  if (effect === 'adopted') return []
  const absent = consent.filter((given) => given.answer === 'absent').map((given) => given.person)
  return [{ id, title, meeting, effect, absent, absentHours, delivered: null, words: [] }]
}

function decided(circle: Circle, { decisions }: Of<'decided'>): Circle {
  const last = Math.max(circle.count.decisions, ...decisions.map(({ id }) => numberIn(id)))
  return {
    ...circle,
    decisions: [...circle.decisions, ...decisions.map(headOf)].slice(-HEADS),
    windows: [...circle.windows, ...decisions.flatMap(windowOf)],
    count: { ...circle.count, decisions: last },
  }
}

function change(circle: Circle, event: CircleEvent, meta: Meta): Circle {
  switch (event.type) {
    case 'circle.created':
      return circle
    case 'circle.named':
      return { ...circle, name: event.name, aim: event.aim }
    case 'circle.habits':
      return { ...circle, settings: { ...circle.settings, ...event.habits } }
    case 'circle.seat':
      return { ...circle, members: moved(circle.members, event.person, event.by) }
    case 'backlog.added': {
      const entry = { ...event.entry, carried: event.travels ? meta.seq : null }
      const backlog = Math.max(circle.count.backlog, numberIn(entry.id))
      return { ...circle, backlog: [...circle.backlog, entry], count: { ...circle.count, backlog } }
    }
    case 'backlog.removed':
      return { ...circle, backlog: circle.backlog.filter((b) => !event.ids.includes(b.id)) }
    case 'decision.word': {
      const word = { ...event.word, at: meta.at }
      const windows = circle.windows.map((w) => (w.id === event.decision ? { ...w, words: [...w.words, word] } : w))
      return { ...circle, windows }
    }
    case 'windows.closed':
      return { ...circle, windows: circle.windows.filter(({ id }) => !event.decisions.includes(id)) }
    case 'meeting.marked':
      return marked(circle, event, meta)
    case 'round.began':
      return { ...circle, lastRound: event.lastRound }
    case 'member.joined':
      if (circle.members.includes(event.person)) return circle
      return { ...circle, members: [...circle.members, event.person] }
    case 'member.left':
      return { ...circle, members: circle.members.filter((p) => p !== event.person) }
    case 'seats.ordered': {
      const rest = circle.members.filter((p) => !event.order.includes(p))
      return { ...circle, members: [...event.order.filter((p) => circle.members.includes(p)), ...rest] }
    }
    case 'role.held':
      return { ...circle, [event.role]: event.person }
    case 'decided':
      return decided(circle, event)
  }
}

/** Folds one entry into a circle. */
export function evolve(state: CircleState, entry: Entry<CircleEvent>): CircleState {
  return entry.events.reduce<CircleState>((circle, event) => {
    if (event.type === 'circle.created') return created(event, entry)
    return circle && change(circle, event, entry)
  }, state)
}
