import { no, yes } from '../refusals.ts'
import type { Context, MeetingId, Verdict } from '../types.ts'
import type { BacklogEntry, CircleCommand, CircleEvent, CircleState, Create, Fact } from './types.ts'

type Circle = NonNullable<CircleState>

function creates(command: Create, ctx: Context): Verdict<CircleEvent> {
  if (!command.members.includes(ctx.actor)) return no('not_member')
  const { circle, name, aim, members, selfAdd } = command
  return yes({ type: 'circle.created', circle, name, aim, members: [...new Set(members)], selfAdd, by: ctx.actor })
}

function nextNumber(ids: readonly string[]): number {
  return ids.reduce((top, id) => Math.max(top, Number(id.slice(1))), 0) + 1
}

function leftovers(
  circle: Circle,
  fact: Extract<Fact, { type: 'fact.ended' }>,
  meeting: MeetingId,
): readonly BacklogEntry[] {
  const first = nextNumber(circle.backlog.map((b) => b.id))
  return fact.unreached.map((left, i) => ({ ...left, id: `b${first + i}`, meeting }))
}

function decisions(circle: Circle, fact: Extract<Fact, { type: 'fact.decided' }>, meeting: MeetingId) {
  const first = nextNumber(circle.decisions.map((d) => d.id))
  return fact.decided.map((d, i) => ({
    ...d,
    id: `d${first + i}`,
    meeting,
    announcedAt: fact.at,
    facilitators: fact.facilitators,
    words: [],
  }))
}

/**
 * What a meeting tells is a fact: it is never refused, and always an entry of its own, also when it changes
 * nothing. Told again later it is known by its id, and never taken for news.
 */
function told(circle: Circle, fact: Fact, ctx: Context): readonly CircleEvent[] {
  const meeting: MeetingId = ctx.actor as string
  switch (fact.type) {
    case 'fact.called': {
      const taken = circle.backlog.filter((b) => fact.taken.includes(b.title)).map((b) => b.id)
      const gone: readonly CircleEvent[] = taken.length > 0 ? [{ type: 'backlog.removed', ids: taken }] : []
      return [{ type: 'meeting.marked', meeting, stage: 'gathering' }, ...gone]
    }
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
    case 'fact.decided':
      return [{ type: 'decided', decisions: decisions(circle, fact, meeting) }]
    case 'fact.ended': {
      const entries = leftovers(circle, fact, meeting)
      const left: readonly CircleEvent[] = entries.length > 0 ? [{ type: 'backlog.added', entries }] : []
      return [{ type: 'meeting.marked', meeting, stage: 'ended', facilitator: fact.facilitator }, ...left]
    }
    case 'fact.reopened': {
      const ids = circle.backlog.filter((b) => b.meeting === meeting).map((b) => b.id)
      const back: readonly CircleEvent[] = ids.length > 0 ? [{ type: 'backlog.removed', ids }] : []
      return [{ type: 'meeting.marked', meeting, stage: 'open' }, ...back]
    }
  }
}

function words(
  circle: Circle,
  command: Extract<CircleCommand, { type: 'decision.word' }>,
  ctx: Context,
): Verdict<CircleEvent> {
  const decision = circle.decisions.find((d) => d.id === command.decision)
  if (!decision) return no('unknown_decision')
  if (decision.effect === 'adopted') return no('is_closed')
  const absent = decision.consent.some((c) => c.person === command.person && c.answer === 'absent')
  if (!absent) return no('no_consent_right', { who: { person: command.person } })
  // What someone wrote themselves stands; what was entered for them may have been heard wrongly.
  const last = decision.words.findLast((w) => w.person === command.person)
  if (last?.recordedBy === null) return no('answered_already', { who: { person: command.person } })
  if (last?.answer === command.answer && last.words === command.words) return yes()
  const recordedBy = command.person === ctx.actor ? null : ctx.actor
  const roles = [circle.facilitator, circle.secretary]
  if (recordedBy && !roles.includes(ctx.actor)) return no('not_facilitator_or_secretary')
  const { person, answer } = command
  return yes({
    type: 'decision.word',
    decision: decision.id,
    word: { person, answer, words: command.words, recordedBy },
  })
}

function isFact(command: CircleCommand): command is Fact {
  return command.type.startsWith('fact.')
}

/** What a command does to a circle. While a meeting is open most of it changes through the meeting. */
export function decide(state: CircleState, command: CircleCommand, ctx: Context): Verdict<CircleEvent> {
  if (!state) return command.type === 'circle.create' ? creates(command, ctx) : no('unknown_item')
  if (isFact(command)) {
    const known = ctx.actor.startsWith('m_') || state.meetings.some((m) => m.id === (ctx.actor as string))
    return known ? yes(...told(state, command, ctx)) : no('only_meetings')
  }
  if (!state.members.includes(ctx.actor)) return no('not_member')
  switch (command.type) {
    case 'circle.create':
      return no('exists')
    case 'circle.name':
      if (command.name === '') return no('blank')
      return yes({ type: 'circle.named', name: command.name, aim: command.aim })
    case 'circle.habits':
      return yes({ type: 'circle.habits', habits: command.habits })
    case 'circle.seat':
      if (state.meetings.some((m) => m.stage === 'open')) return no('meeting_runs')
      if (!state.members.includes(command.person)) return no('unknown_person')
      return yes({ type: 'circle.seat', person: command.person, by: command.by })
    case 'backlog.add': {
      if (command.title === '') return no('blank')
      const fields = { text: '', why: '', by: null, until: null, review: null, measure: '', atEnd: 'stays' } as const
      const id = `b${nextNumber(state.backlog.map((b) => b.id))}`
      return yes({ type: 'backlog.added', entries: [{ id, title: command.title, fields, next: null, meeting: null }] })
    }
    case 'backlog.remove':
      return state.backlog.some((b) => b.id === command.id)
        ? yes({ type: 'backlog.removed', ids: [command.id] })
        : yes()
    case 'decision.word':
      return words(state, command, ctx)
  }
}
