import { expect, test } from 'vitest'
import { aroundOf, facilitatorOf, running, runOf } from '../../shared/meeting/around.ts'
import { meetingStream } from '../../shared/meeting/stream.ts'
import type { Now } from '../../shared/meeting/types.ts'
import { processOf } from '../../shared/processes/known.ts'
import { keeping } from '../support/processes/index.ts'
import { everywhere, keepingSecrets } from './everywhere.ts'
import { tell } from './told.ts'
import type { Moment } from './world.ts'

test('whatever has happened, the process is in line with who is here: bringing it there once more does nothing', () => {
  const tried = everywhere({ runs: 12, steps: 120 }, (plan, tally) => {
    tell(plan, ({ after, ctx, command }) => {
      const run = after && running(after)
      if (!after || !run) return
      expect(processOf(run.kind).attend(run.state, aroundOf(after, ctx, run)), `after ${command.type}`).toEqual([])
      tally.add('in line')
    })
  })
  tried.all.atLeast({ 'in line': 3_000 })
})

/** What would be told of secrets if the facilitator said that this person has left. */
function toldByLeaving(now: Now, person: string, { ctx }: Moment): readonly string[] {
  const lead = facilitatorOf(now)
  if (lead === null) return []
  const leaves = { type: 'seat.mark', person, attendance: 'left', confirmed: true } as const
  const verdict = meetingStream.decide({ ...now, back: null }, leaves, { ...ctx, actor: lead })
  if (!verdict.ok) return []
  return verdict.events.flatMap((event) => {
    const run = event.type === 'in' ? runOf(now, event.process) : null
    return event.type === 'in' && run && processOf(run.kind).tells.has(event.event.type) ? [event.event.type] : []
  })
}

test('that somebody leaves, as the last who was awaited too, opens nothing', () => {
  const tried = everywhere({ runs: 12, steps: 80, begun: keepingSecrets }, (plan, tally) => {
    tell(plan, (moment) => {
      const { after } = moment
      const run = after && running(after)
      if (!after || !run || Object.keys(run.sealedSeqs).length === 0) return
      const { asked } = processOf(run.kind).at(run.state)
      for (const { person } of after.seats) {
        expect(toldByLeaving(after, person, moment), `${person} leaves`).toEqual([])
        if (asked.length === 1 && asked[0] === person) tally.add('the last one leaves')
      }
    })
  })
  for (const kind of keeping) tried.of(kind).atLeast({ 'the last one leaves': 10 }, kind)
})
