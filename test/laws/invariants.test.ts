import fc from 'fast-check'
import { test } from 'vitest'
import type { MeetingEvent } from '../../shared/meeting/events.ts'
import { checked } from './invariants.ts'
import { Tally } from './same.ts'
import { meetings, tell, usual } from './told.ts'

/** Of what a process tells, its own name for it. */
function typeOf(event: MeetingEvent): string {
  return event.type === 'in' ? event.event.type : event.type
}

test('what must be true of every meeting is', () => {
  const tally = new Tally()
  fc.assert(
    fc.property(meetings(140), (plan) => {
      const check = checked()
      tell(plan, (moment) => {
        check(moment)
        tally.add(moment.entry ? 'done' : 'not done', ...(moment.entry?.events ?? []).map(typeOf))
      })
    }),
    usual(300),
  )
  console.info('invariants:', JSON.stringify(tally.counts))
  tally.atLeast({
    done: 10_000,
    'consent.announced': 80,
    'consent.complete': 200,
    'objection.raised': 150,
    'objection.reopened': 5,
    'version.frozen': 300,
    'chair.moved': 30,
    'turn.stepped_back': 25,
    'answers.opened': 40,
    'round.closed': 30,
    'seat.marked': 40,
    undone: 60,
  })
})
