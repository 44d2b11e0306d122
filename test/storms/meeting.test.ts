import { expect, test } from 'vitest'
import { rules } from '../../server/rules.ts'
import type { MeetingEvent } from '../../shared/meeting/events.ts'
import type { MeetingState } from '../../shared/meeting/types.ts'
import type { Kind } from '../../shared/processes/index.ts'
import { Tally as Met, share } from '../laws/same.ts'
import { beginningsOf, common, tell } from '../laws/told.ts'
import { kinds, plausibleOf } from '../support/processes/index.ts'
import { checkHome } from './check.ts'
import { plausibleTap } from './meeting-taps.ts'
import { Storm, type Tally, type Weather } from './storm.ts'

const people = ['ana', 'bo', 'cleo']
const circle = 'c_harrow'
const meeting = 'm_one'
const create = { type: 'circle.create', circle, community: 'v_one', name: 'Harrow Lane', aim: '', members: people }

/** Each begins where some meeting has come to before the weather breaks. */
function weatherOf(beginning: string, about: Kind | null): Weather {
  const { moments } = tell({ members: 3, settings: {}, beginning, steps: [] })
  return {
    streams: rules.streams,
    stream: meeting,
    before: [
      { stream: circle, kind: 'circle', by: 'ana', command: { ...create, selfAdd: false } as { type: string } },
      ...moments.map(({ ctx, command }) => ({ stream: meeting, kind: 'meeting' as const, by: ctx.actor, command })),
    ],
    viewers: [...people, null],
    plausible: (state, person, random) => plausibleTap(about, state, person, random),
  }
}

/** What was reached, by its name in the log or in its process. */
function typeOf(event: MeetingEvent): string {
  return event.type === 'in' ? event.event.type : event.type
}

async function stormed(weather: Weather, seed: number): Promise<Storm> {
  const storm = new Storm(weather, seed)
  await storm.begin()
  for (let step = 0; step < 1_500; step += 1) await storm.step()
  await storm.home()
  await checkHome(storm, weather)
  expect((await storm.fold()).state as MeetingState).not.toBeNull()
  return storm
}

test('storm: a meeting comes home from everything the network can do', async () => {
  const sum: Tally = { taps: 0, yes: 0, no: 0, lost: 0, cuts: 0, doubled: 0, restarts: 0, races: 0, gaps: 0, folded: 0 }
  const reached = new Map([null, ...kinds].map((kind) => [kind, new Met()]))
  for (const [kind, met] of reached) {
    const begun = kind === null ? common : beginningsOf(kind)
    for (const [n, beginning] of begun.entries()) {
      for (let seed = 1; seed <= Math.max(1, Math.ceil(7 * share)); seed += 1) {
        const storm = await stormed(weatherOf(beginning, kind), 100 * n + seed)
        for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += storm.tally[key]
        const log = await storm.store.read(meeting, 0)
        met.add(...log.flatMap(({ events }) => (events as readonly MeetingEvent[]).map(typeOf)))
      }
    }
  }
  console.info('storm of meetings:', JSON.stringify(sum))
  const part = share < 1 ? 0.05 : 0.5
  expect(sum.yes).toBeGreaterThan(1_600 * part)
  expect(sum.no).toBeGreaterThan(600 * part)
  expect(sum.lost).toBeGreaterThan(200 * part)
  expect(sum.gaps).toBeGreaterThan(100 * part)
  expect(sum.races).toBeGreaterThan(10 * part)
  expect(sum.restarts).toBeGreaterThan(80 * part)
  // So few storms as a share of them is need not come everywhere.
  if (share < 1) return
  for (const kind of kinds) reached.get(kind)?.atLeast(plausibleOf({ kind }).least.stormed, kind)
})
