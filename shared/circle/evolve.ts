import { type Entry, type Meta, type PersonId, usual } from '../types.ts'
import type { CircleEvent, CircleState, MeetingMark } from './types.ts'

type Circle = NonNullable<CircleState>

function created(event: Extract<CircleEvent, { type: 'circle.created' }>, meta: Meta): Circle {
  return {
    id: event.circle,
    name: event.name,
    aim: event.aim,
    madeAt: meta.at,
    members: event.members,
    facilitator: event.by,
    secretary: null,
    backup: null,
    leader: null,
    settings: { ...usual, selfAdd: event.selfAdd },
    lastRound: null,
    meetings: [],
    backlog: [],
    decisions: [],
  }
}

function moved(members: readonly PersonId[], person: PersonId, by: 1 | -1): readonly PersonId[] {
  const from = members.indexOf(person)
  const list = members.filter((p) => p !== person)
  const to = (from + by + members.length) % members.length
  return [...list.slice(0, to), person, ...list.slice(to)]
}

function marked(circle: Circle, event: Extract<CircleEvent, { type: 'meeting.marked' }>, meta: Meta): Circle {
  const ended = event.stage === 'ended' ? meta.at : null
  const mark: MeetingMark = { id: event.meeting, stage: event.stage, at: meta.at, ended }
  const known = circle.meetings.some((m) => m.id === event.meeting)
  const meetings = known
    ? circle.meetings.map((m) => (m.id === event.meeting ? { ...mark, at: m.at } : m))
    : [...circle.meetings, mark]
  return { ...circle, meetings, facilitator: event.facilitator ?? circle.facilitator }
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
    case 'backlog.added':
      return { ...circle, backlog: [...circle.backlog, ...event.entries] }
    case 'backlog.removed':
      return { ...circle, backlog: circle.backlog.filter((b) => !event.ids.includes(b.id)) }
    case 'decision.word': {
      const word = { ...event.word, at: meta.at }
      const decisions = circle.decisions.map((d) => (d.id === event.decision ? { ...d, words: [...d.words, word] } : d))
      return { ...circle, decisions }
    }
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
      return { ...circle, decisions: [...circle.decisions, ...event.decisions] }
  }
}

/** Folds one entry into a circle. */
export function evolve(state: CircleState, entry: Entry<CircleEvent>): CircleState {
  return entry.events.reduce<CircleState>((circle, event) => {
    if (event.type === 'circle.created') return created(event, entry)
    return circle && change(circle, event, entry)
  }, state)
}
