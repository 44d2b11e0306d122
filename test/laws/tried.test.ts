import { expect, test } from 'vitest'
import type { Run } from '../../shared/meeting/types.ts'
import type { Kind } from '../../shared/processes/index.ts'
import { processOf } from '../../shared/processes/known.ts'
import { keeping, kinds, plausibleOf, processEvents } from '../support/processes/index.ts'
import { everywhere } from './everywhere.ts'
import type { Tally } from './same.ts'
import { beginnings, tell } from './told.ts'
import type { Moment } from './world.ts'

function of({ kind }: Pick<Run, 'kind'>, whats: readonly string[]): readonly string[] {
  return whats.map((what) => `${kind}: ${what}`)
}

function sumOf(kind: Kind, least: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(least).map(([what, many]) => [`${kind}: ${what}`, many]))
}

function noted({ entry, after, verdict }: Moment, tally: Tally): void {
  tally.add('tried', verdict.ok ? (entry?.events.length ? 'accepted' : 'nothing to do') : 'refused')
  if (!verdict.ok) tally.add(`no: ${verdict.refusal.reason}`)
  const runs = after?.items.flatMap((item) => item.runs) ?? []
  for (const event of entry?.events ?? []) {
    tally.add(event.type)
    if (event.type === 'chair.moved') tally.add(`chair ${event.how}`)
    if (event.type === 'aside.ended') tally.add(`aside ${event.end}`)
    if (event.type === 'process.begun') tally.add(event.first.type, ...of(event, [event.first.type]))
    if (event.type !== 'in') continue
    const run = runs.find(({ id }) => id === event.process)
    if (run) tally.add(event.event.type, ...of(run, [event.event.type, ...plausibleOf(run).told(event.event)]))
  }
  for (const item of after?.items ?? []) {
    const run = item.runs.at(-1)
    if (!run || (item.stage !== 'closed' && !(item.stage === 'open' && item.running))) continue
    const step = item.running ? [`step ${processOf(run.kind).at(run.state).step}`] : []
    tally.add(...of(run, [...step, ...plausibleOf(run).noted(run.state)]))
  }
}

test('chance leads meetings everywhere', () => {
  const runs = 43
  const tried = everywhere({ runs, steps: 160 }, (plan, of) => {
    of.add('meetings', plan.beginning)
    tell(plan, (moment) => noted(moment, of))
  })
  const tally = tried.all
  console.info('meetings told by chance:', JSON.stringify(tally.counts))
  const share = tally.of('accepted') / tally.of('tried')
  expect(share, 'most of what is tried is possible, and not all').toBeGreaterThan(0.45)
  expect(share).toBeLessThan(0.9)
  const reasons = Object.keys(tally.counts).filter((what) => what.startsWith('no: '))
  tally.isAtLeast('kinds of refusals', reasons.length, 45)
  tally.atLeast({ meetings: runs * beginnings.length, tried: 15_000, undone: 100, 'nothing to do': 200 })
  tally.atLeast({
    'chair accepted': 10,
    'chair taken': 5,
    'chair agreed': 3,
    'seat.member': 5,
  })
  tally.atLeast({ 'item.closed': 100, 'meeting.ended': 20, 'meeting.reopened': 20 })
  tally.atLeast({ 'aside agreed': 20, 'aside dropped': 10, 'aside taken up': 10 })
  for (const kind of kinds) {
    tried.of(kind).atLeast(sumOf(kind, plausibleOf({ kind }).least.met), kind)
  }
  for (const kind of keeping) tried.of(kind).atLeast({ 'sealed.destroyed': 30 }, kind)
  tally.atLeast(Object.fromEntries(beginnings.map((beginning) => [beginning, runs])))
  tally.atLeast(Object.fromEntries(processEvents.map((event) => [event, 1])))
})
