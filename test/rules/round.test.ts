import { expect, test } from 'vitest'
import { processes } from '../../shared/processes/index.ts'
import { ahead, done, marks, opened, talking, turns } from '../support/started.ts'

const begin = { type: 'process.begin', item: 'i3', kind: 'round' } as const
const setup = { round: 'ideas', prompt: 'what could go on it?', start: null, direction: null } as const

test('R1 the facilitator begins a round on an item that is talked about', () => {
  const play = opened().does('ana', { type: 'item.add', title: 'Roof', kind: 'talk' })
  expect(play.refused('ana', { ...begin, setup })).toBe('not_open')
  play.does('ana', { type: 'item.open', item: 'i3' })
  expect(play.refused('bo', { ...begin, setup })).toBe('not_facilitator')
  play.does('ana', { ...begin, setup })
  expect(play.round).toMatchObject({ round: 'ideas', prompt: 'what could go on it?' })
})

test('R1 not on an item that is decided', () => {
  const play = opened().does('ana', { type: 'item.open', item: 'i1' })
  expect(play.refused('ana', { ...begin, item: 'i1', setup })).toBe('not_now')
})

test('R2 one round runs at a time', () => {
  const play = talking()
  expect(play.refused('ana', { ...begin, setup })).toBe('round_running')
  play.does('ana', { type: 'round.heard', over: [] }).does('ana', { ...begin, setup })
  expect(play.item.runs.map((r) => r.id)).toEqual(['i3.1', 'i3.2'])
  expect(play.attempt('bo', { type: 'turn.done', process: 'i3.1', ask: 1, turn: 1 })?.reason).toBe('moved_on')
})

test('R3 a repeat goes the other way round and keeps the notes', () => {
  const play = talking({ settings: { alternateDirection: false } })
  const note = { type: 'note.write', note: null, kind: 'point', text: 'tin', answer: '' } as const
  play.does('ana', note)
  expect(play.refused('ana', { type: 'round.again' })).toBe('round_running')
  done(play, 6).does('ana', { type: 'round.close' }).does('ana', { type: 'round.again' })
  expect(turns(play)).toMatchObject({ direction: -1, stage: 'running', ended: {} })
  expect(play.round.notes).toHaveLength(1)
})

test('R4 a round leaves who was heard and who was not, and its notes', () => {
  const play = talking().does('ana', { type: 'turn.skip' })
  play.does('ana', { type: 'note.write', note: null, kind: 'point', text: 'tin', answer: '' })
  done(play, 5).does('ana', { type: 'round.close' })
  const lines = processes.round.minutes(play.round)
  expect(lines.map((l) => l.say.id)).toEqual(['minutes.round_held', 'minutes.round_away', 'minutes.note_point'])
  expect(lines[1]?.say.with).toEqual({ who: { people: ['bo'] } })
})

test('R5 who comes and goes is brought in line, also when the item is opened again', () => {
  const play = marks(done(talking({ missing: ['finn'] }), 1), 'cleo', 'left')
  expect(ahead(play)).toEqual(['dan', 'eva', 'ana'])
  play.does('ana', { type: 'item.pause' }).here('finn')
  marks(play, 'dan', 'left')
  play.does('ana', { type: 'item.open', item: 'i3' })
  expect(ahead(play)).toEqual(['eva', 'finn', 'ana'])
  expect(turns(play).ended).toEqual({ bo: 'done' })
})
