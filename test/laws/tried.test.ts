import fc from 'fast-check'
import { expect, test } from 'vitest'
import { running } from '../../shared/meeting/around.ts'
import { Tally } from './same.ts'
import { beginnings, meetings, tell, usual } from './told.ts'
import type { Moment } from './world.ts'

const statuses = [
  'raised',
  'heard',
  'understood',
  'integrating',
  'addressed',
  'confirmed',
  'reopened',
  'integrated',
  'withdrawn',
  'carried',
  'lapsed',
]

function noted({ entry, after, command, verdict }: Moment, tally: Tally): void {
  tally.add('tried', entry ? 'accepted' : verdict.ok ? 'nothing to do' : 'refused')
  if (!verdict.ok) tally.add(`no: ${verdict.refusal.reason}`)
  for (const event of entry?.events ?? []) {
    tally.add(event.type)
    if (event.type === 'chair.moved') tally.add(`chair ${event.how}`)
    if (event.type === 'aside.ended') tally.add(`aside ${event.end}`)
    if (event.type === 'consent.ended') tally.add(`proposal ${event.how}`)
    if (event.type === 'consent.announced') tally.add(`decision ${event.effect}`)
    if (event.type === 'sealed.destroyed' && command.type !== 'consent.open') tally.add('sealed and abandoned')
  }
  const run = after && running(after)
  if (run?.state.kind === 'consent') {
    tally.add(`stage ${run.state.step.stage}`)
    for (const { status } of run.state.objections) tally.add(status)
    if (run.state.answers) tally.add(`asked ${run.state.answers.mode}`)
  }
  for (const item of after?.items ?? []) {
    const last = item.runs.at(-1)?.state
    if (item.stage === 'closed' && last?.kind === 'consent') for (const o of last.objections) tally.add(o.status)
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
  expect(share, 'most of what is tried is possible, and not all').toBeGreaterThan(0.5)
  expect(share).toBeLessThan(0.9)
  const reasons = Object.keys(tally.counts).filter((what) => what.startsWith('no: '))
  expect(reasons.length, 'kinds of refusals').toBeGreaterThan(45)
  tally.atLeast({ meetings: 300, tried: 15_000, undone: 100, 'answers.opened': 60, 'sealed and abandoned': 3 })
  tally.atLeast({
    'chair accepted': 20,
    'chair taken': 5,
    'chair agreed': 3,
    'seat.member': 5,
    'turn.stepped_back': 20,
  })
  tally.atLeast({ 'decision adopted': 20, 'decision provisional': 2, 'decision on-hold': 2, 'item.closed': 100 })
  tally.atLeast({ 'aside agreed': 20, 'aside dropped': 10, 'aside taken up': 10, 'consent.resumed': 3 })
  tally.atLeast({ 'asked spoken': 1_000, 'asked simultaneous': 1_000, 'meeting.ended': 20, 'meeting.reopened': 20 })
  tally.atLeast(Object.fromEntries([...beginnings, ...statuses].map((what) => [what, 1])))
  const stages = ['present', 'clarify', 'react', 'wording', 'restate', 'consent', 'acknowledge', 'objections']
  tally.atLeast(Object.fromEntries(stages.map((stage) => [`stage ${stage}`, 20])))
})
