import { expect, test } from 'vitest'
import type { Typed } from '../../server/host/streams.ts'
import { rules } from '../../server/rules.ts'
import type { MeetingState } from '../../shared/meeting/types.ts'
import { ana, bo, cleo } from '../live/bench.ts'
import { filled, type Said } from '../support/filled.ts'
import { checkHome } from './check.ts'
import { plausibleTap } from './meeting-taps.ts'
import { Storm, type Tally, type Weather } from './storm.ts'

const people = [ana, bo, cleo]
const circle = 'c_aaaaaaaaaaaaaaaa'
const meeting = 'm_aaaaaaaaaaaaaaaa'
const create = { type: 'circle.create', circle, name: 'Harrow Lane', aim: '', members: people, selfAdd: false }
const call = { type: 'meeting.call', meeting, circle, items: ['Quiet courtyard', 'Guest room'] }

const here = { type: 'here', remote: false, for: null } as const
const begin = { start: null, direction: null }

type Telling = (now: NonNullable<MeetingState>) => Said

/** From gathering to the question whether anyone objects. */
function asking(mode: 'spoken' | 'simultaneous'): readonly Telling[] {
  return [
    (now) => ({
      type: 'item.draft',
      item: 'i1',
      fields: { ...now.items[0]!.draft, text: 'Quiet from nine.' },
      over: 0,
    }),
    () => ({ type: 'meeting.open', item: 'i1' }),
    () => ({ type: 'consent.anything' }),
    () => ({ type: 'consent.restate' }),
    () => ({ type: 'consent.ask', mode, ...begin }),
  ]
}

/** Every other storm begins while people gather, the others in a consent round, spoken or all at once. */
function weatherOf(seed: number): Weather {
  const mode = seed % 4 === 1 ? 'spoken' : 'simultaneous'
  const told = seed % 2 === 0 ? [] : asking(mode)
  return {
    streams: rules.streams,
    stream: meeting,
    before: [
      { stream: circle, by: ana, command: create },
      { stream: meeting, by: ana, command: call },
      ...people.map((by) => ({ stream: meeting, by, command: here })),
      ...told.map((tell) => ({ stream: meeting, by: ana, command: (state: unknown) => toldIn(state, tell) })),
    ],
    viewers: [...people, null],
    plausible: plausibleTap,
  }
}

function toldIn(state: unknown, tell: Telling): Typed {
  const now = state as NonNullable<MeetingState>
  return filled(now, tell(now))
}

test('storm: a meeting by consent comes home from everything the network can do', async () => {
  const sum: Tally = { taps: 0, yes: 0, no: 0, lost: 0, cuts: 0, doubled: 0, restarts: 0, races: 0, gaps: 0, folded: 0 }
  const reached: Record<string, number> = {}
  for (let seed = 1; seed <= 30; seed += 1) {
    const weather = weatherOf(seed)
    const storm = new Storm(weather, seed)
    await storm.begin()
    for (let step = 0; step < 1_500; step += 1) await storm.step()
    await storm.home()
    await checkHome(storm, weather)
    for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += storm.tally[key]
    const log = await storm.store.read(meeting, 0)
    for (const { events } of log)
      for (const event of events)
        reached[(event as { type: string }).type] = (reached[(event as { type: string }).type] ?? 0) + 1
    expect((await storm.fold()).state as MeetingState).not.toBeNull()
  }
  console.info('storm of meetings:', JSON.stringify(sum), JSON.stringify(reached))
  expect(sum.yes).toBeGreaterThan(800)
  expect(sum.no).toBeGreaterThan(300)
  expect(sum.lost).toBeGreaterThan(100)
  expect(sum.gaps).toBeGreaterThan(50)
  expect(sum.races).toBeGreaterThan(5)
  expect(sum.restarts).toBeGreaterThan(40)
  expect(reached['consent.answered']).toBeGreaterThan(50)
  expect(reached.sealed).toBeGreaterThan(25)
  expect(reached['answers.opened']).toBeGreaterThan(1)
})
