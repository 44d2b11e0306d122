import { expect, test } from 'vitest'
import { rules } from '../../server/rules.ts'
import type { MeetingEvent } from '../../shared/meeting/events.ts'
import type { MeetingState } from '../../shared/meeting/types.ts'
import { share } from '../laws/same.ts'
import { beginnings, tell } from '../laws/told.ts'
import { checkHome } from './check.ts'
import { plausibleTap } from './meeting-taps.ts'
import { Storm, type Tally, type Weather } from './storm.ts'

const people = ['ana', 'bo', 'cleo']
const circle = 'c_harrow'
const meeting = 'm_one'
const create = { type: 'circle.create', circle, community: 'v_one', name: 'Harrow Lane', aim: '', members: people }

/** Each begins where some meeting has come to before the weather breaks. */
function weatherOf(seed: number): Weather {
  const { moments } = tell({ members: 3, settings: {}, beginning: beginnings[seed % beginnings.length]!, steps: [] })
  return {
    streams: rules.streams,
    stream: meeting,
    before: [
      { stream: circle, kind: 'circle', by: 'ana', command: { ...create, selfAdd: false } as { type: string } },
      ...moments.map(({ ctx, command }) => ({ stream: meeting, kind: 'meeting' as const, by: ctx.actor, command })),
    ],
    viewers: [...people, null],
    plausible: plausibleTap,
  }
}

/** What was reached, by its name in the log or in its process. */
function typeOf(event: MeetingEvent): string {
  return event.type === 'in' ? event.event.type : event.type
}

test('storm: a meeting by consent comes home from everything the network can do', async () => {
  const sum: Tally = { taps: 0, yes: 0, no: 0, lost: 0, cuts: 0, doubled: 0, restarts: 0, races: 0, gaps: 0, folded: 0 }
  const reached: Record<string, number> = {}
  const storms = Math.max(beginnings.length, Math.ceil(45 * share))
  for (let seed = 1; seed <= storms; seed += 1) {
    const weather = weatherOf(seed)
    const storm = new Storm(weather, seed)
    await storm.begin()
    for (let step = 0; step < 1_500; step += 1) await storm.step()
    await storm.home()
    await checkHome(storm, weather)
    for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += storm.tally[key]
    const log = await storm.store.read(meeting, 0)
    for (const type of log.flatMap(({ events }) => (events as readonly MeetingEvent[]).map(typeOf))) {
      reached[type] = (reached[type] ?? 0) + 1
    }
    expect((await storm.fold()).state as MeetingState).not.toBeNull()
  }
  console.info('storm of meetings:', JSON.stringify(sum), JSON.stringify(reached))
  const part = share < 1 ? 0.05 : 0.5
  expect(sum.yes).toBeGreaterThan(1_600 * part)
  expect(sum.no).toBeGreaterThan(600 * part)
  expect(sum.lost).toBeGreaterThan(200 * part)
  expect(sum.gaps).toBeGreaterThan(100 * part)
  expect(sum.races).toBeGreaterThan(10 * part)
  expect(sum.restarts).toBeGreaterThan(80 * part)
  // So few storms as a share of them is need not come everywhere.
  if (share < 1) return
  expect(reached['consent.answered']).toBeGreaterThan(100 * part)
  expect(reached.sealed).toBeGreaterThan(50 * part)
  expect(reached['answers.opened']).toBeGreaterThan(2 * part)
})
