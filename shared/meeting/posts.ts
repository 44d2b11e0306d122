import type { Fact } from '../circle/types.ts'
import type { Post } from '../stream.ts'
import type { Entry, Millis } from '../types.ts'
import type { In, MeetingEvent } from './events.ts'
import { carriedOn, leftWords } from './span.ts'
import type { Item, MeetingState, Now } from './types.ts'

/** What waits in the circle from now on; each with what travels with it is a fact of its own. */
function leftover(item: Item): readonly Fact[] {
  const goesOn = item.outcome?.kind === 'deferred' || item.outcome?.kind === 'referred'
  if (item.stage !== 'planned' && !goesOn) return []
  const { title, kind, outcome } = item
  return [
    { type: 'fact.left', title, kind, next: outcome?.next ?? null, draft: leftWords(item), carry: carriedOn(item) },
  ]
}

function order(now: Now): Fact {
  return { type: 'fact.seats', order: now.seats.filter((s) => s.as === 'member').map((s) => s.person) }
}

/** Whatever was undone, these are as they were before it. */
function undone(now: Now): readonly Fact[] {
  return [
    { type: 'fact.round', lastRound: now.lastRound },
    order(now),
    { type: 'fact.role', role: 'secretary', person: now.secretary },
    { type: 'fact.role', role: 'backup', person: now.backup },
  ]
}

function round(now: Now, { type }: In['event']): readonly Fact[] {
  return type === 'round.started' ? [{ type: 'fact.round', lastRound: now.lastRound }] : []
}

function facts(now: Now, event: MeetingEvent, at: Millis): readonly Fact[] {
  switch (event.type) {
    case 'meeting.called':
      return [{ type: 'fact.called', taken: event.items.flatMap(({ backlog }) => backlog ?? []) }]
    case 'meeting.opened':
      return [{ type: 'fact.opened', facilitator: now.facilitator }]
    case 'in':
      return round(now, event.event)
    case 'process.begun':
      return round(now, event.first)
    case 'undone':
      return undone(now)
    case 'seat.added':
      return event.as === 'member' ? [{ type: 'fact.member', person: event.person }] : []
    case 'seat.member':
      return [{ type: 'fact.member', person: event.person }, order(now)]
    case 'seat.removed':
      return [{ type: 'fact.removed', person: event.person }]
    case 'seat.moved':
      return [order(now)]
    case 'role.set':
      return [{ type: 'fact.role', role: event.role, person: event.person }]
    case 'item.closed': {
      const { adds } = event.outcome
      if (adds.length === 0) return []
      return [{ type: 'fact.added', item: event.item, adds, facilitators: now.facilitators, at }]
    }
    case 'meeting.ended':
      return [{ type: 'fact.ended', facilitator: now.facilitator }, ...now.items.flatMap(leftover)]
    case 'meeting.reopened':
      return [{ type: 'fact.reopened' }]
    default:
      return []
  }
}

/** What the meeting tells its circle; repeats are harmless, for each has its own id. */
export function posts(state: MeetingState, entry: Entry<MeetingEvent>): readonly Post<Fact>[] {
  if (!state) return []
  const told = entry.events.flatMap((event) => facts(state, event, entry.at))
  return told.map((command, n) => ({ to: state.circle, id: `${state.id}:${entry.seq}:${n}`, command }))
}
