import { expect, test } from 'vitest'
import type { Said } from '../support/filled.ts'
import { ahead, asked, done, marks, talking, turns } from '../support/started.ts'

test('T7 done by the speaker gives the turn to the next', () => {
  const play = talking().does('bo', { type: 'turn.done' })
  expect(turns(play)).toMatchObject({ speaking: { person: 'cleo' }, ended: { bo: 'done' } })
  expect(play.refused('eva', { type: 'turn.done' })).toBe('not_your_turn')
  expect(play.refused('bo', { type: 'turn.done' })).toBe('not_your_turn')
})

test('T7 the facilitator may say that the speaker is done', () => {
  const play = talking().does('ana', { type: 'turn.done' })
  expect(turns(play).speaking?.person).toBe('cleo')
  expect(play.refused('bo', { type: 'turn.done' })).toBe('not_your_turn')
})

test('T8 a command that means another turn moves nothing', () => {
  const play = talking()
  const { turn } = turns(play)
  play.does('bo', { type: 'turn.done', turn })
  for (const type of ['turn.done', 'turn.pass', 'turn.later', 'turn.skip'] as const) {
    expect(play.refused('ana', { type, turn })).toBe('turn_over')
  }
  expect(turns(play).speaking?.person).toBe('cleo')
})

test('T9 the speaker passes, or has it entered', () => {
  const play = talking().does('bo', { type: 'turn.pass' })
  expect(play.refused('eva', { type: 'turn.pass' })).toBe('not_your_turn')
  play.does('bo', { type: 'turn.pass' }).does('ana', { type: 'turn.pass' })
  expect(turns(play).ended).toEqual({ bo: 'passed', cleo: 'passed', dan: 'passed' })
})

test('T10 whoever passed may take it back and is asked after the others', () => {
  const play = talking().does('bo', { type: 'turn.pass' })
  expect(play.refused('eva', { type: 'turn.unpass', for: 'bo' })).toBe('not_for_others')
  play.does('bo', { type: 'turn.unpass', for: null })
  expect(ahead(play)).toEqual(['cleo', 'dan', 'eva', 'finn', 'ana', 'bo'])
  expect(play.refused('bo', { type: 'turn.unpass', for: null })).toBe('not_now')
  done(play, 6)
  play.does('ana', { type: 'round.close' })
  expect(turns(play).ended.bo).toBe('done')
})

test('T10 not when the round is over', () => {
  const play = done(talking().does('bo', { type: 'turn.pass' }), 5).does('ana', { type: 'round.close' })
  expect(play.refused('bo', { type: 'turn.unpass', for: null })).toBe('not_now')
})

test('T11 once in a round the speaker is come back to', () => {
  const play = talking().does('bo', { type: 'turn.later' }).does('cleo', { type: 'turn.later' })
  expect(ahead(play)).toEqual(['dan', 'eva', 'finn', 'ana', 'bo', 'cleo'])
  done(play, 4)
  expect(turns(play).speaking).toEqual({ person: 'bo', as: 'later' })
  expect(play.refused('bo', { type: 'turn.later' })).toBe('came_back_once')
})

test('T12 skipping is the facilitator’s act, and who is skipped is asked last', () => {
  const play = talking()
  expect(play.refused('bo', { type: 'turn.skip' })).toBe('not_facilitator')
  expect(play.refused('cleo', { type: 'turn.skip' })).toBe('not_facilitator')
  play.does('ana', { type: 'turn.skip' }).does('cleo', { type: 'turn.later' })
  expect(ahead(play)).toEqual(['dan', 'eva', 'finn', 'ana', 'cleo', 'bo'])
})

test('T13 the last call asks late, then come back, then away', () => {
  const play = talking({ missing: ['eva'], start: 'finn' })
  play.does('ana', { type: 'turn.skip' }).does('ana', { type: 'turn.later' }).does('bo', { type: 'turn.done' })
  play.does('cleo', { type: 'turn.later' }).here('eva')
  expect(ahead(play)).toEqual(['dan', 'eva', 'ana', 'cleo', 'finn'])
  expect(turns(play).queue.map((w) => w.as)).toEqual(['upcoming', 'later', 'later', 'away'])
})

test('T13 someone late is asked before those to be come back to', () => {
  const play = talking({ missing: ['bo'], start: 'cleo' })
  play.does('cleo', { type: 'turn.later' })
  done(play, 3).here('bo')
  expect(turns(play).queue.map((w) => w.as)).toEqual(['upcoming', 'later'])
  done(play, 2)
  expect(turns(play).speaking).toEqual({ person: 'cleo', as: 'later' })
})

test('T14 this one is speaking: the unmarked before them count as done', () => {
  const play = talking().does('ana', { type: 'turn.give', to: 'eva' })
  expect(turns(play)).toMatchObject({
    speaking: { person: 'eva' },
    ended: { bo: 'done', cleo: 'done', dan: 'done' },
  })
  expect(ahead(play)).toEqual(['eva', 'finn', 'ana'])
  expect(play.refused('eva', { type: 'turn.give', to: 'finn' })).toBe('not_facilitator')
  expect(play.refused('ana', { type: 'turn.give', to: 'gus' })).toBe('unknown_person')
})

test('T14 someone who has spoken may have the turn again, and nobody loses theirs', () => {
  const play = done(talking(), 2).does('ana', { type: 'turn.give', to: 'bo' })
  expect(ahead(play)).toEqual(['bo', 'dan', 'eva', 'finn', 'ana'])
  done(play, 1)
  expect(turns(play)).toMatchObject({ speaking: { person: 'dan' }, ended: { bo: 'done', cleo: 'done' } })
})

test('T14 in a consent round it makes no answer: those before are asked at the end', () => {
  const play = asked().does('ana', { type: 'turn.give', to: 'dan' })
  expect(ahead(play)).toEqual(['dan', 'eva', 'finn', 'ana', 'bo', 'cleo'])
  expect(play.consent.answers?.given).toEqual({})
  play.says('dan', null)
  expect(play.refused('ana', { type: 'turn.give', to: 'dan' })).toBe('already_asked')
})

test('T15 the facilitator closes a round when nobody is left but the away', () => {
  const play = talking().does('ana', { type: 'turn.skip' })
  expect(play.refused('ana', { type: 'round.close' })).toBe('not_heard_all')
  done(play, 5)
  expect(turns(play).speaking).toEqual({ person: 'bo', as: 'away' })
  expect(play.refused('bo', { type: 'round.close' })).toBe('not_facilitator')
  play.does('ana', { type: 'round.close' })
  expect(turns(play)).toMatchObject({
    stage: 'complete',
    speaking: null,
    queue: [],
    ended: { bo: 'away', eva: 'done' },
  })
})

test('T15 a round in which everyone was heard waits for "anything that must still be said?"', () => {
  const play = done(talking(), 6)
  expect(turns(play)).toMatchObject({ stage: 'running', speaking: null })
  play.does('ana', { type: 'round.close' })
  expect(turns(play).stage).toBe('complete')
})

test('T16 everyone was heard, once those who wait or are away were named', () => {
  const play = talking().does('bo', { type: 'turn.later' }).does('ana', { type: 'turn.skip' })
  expect(play.attempt('ana', { type: 'round.heard', over: ['bo'] })).toMatchObject({
    reason: 'not_heard_all',
    with: { who: { people: ['cleo'] } },
  })
  play.does('ana', { type: 'round.heard', over: ['bo', 'cleo'] })
  expect(turns(play)).toMatchObject({
    stage: 'complete',
    ended: { bo: 'done', cleo: 'away', dan: 'done', eva: 'done', finn: 'done', ana: 'done' },
  })
})

test('T16 whoever has the turn but was away is named too', () => {
  const play = done(talking().does('ana', { type: 'turn.skip' }), 5)
  expect(play.refused('ana', { type: 'round.heard', over: [] })).toBe('not_heard_all')
  play.does('ana', { type: 'round.heard', over: ['bo'] })
  expect(turns(play).ended.bo).toBe('away')
})

test('T17 a round that ends early marks whoever was not asked', () => {
  const play = done(talking(), 1)
  play.does('cleo', { type: 'turn.later' }).does('ana', { type: 'turn.skip' })
  expect(turns(play).speaking?.person).toBe('eva')
  play.does('ana', { type: 'round.end' })
  expect(turns(play)).toMatchObject({
    stage: 'ended early',
    ended: { bo: 'done', eva: 'done', cleo: 'not asked', dan: 'away', finn: 'not asked', ana: 'not asked' },
  })
})

test('T18 while a round is paused nothing moves', () => {
  const play = done(talking(), 1)
  const before = turns(play)
  play.does('ana', { type: 'round.pause' })
  expect(play.refused('cleo', { type: 'turn.done' })).toBe('paused')
  expect(play.refused('ana', { type: 'turn.give', to: 'eva' })).toBe('paused')
  expect(play.refused('ana', { type: 'round.end' })).toBe('paused')
  expect(play.refused('cleo', { type: 'round.resume' })).toBe('not_facilitator')
  play.does('ana', { type: 'round.resume' })
  expect(turns(play)).toEqual(before)
})

test('T19 a step back reopens the last turn, once', () => {
  const play = done(talking(), 2)
  const before = play.round.ask
  expect(play.refused('bo', { type: 'turn.back' })).toBe('not_facilitator')
  play.does('ana', { type: 'turn.back' })
  expect(ahead(play)).toEqual(['cleo', 'dan', 'eva', 'finn', 'ana'])
  expect(turns(play).ended).toEqual({ bo: 'done' })
  expect(play.round.ask).toBeGreaterThan(before)
  expect(play.refused('ana', { type: 'turn.back' })).toBe('back_once')
  done(play, 1)
  expect(ahead(play)).toEqual(['dan', 'eva', 'finn', 'ana'])
})

test('T19 a come back to me that was a slip may be asked again', () => {
  const play = talking().does('bo', { type: 'turn.later' }).does('ana', { type: 'turn.back' })
  expect(ahead(play)).toEqual(['bo', 'cleo', 'dan', 'eva', 'finn', 'ana'])
  play.does('bo', { type: 'turn.later' })
  expect(ahead(play).at(-1)).toBe('bo')
})

test('T19 a step back to the only one left gives them one turn, not two', () => {
  const play = done(talking(), 5).does('ana', { type: 'turn.later' }).does('ana', { type: 'turn.back' })
  expect(ahead(play)).toEqual(['ana'])
})

test('T19 nobody is stepped back to who has gone', () => {
  const play = marks(done(talking(), 1), 'bo', 'left')
  expect(play.refused('ana', { type: 'turn.back' })).toBe('not_here')
})

test('T20 a restart needs a reason and asks everyone who is here again', () => {
  const play = done(talking(), 3)
  play.does('ana', { type: 'note.write', note: null, kind: 'point', text: 'slates', answer: '' })
  marks(play, 'cleo', 'left')
  expect(play.refused('ana', { type: 'round.restart', reason: '' })).toBe('reason_needed')
  expect(play.refused('cleo', { type: 'round.restart', reason: 'lost' })).toBe('not_facilitator')
  const { ask } = play.round
  play.does('ana', { type: 'round.restart', reason: 'the question was not clear' })
  expect(ahead(play)).toEqual(['bo', 'dan', 'eva', 'finn', 'ana'])
  expect(turns(play)).toMatchObject({ ended: {}, direction: 1 })
  expect(play.round.notes).toHaveLength(1)
  expect(play.round.ask).toBeGreaterThan(ask)
  expect(play.refused('dan', { type: 'turn.done', ask })).toBe('moved_on')
})

test('T23 whoever steps out is asked at the end', () => {
  const play = marks(talking(), 'cleo', 'out')
  expect(ahead(play)).toEqual(['bo', 'dan', 'eva', 'finn', 'ana', 'cleo'])
  marks(play, 'bo', 'out')
  expect(ahead(play)).toEqual(['dan', 'eva', 'finn', 'ana', 'cleo', 'bo'])
  play.here('cleo')
  done(play, 5)
  expect(turns(play)).toMatchObject({ speaking: { person: 'bo', as: 'away' }, ended: { cleo: 'done' } })
})

test('T23 whoever is out does not keep the turn while someone is left to ask', () => {
  const play = marks(done(talking(), 1).does('ana', { type: 'turn.skip' }), 'dan', 'out')
  done(play, 3)
  expect(ahead(play)).toEqual(['cleo', 'dan'])
  marks(play, 'cleo', 'out')
  play.here('dan')
  expect(ahead(play)).toEqual(['dan', 'cleo'])
})

test('T23 whoever leaves before speaking is not asked, and after it has been heard', () => {
  const play = done(talking(), 1)
  marks(play, 'bo', 'left')
  marks(play, 'cleo', 'left')
  marks(play, 'finn', 'absent')
  expect(ahead(play)).toEqual(['dan', 'eva', 'ana'])
  expect(turns(play).ended).toEqual({ bo: 'done' })
})

test('T24 a guest speaks when invited', () => {
  const play = talking().does('ana', { type: 'person.add', person: 'gus', as: 'guest' })
  expect(play.refused('ana', { type: 'turn.invite', person: 'gus' })).toBe('not_here')
  play.here('gus')
  expect(ahead(play)).not.toContain('gus')
  expect(play.refused('gus', { type: 'turn.invite', person: 'gus' })).toBe('not_facilitator')
  play.does('ana', { type: 'turn.invite', person: 'gus' })
  expect(ahead(play)).toContain('gus')
  marks(play, 'gus', 'left')
  expect(ahead(play)).not.toContain('gus')
})

test('T24 never in a consent round', () => {
  const play = asked().does('ana', { type: 'person.add', person: 'gus', as: 'guest' }).here('gus')
  expect(play.refused('ana', { type: 'turn.invite', person: 'gus' })).toBe('no_consent_right')
  expect(play.consent.answers?.required).not.toContain('gus')
})

test('T25 those still to come change places, turns that are over stay', () => {
  const play = done(talking(), 1).does('ana', { type: 'turn.move', person: 'finn', by: -1 })
  expect(ahead(play)).toEqual(['cleo', 'dan', 'finn', 'eva', 'ana'])
  expect(play.refused('ana', { type: 'turn.move', person: 'bo', by: 1 })).toBe('already_asked')
  expect(play.refused('finn', { type: 'turn.move', person: 'finn', by: -1 })).toBe('not_facilitator')
  play.does('ana', { type: 'turn.skip' }).does('ana', { type: 'turn.move', person: 'ana', by: 1 })
  expect(ahead(play)).toEqual(['dan', 'finn', 'eva', 'ana', 'cleo'])
})

test('T27 steering is the facilitator’s alone', () => {
  const play = talking()
  const steering: readonly Said[] = [
    { type: 'turn.give', to: 'eva' },
    { type: 'turn.back' },
    { type: 'turn.move', person: 'eva', by: 1 },
    { type: 'round.pause' },
    { type: 'round.resume' },
    { type: 'round.heard', over: [] },
    { type: 'round.end' },
    { type: 'round.restart', reason: 'so' },
    { type: 'round.close' },
    { type: 'round.again' },
  ]
  for (const person of ['bo', 'cleo']) {
    for (const command of steering) expect(play.attempt(person, command)?.code).toBe('forbidden')
  }
})
