import { test } from 'vitest'
import type { MeetingEvent } from '../../shared/meeting/events.ts'
import { kinds, plausibleOf } from '../support/processes/index.ts'
import { everywhere } from './everywhere.ts'
import { checked } from './invariants.ts'
import { tell } from './told.ts'

/** Of what a process tells, its own name for it. */
function typeOf(event: MeetingEvent): string {
  return event.type === 'in' ? event.event.type : event.type
}

test('what must be true of every meeting is', () => {
  const tried = everywhere({ runs: 43, steps: 140 }, (plan, tally) => {
    const check = checked()
    tell(plan, (moment) => {
      check(moment)
      tally.add(moment.entry ? 'done' : 'not done', ...(moment.entry?.events ?? []).map(typeOf))
    })
  })
  console.info('invariants:', JSON.stringify(tried.all.counts))
  tried.all.atLeast({ done: 10_000, 'chair.moved': 30, 'seat.marked': 40, undone: 60 })
  for (const kind of kinds) {
    const { least, events } = plausibleOf({ kind })
    tried.of(kind).atLeast(Object.fromEntries(Object.entries(least.met).filter(([what]) => what in events)), kind)
  }
})
