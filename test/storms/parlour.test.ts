import { expect, test } from 'vitest'
import { share } from '../laws/same.ts'
import { ana, bo, circle, cleo, room } from '../live/bench.ts'
import { type ParlourState, parlours } from '../live/parlour.ts'
import { checkHome } from './check.ts'
import { Storm, type Tally, type Weather } from './storm.ts'

const people = [ana, bo, cleo]

const weather: Weather = {
  streams: parlours,
  stream: room,
  before: [
    { stream: circle, kind: 'circle', by: ana, command: { type: 'chair' } },
    {
      stream: room,
      kind: 'meeting',
      by: ana,
      command: { type: 'open', people, facilitator: ana, circle } as { type: string },
    },
  ],
  viewers: [...people, null],
  plausible(state, person, random) {
    const { claimed } = state as ParlourState
    const commands = [
      { type: 'say', text: `${person} ${random(1000)}` },
      { type: 'claim', n: claimed + 1 },
      { type: 'claim', n: claimed + 1 + random(2) },
      { type: 'whisper', to: people[random(3)], text: `to you alone ${random(1000)}` },
      { type: 'tell', text: `post ${random(1000)}` },
      { type: 'rest' },
      { type: 'say', text: '' },
    ]
    return commands[random(commands.length)] ?? null
  },
}

test('storm: everyone comes home and agrees', async () => {
  const sum: Tally = { taps: 0, yes: 0, no: 0, lost: 0, cuts: 0, doubled: 0, restarts: 0, races: 0, gaps: 0, folded: 0 }
  for (let seed = 1; seed <= Math.max(8, Math.ceil(40 * share)); seed += 1) {
    const storm = new Storm(weather, seed)
    await storm.begin()
    for (let step = 0; step < 700; step += 1) await storm.step()
    await storm.home()
    await checkHome(storm, weather)
    for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += storm.tally[key]
  }
  const part = share < 1 ? 0.1 : 1
  console.info('storm of parlours:', JSON.stringify(sum))
  expect(sum.taps).toBeGreaterThan(1_500 * part)
  expect(sum.yes).toBeGreaterThan(1_000 * part)
  expect(sum.no).toBeGreaterThan(200 * part)
  expect(sum.lost).toBeGreaterThan(100 * part)
  expect(sum.gaps).toBeGreaterThan(50 * part)
  expect(sum.doubled).toBeGreaterThan(100 * part)
  expect(sum.cuts).toBeGreaterThan(200 * part)
  expect(sum.races).toBeGreaterThan(20 * part)
  expect(sum.restarts).toBeGreaterThan(20 * part)
})
