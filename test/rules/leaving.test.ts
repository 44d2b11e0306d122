import { expect, test } from 'vitest'
import { meetingStream } from '../../shared/meeting/stream.ts'
import { innerOf } from '../support/events.ts'
import { asked, opened, presented, talking } from '../support/started.ts'

const begin = { start: null, direction: null } as const
const round = { kind: 'round', setup: { round: 'ideas', prompt: '', ...begin } } as const

test('G10 over sealed values nobody has opened an item is neither closed by hand nor left for another process', () => {
  const play = talking().does('ana', { type: 'round.heard', over: [] })
  const entry = { seq: play.log.length + 1, id: 'sealing', by: 'bo', at: play.clock }
  const events = [{ type: 'sealed', process: 'i3.1', slot: 'x/1', of: 'bo', only: ['bo'], apart: 1 }] as const
  play.log.push({ ...entry, events })
  play.state = meetingStream.evolve(play.state, { ...entry, events })
  expect(play.refused('ana', { type: 'item.close', next: { when: 'next', who: null, words: '' } })).toBe(
    'sealed_unopened',
  )
  expect(play.refused('ana', { type: 'process.begin', item: 'i3', ...round })).toBe('sealed_unopened')
})

test('G11 an item may hold only processes that are meant for its kind', () => {
  const talk = opened().does('ana', { type: 'item.add', title: 'Roof', kind: 'talk' })
  talk.does('ana', { type: 'item.open', item: 'i3' })
  const setup = { author: 'ana', fields: talk.now.items[0]!.draft }
  expect(talk.refused('ana', { type: 'process.begin', item: 'i3', kind: 'consent', setup })).toBe('not_now')
  expect(presented().refused('ana', { type: 'process.begin', item: 'i1', ...round })).toBe('not_now')
})

test('G11 one that is busy is not left for another', () => {
  const play = talking()
  expect(play.refused('ana', { type: 'process.begin', item: 'i3', ...round })).toBe('round_running')
  play.does('ana', { type: 'round.heard', over: [] }).does('ana', { type: 'process.begin', item: 'i3', ...round })
  expect(play.item.runs.map((run) => run.id)).toEqual(['i3.1', 'i3.2'])
  expect(innerOf(play.log.at(-1)).map((e) => e.type)).toEqual([
    'process.ended',
    'process.begun',
    'round.set',
    'round.started',
    'undoable',
  ])
})

test('G12 what lies sealed in what is left for good is destroyed unread', () => {
  const none = {
    type: 'consent.answer',
    replaces: null,
    answer: { is: 'objection', words: 'CANARY' },
    for: null,
  } as const
  const play = asked('simultaneous').does('bo', none)
  const sealed = play.log.length
  play.does('ana', { type: 'item.pause' })
  play.does('ana', { type: 'aside.put', text: null, form: 'aloud', does: { type: 'item.drop', item: 'i1' } })
  play.does('ana', { type: 'aside.agree', aside: play.log.length })
  expect(innerOf(play.log.at(-1))).toMatchObject([
    { type: 'aside.ended' },
    { type: 'sealed.destroyed', process: 'i1.1', of: ['bo'], destroys: [sealed] },
    { type: 'item.closed', item: 'i1', outcome: { kind: 'dropped' } },
    { type: 'undoable' },
  ])
  expect(JSON.stringify(play.state)).not.toContain('CANARY')
  expect(play.now.items[0]?.runs[0]).toMatchObject({ sealed: {}, sealedSeqs: {}, state: { answers: { given: {} } } })
  // What is destroyed does not come back.
  expect(play.state?.back).toBeNull()
})
