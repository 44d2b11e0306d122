import { expect, test } from 'vitest'
import type { Play } from '../support/play.ts'
import { done, marks, six, talking, turns } from '../support/started.ts'

function again(play: Play, start: string | null = null, direction: 1 | -1 | null = null): Play {
  play.does('ana', { type: 'round.heard', over: [] })
  const setup = { round: 'reaction', prompt: '', start, direction } as const
  return play.does('ana', { type: 'process.begin', item: 'i3', kind: 'round', setup })
}

test('T1 a round asks the members who are present, in the order of their seats', () => {
  const play = talking({ missing: ['eva'] })
  expect(turns(play).order).toEqual(['bo', 'cleo', 'dan', 'finn', 'ana'])
  play.does('ana', { type: 'person.add', person: 'gus', as: 'guest' }).here('gus')
  expect(turns(again(play)).order).not.toContain('gus')
})

test('T1 without anybody to ask there is no round', () => {
  const play = talking()
  play.does('ana', { type: 'round.heard', over: [] })
  for (const p of six.filter((p) => p !== 'ana')) marks(play, p, 'left')
  play.does('ana', { type: 'seat.mark', person: 'ana', attendance: 'out', confirmed: false })
  const setup = { round: 'ideas', prompt: '', start: null, direction: null } as const
  expect(play.refused('ana', { type: 'process.begin', item: 'i3', kind: 'round', setup })).toBe('nobody_to_ask')
})

test('T2 T3 the start moves on by a seat and the direction changes, round by round', () => {
  const play = talking({ start: 'cleo', direction: 1 })
  const seen = [turns(play).order]
  for (let i = 0; i < 4; i++) seen.push(turns(again(play)).order)
  expect(seen).toEqual([
    ['cleo', 'dan', 'eva', 'finn', 'ana', 'bo'],
    ['dan', 'cleo', 'bo', 'ana', 'finn', 'eva'],
    ['eva', 'finn', 'ana', 'bo', 'cleo', 'dan'],
    // Finn's start would make the facilitator last.
    ['bo', 'ana', 'finn', 'eva', 'dan', 'cleo'],
    ['cleo', 'dan', 'eva', 'finn', 'ana', 'bo'],
  ])
})

test('T2 whoever is not here is skipped as a start', () => {
  const play = talking({ start: 'cleo', direction: 1 })
  marks(play, 'dan', 'left')
  expect(turns(again(play)).order[0]).toBe('eva')
})

test('T3 a circle may go round the same way each time', () => {
  const play = talking({ start: 'cleo', direction: -1, settings: { alternateDirection: false } })
  expect(turns(again(play)).direction).toBe(-1)
})

test('T4 the facilitator is neither first nor last where a start was not chosen', () => {
  const play = talking({ start: 'finn', direction: 1 })
  // After Finn it is Ana's seat: first herself, and Bo's start backwards would be: Bo, Ana, …
  expect(turns(again(play)).order).toEqual(['bo', 'ana', 'finn', 'eva', 'dan', 'cleo'])
})

test('T4 a circle may leave the facilitator where the rotation puts them', () => {
  const play = talking({ start: 'finn', direction: 1, settings: { facilitatorMid: false } })
  expect(turns(again(play)).order[0]).toBe('ana')
})

test('T4 two people take turns whoever facilitates', () => {
  const play = talking({ missing: ['cleo', 'dan', 'eva', 'finn'], start: 'bo', direction: 1 })
  expect(turns(again(play)).order).toEqual(['ana', 'bo'])
})

test('T5 the first remote seat after the previous start begins', () => {
  const settings = { roundStart: 'remote first', facilitatorMid: false } as const
  const play = talking({ start: 'dan', direction: 1, settings })
  play.does('cleo', { type: 'seat.remote', person: 'cleo', remote: true })
  play.does('finn', { type: 'seat.remote', person: 'finn', remote: true })
  expect(turns(again(play)).order[0]).toBe('finn')
  expect(turns(again(play)).order[0]).toBe('cleo')
})

test('T6 a chosen start is kept, also the facilitator’s own, and the next round counts on from it', () => {
  const play = talking()
  expect(turns(again(play, 'ana', -1)).order).toEqual(['ana', 'finn', 'eva', 'dan', 'cleo', 'bo'])
  expect(turns(again(play)).order[0]).toBe('cleo')
  expect(turns(play).direction).toBe(1)
})

test('T6 nobody starts who is not asked', () => {
  const play = talking({ missing: ['eva'] })
  play.does('ana', { type: 'round.heard', over: [] })
  const setup = { round: 'reaction', prompt: '', start: 'eva', direction: null } as const
  expect(play.refused('ana', { type: 'process.begin', item: 'i3', kind: 'round', setup })).toBe('nobody_to_ask')
})

test('T21 whoever arrives before their seat’s turn takes their natural place', () => {
  const play = talking({ missing: ['dan', 'eva'] })
  play.here('eva')
  expect(turns(play).queue.map((w) => w.person)).toEqual(['cleo', 'eva', 'finn', 'ana'])
  play.here('dan')
  expect(turns(play).queue.map((w) => w.person)).toEqual(['cleo', 'dan', 'eva', 'finn', 'ana'])
})

test('T21 several who arrive at once each take their own place', () => {
  const play = talking({ missing: ['cleo', 'dan', 'eva', 'finn'] })
  play.does('ana', { type: 'seat.no_device', people: ['finn', 'dan', 'cleo', 'eva'] })
  expect(turns(play).queue.map((w) => w.person)).toEqual(['cleo', 'dan', 'eva', 'finn', 'ana'])
})

test('T21 someone who left before their turn does not close the way for others', () => {
  const play = talking({ missing: ['dan'] })
  marks(play, 'finn', 'left')
  play.here('dan')
  expect(turns(play).queue.map((w) => w.person)).toEqual(['cleo', 'dan', 'eva', 'ana'])
})

test('T22 whoever arrives after their seat was passed is asked at the end', () => {
  const play = done(talking({ missing: ['cleo'] }), 1)
  expect(turns(play).speaking?.person).toBe('dan')
  play.here('cleo')
  expect(turns(play).queue).toEqual([
    { person: 'eva', as: 'upcoming' },
    { person: 'finn', as: 'upcoming' },
    { person: 'ana', as: 'upcoming' },
    { person: 'cleo', as: 'late' },
  ])
})

test('T22 one who arrived in between has passed the seats before them', () => {
  const play = talking({ missing: ['cleo', 'dan'], start: 'bo' })
  play.here('dan')
  done(play, 1)
  expect(turns(play).speaking?.person).toBe('dan')
  play.here('cleo')
  expect(turns(play).queue.at(-1)).toEqual({ person: 'cleo', as: 'late' })
})

test('T26 neither another facilitator nor a moved seat changes the order', () => {
  const play = done(talking(), 1)
  const before = turns(play)
  play.does('ana', { type: 'seat.move', person: 'eva', by: -1 })
  play.does('ana', { type: 'chair.offer', to: 'dan' }).does('dan', { type: 'chair.accept' })
  expect(turns(play)).toEqual(before)
})
