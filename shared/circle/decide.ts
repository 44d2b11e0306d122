import { most, tooMany } from '../parts/most.ts'
import { no, yes } from '../refusals.ts'
import type { Context, MeetingId, Verdict } from '../types.ts'
import type { BacklogEntry, CircleCommand, CircleEvent, CircleState, Create, Decision, Fact, Travels } from './types.ts'
import { closable } from './window.ts'

type Circle = NonNullable<CircleState>
type Of<T extends CircleCommand['type']> = Extract<CircleCommand, { type: T }>

function creates(command: Create, ctx: Context): Verdict<CircleEvent> {
  if (!command.members.includes(ctx.actor)) return no('not_member')
  const { type: _, members, ...circle } = command
  return yes({ type: 'circle.created', ...circle, members: [...new Set(members)], by: ctx.actor })
}

/** Waits for a meeting from now on, under the next number. */
function waits(circle: Circle, entry: Omit<BacklogEntry, 'id' | 'carried'>, travels: Travels | null): CircleEvent {
  return { type: 'backlog.added', entry: { id: `b${circle.count.backlog + 1}`, ...entry }, travels }
}

/** What a closed item added to the circle. */
function added(circle: Circle, fact: Of<'fact.added'>, meeting: MeetingId): readonly CircleEvent[] {
  const { at: announcedAt, facilitators } = fact
  const first = circle.count.decisions + 1
  const made = fact.adds.flatMap((change) => (change.type === 'decision' ? [change.decision] : []))
  const decisions = made.map(
    (decided, i): Decision => ({ ...decided, id: `d${first + i}`, meeting, announcedAt, facilitators, words: [] }),
  )
  const roles = fact.adds.flatMap((change): readonly CircleEvent[] =>
    change.type === 'role' ? [{ type: 'role.held', role: change.role, person: change.person }] : [],
  )
  return [...(decisions.length > 0 ? [{ type: 'decided', decisions } as const] : []), ...roles]
}

function removed(ids: readonly string[]): readonly CircleEvent[] {
  return ids.length > 0 ? [{ type: 'backlog.removed', ids }] : []
}

/**
 * What a meeting tells is a fact: it is never refused, and always an entry of its own, also when it changes
 * nothing. Told again later it is known by its id, and never taken for news.
 */
function told(circle: Circle, fact: Fact, meeting: MeetingId): readonly CircleEvent[] {
  switch (fact.type) {
    case 'fact.called':
      return [
        { type: 'meeting.marked', meeting, stage: 'gathering' },
        ...removed(circle.backlog.map((b) => b.id).filter((id) => fact.taken.includes(id))),
      ]
    case 'fact.opened':
      return [{ type: 'meeting.marked', meeting, stage: 'open', facilitator: fact.facilitator }]
    case 'fact.round':
      return [{ type: 'round.began', lastRound: fact.lastRound }]
    case 'fact.member':
      return [{ type: 'member.joined', person: fact.person }]
    case 'fact.removed':
      return [{ type: 'member.left', person: fact.person }]
    case 'fact.seats':
      return [{ type: 'seats.ordered', order: fact.order }]
    case 'fact.role':
      return [{ type: 'role.held', role: fact.role, person: fact.person }]
    case 'fact.added':
      return added(circle, fact, meeting)
    case 'fact.ended':
      return [{ type: 'meeting.marked', meeting, stage: 'ended', facilitator: fact.facilitator }]
    case 'fact.left': {
      const { title, kind, next, draft, carry } = fact
      return [waits(circle, { title, kind, next, meeting }, { draft, carry })]
    }
    case 'fact.reopened':
      return [
        { type: 'meeting.marked', meeting, stage: 'open' },
        ...removed(circle.backlog.filter((b) => b.meeting === meeting).map((b) => b.id)),
      ]
  }
}

/** Windows whose time is over by now leave the state with the next thing that a meeting tells. */
function closing(circle: Circle, ctx: Context): readonly CircleEvent[] {
  const decisions = closable(circle.windows, ctx.now).map(({ id }) => id)
  return decisions.length > 0 ? [{ type: 'windows.closed', decisions }] : []
}

function words(circle: Circle, command: Of<'decision.word'>, ctx: Context): Verdict<CircleEvent> {
  const { decision, person, answer, words: said } = command
  const window = circle.windows.find(({ id }) => id === decision)
  if (!window) return no(Number(decision.slice(1)) > circle.count.decisions ? 'unknown_decision' : 'is_closed')
  if (!window.absent.includes(person)) return no('no_consent_right', { who: { person } })
  // What someone wrote themselves stands; what was entered for them may have been heard wrongly.
  const last = window.words.findLast((w) => w.person === person)
  if (last?.recordedBy === null) return no('answered_already', { who: { person } })
  if (last?.answer === answer && last.words === said) return yes()
  const recordedBy = person === ctx.actor ? null : ctx.actor
  const roles = [circle.facilitator, circle.secretary]
  if (recordedBy && !roles.includes(ctx.actor)) return no('not_facilitator_or_secretary')
  return yes({ type: 'decision.word', decision, word: { person, answer, words: said, recordedBy } })
}

/** What people of the circle do. While a meeting is open most of it changes through the meeting. */
function own(circle: Circle, command: Exclude<CircleCommand, Fact>, ctx: Context): Verdict<CircleEvent> {
  if (!circle.members.includes(ctx.actor)) return no('not_member')
  switch (command.type) {
    case 'circle.create':
      return no('exists')
    case 'circle.name':
      if (command.name === '') return no('blank')
      return yes({ type: 'circle.named', name: command.name, aim: command.aim })
    case 'circle.habits':
      return yes({ type: 'circle.habits', habits: command.habits })
    case 'circle.seat':
      if (circle.running?.stage === 'open') return no('meeting_runs')
      if (!circle.members.includes(command.person)) return no('unknown_person')
      return yes({ type: 'circle.seat', person: command.person, by: command.by })
    case 'backlog.add': {
      const { title } = command
      if (title === '') return no('blank')
      if (circle.backlog.length >= most.backlog) return tooMany('backlog')
      return yes(waits(circle, { title, kind: 'decide', next: null, meeting: null }, null))
    }
    case 'backlog.remove':
      return circle.backlog.some((b) => b.id === command.id) ? yes(...removed([command.id])) : yes()
    case 'decision.word':
      return words(circle, command, ctx)
  }
}

/** What a command does to a circle. */
export function decide(state: CircleState, command: CircleCommand, ctx: Context): Verdict<CircleEvent> {
  if (!state) return command.type === 'circle.create' ? creates(command, ctx) : no('unknown_item')
  switch (command.type) {
    case 'fact.called':
    case 'fact.opened':
    case 'fact.round':
    case 'fact.member':
    case 'fact.removed':
    case 'fact.seats':
    case 'fact.role':
    case 'fact.added':
    case 'fact.ended':
    case 'fact.left':
    case 'fact.reopened':
      // A meeting tells them, by its id; people tell none.
      if (state.members.includes(ctx.actor)) return no('only_meetings')
      return yes(...closing(state, ctx), ...told(state, command, String(ctx.actor)))
    default:
      return own(state, command, ctx)
  }
}
