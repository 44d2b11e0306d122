import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Run } from '../../shared/meeting/types.ts'
import { processOf } from '../../shared/processes/index.ts'
import { kinds, plausibleOf, processEvents } from '../support/processes/index.ts'
import { Tally } from './same.ts'
import { beginnings, meetings, tell, usual } from './told.ts'
import type { Moment } from './world.ts'

function of({ kind }: Pick<Run, 'kind'>, whats: readonly string[]): readonly string[] {
  return whats.map((what) => `${kind}: ${what}`)
}

function noted({ entry, after, verdict }: Moment, tally: Tally): void {
  tally.add('tried', verdict.ok ? (entry?.events.length ? 'accepted' : 'nothing to do') : 'refused')
  if (!verdict.ok) tally.add(`no: ${verdict.refusal.reason}`)
  const runs = after?.items.flatMap((item) => item.runs) ?? []
  for (const event of entry?.events ?? []) {
    tally.add(event.type)
    if (event.type === 'chair.moved') tally.add(`chair ${event.how}`)
    if (event.type === 'aside.ended') tally.add(`aside ${event.end}`)
    if (event.type === 'process.begun') tally.add(event.first.type)
    if (event.type !== 'in') continue
    const run = runs.find(({ id }) => id === event.process)
    tally.add(event.event.type, ...(run ? of(run, plausibleOf(run).told(event.event)) : []))
  }
  for (const item of after?.items ?? []) {
    const run = item.runs.at(-1)
    if (!run || (item.stage !== 'closed' && !(item.stage === 'open' && item.running))) continue
    const step = item.running ? [`step ${processOf(run.kind).at(run.state).step}`] : []
    tally.add(...of(run, [...step, ...plausibleOf(run).noted(run.state)]))
  }
}

test('chance leads meetings everywhere', () => {
  const tally = new Tally()
  fc.assert(
    fc.property(meetings(160), (plan) => {
      tally.add('meetings', plan.beginning)
      tell(plan, (moment) => noted(moment, tally))
    }),
    usual(300),
  )
  console.info('meetings told by chance:', JSON.stringify(tally.counts))
  const share = tally.of('accepted') / tally.of('tried')
  expect(share, 'most of what is tried is possible, and not all').toBeGreaterThan(0.45)
  expect(share).toBeLessThan(0.9)
  const reasons = Object.keys(tally.counts).filter((what) => what.startsWith('no: '))
  tally.isAtLeast('kinds of refusals', reasons.length, 45)
  tally.atLeast({ meetings: 300, tried: 15_000, undone: 100, 'sealed.destroyed': 30, 'nothing to do': 200 })
  tally.atLeast({
    'chair accepted': 20,
    'chair taken': 5,
    'chair agreed': 3,
    'seat.member': 5,
    'turn.stepped_back': 20,
  })
  tally.atLeast({ 'item.closed': 100, 'meeting.ended': 20, 'meeting.reopened': 20, 'consent.resumed': 3 })
  tally.atLeast({ 'aside agreed': 20, 'aside dropped': 10, 'aside taken up': 10 })
  for (const kind of kinds) {
    const { least } = plausibleOf({ kind })
    tally.atLeast(Object.fromEntries(Object.entries(least).map(([what, many]) => [`${kind}: ${what}`, many])))
  }
  tally.atLeast(Object.fromEntries([...beginnings, ...processEvents].map((what) => [what, 1])))
})
