import type { Fact } from '../circle/types.ts'
import type { Post } from '../stream.ts'
import type { Entry, Millis } from '../types.ts'
import { leftWords } from './span.ts'
import type { Item, MeetingEvent, MeetingState, Now } from './types.ts'

function leftover(item: Item) {
  const carried = item.outcome?.kind === 'deferred' || item.outcome?.kind === 'referred'
  if (item.stage !== 'planned' && !carried) return []
  return [{ title: item.title, fields: leftWords(item), next: item.outcome?.next ?? null }]
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

function facts(now: Now, event: MeetingEvent, at: Millis): readonly Fact[] {
  switch (event.type) {
    case 'meeting.called':
      return [{ type: 'fact.called', taken: event.items.map((i) => i.title) }]
    case 'meeting.opened':
      return [{ type: 'fact.opened', facilitator: now.facilitator }]
    case 'round.started':
      return [{ type: 'fact.round', lastRound: now.lastRound }]
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
      const { decided } = event.outcome
      if (decided.length === 0) return []
      return [{ type: 'fact.decided', item: event.item, decided, facilitators: now.facilitators, at }]
    }
    case 'meeting.ended':
      return [{ type: 'fact.ended', facilitator: now.facilitator, unreached: now.items.flatMap(leftover) }]
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
