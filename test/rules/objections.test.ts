import { expect, test } from 'vitest'
import type { Play } from '../support/play.ts'
import { answered, asked, marks, objected, putAgain } from '../support/started.ts'

function statuses(play: Play): Record<string, string> {
  return Object.fromEntries(play.consent.objections.map((o) => [o.id, o.status]))
}

const words = { phrase: 'stolen', reason: 'last one was', aim: '', effect: '' }

test('O1 an objection needs no words, and is raised when the round is complete', () => {
  const play = asked().says('bo', '')
  expect(play.consent.objections).toEqual([])
  answered(play)
  expect(play.consent.objections).toMatchObject([{ id: 'o1', by: 'bo', phrase: '', status: 'raised', raisedOn: 1 }])
})

test('O2 writing its reason makes a heard objection understood', () => {
  const play = objected().does('ana', { type: 'objection.hear', objection: 'o1' })
  expect(play.consent.step).toMatchObject({ stage: 'objections', move: 'hear', focus: 'o1' })
  expect(statuses(play)).toEqual({ o1: 'raised' })
  play.does('dan', { type: 'objection.write', objection: 'o1', ...words })
  expect(statuses(play)).toEqual({ o1: 'understood' })
})

test('O2 going on from it does as well', () => {
  const play = objected({ dan: 'stolen', eva: 'long' }).does('ana', { type: 'objection.hear', objection: 'o1' })
  play.does('ana', { type: 'objection.hear', objection: 'o2' })
  expect(statuses(play)).toEqual({ o1: 'understood', o2: 'raised' })
})

test('O2 a reason written before the hearing is kept, and is not yet a hearing', () => {
  const play = objected().does('dan', { type: 'objection.write', objection: 'o1', ...words })
  expect(statuses(play)).toEqual({ o1: 'raised' })
  expect(play.refused('ana', { type: 'objection.work', move: 'wording' })).toBe('not_now')
})

test('O3 working on ideas or on a wording makes what is understood integrating', () => {
  const play = objected({ dan: 'stolen', eva: 'long' }).does('ana', { type: 'objection.hear', objection: 'o1' })
  play.does('ana', { type: 'objection.work', move: 'ideas' })
  expect(statuses(play)).toEqual({ o1: 'integrating', o2: 'raised' })
  expect(play.refused('ana', { type: 'consent.ask', mode: null, start: null, direction: null })).toBe('hear_first')
})

test('O4 a new wording addresses every objection that is open', () => {
  const play = putAgain(objected({ dan: 'stolen', eva: 'long' }), 'A short ladder with a lock.')
  expect(statuses(play)).toEqual({ o1: 'addressed', o2: 'addressed' })
  expect(play.consent.objections.map((o) => o.answeredIn)).toEqual([2, 2])
})

test('O4 the same words do not: something has to change, or the owner withdraws', () => {
  const play = objected().does('ana', { type: 'objection.hear', objection: 'o1' })
  play.does('ana', { type: 'objection.work', move: 'wording' })
  expect(play.refused('ana', { type: 'consent.ask', mode: null, start: null, direction: null })).toBe('nothing_changed')
  expect(play.refused('ana', { type: 'consent.restate' })).toBe('nothing_changed')
})

test('O5 the fresh round confirms what its owner has no objection to', () => {
  const play = answered(putAgain(objected(), 'A ladder with a lock.'))
  expect(statuses(play)).toEqual({ o1: 'confirmed' })
})

test('O5 but not if the round brought any objection, also a late one', () => {
  const play = answered(putAgain(objected(), 'A ladder with a lock.'), { finn: 'the lock rusts' })
  expect(statuses(play)).toEqual({ o1: 'addressed', o2: 'raised' })
  const late = answered(putAgain(objected(), 'A ladder with a lock.'))
  const replaces = late.consent.answers?.given.finn?.seq ?? null
  const answer = { is: 'objection', words: 'the lock rusts' } as const
  late.does('finn', { type: 'consent.answer', replaces, answer, for: null })
  expect(statuses(late)).toEqual({ o1: 'addressed', o2: 'raised' })
})

test('O5 nor is it confirmed any more when someone has still to answer', () => {
  const play = putAgain(answered(asked('spoken', { missing: ['finn'] }), { dan: 'stolen' }), 'With a lock.')
  answered(play)
  expect(statuses(play)).toEqual({ o1: 'confirmed' })
  play.here('finn')
  expect(statuses(play)).toEqual({ o1: 'addressed' })
  play.says('finn', null)
  expect(statuses(play)).toEqual({ o1: 'confirmed' })
})

test('O6 whoever objects again reopens their objection', () => {
  const play = answered(putAgain(objected(), 'A ladder with a lock.'), { dan: 'locks are picked' })
  expect(play.consent.objections).toMatchObject([
    { id: 'o1', status: 'reopened', raisedOn: 1, answeredIn: 2, phrase: 'locks are picked' },
  ])
  expect(play.refused('ana', { type: 'consent.announce' })).toBe('objection_open')
  putAgain(play, 'A rope ladder.')
  expect(play.consent.objections).toMatchObject([{ id: 'o1', status: 'addressed', answeredIn: 3 }])
})

test('O6 a step back in that round leaves it addressed as before', () => {
  const play = putAgain(objected({ ana: 'stolen' }), 'A ladder with a lock.')
  answered(play, { ana: 'locks are picked' })
  const last = play.consent.step.stage === 'acknowledge' ? play.consent.step.round?.last?.person : null
  play.does('ana', { type: 'turn.back' })
  expect(statuses(play)).toEqual({ o1: last === 'ana' ? 'addressed' : 'reopened' })
})

test('O7 announcing makes what is confirmed integrated', () => {
  const play = answered(putAgain(objected(), 'A ladder with a lock.')).does('ana', { type: 'consent.announce' })
  expect(statuses(play)).toEqual({ o1: 'integrated' })
  expect(play.register.decisions[0]?.objections).toMatchObject([{ id: 'o1', status: 'integrated', resolvedIn: 2 }])
})

test('O8 only its owner withdraws it, and only after it was heard', () => {
  const play = objected()
  expect(play.refused('dan', { type: 'objection.withdraw', objection: 'o1', for: null })).toBe('not_now')
  play.does('ana', { type: 'objection.hear', objection: 'o1' })
  expect(play.refused('dan', { type: 'objection.withdraw', objection: 'o1', for: null })).toBe('hear_first')
  play.does('dan', { type: 'objection.write', objection: 'o1', ...words })
  expect(play.refused('ana', { type: 'objection.withdraw', objection: 'o1', for: null })).toBe('not_yours')
  expect(play.refused('eva', { type: 'objection.withdraw', objection: 'o1', for: 'dan' })).toBe('not_yours')
  play.does('dan', { type: 'objection.withdraw', objection: 'o1', for: null })
  expect(statuses(play)).toEqual({ o1: 'withdrawn' })
})

test('O8 facilitator or secretary may enter it in the owner’s words', () => {
  for (const person of ['ana', 'bo']) {
    const play = objected().does('ana', { type: 'objection.hear', objection: 'o1' })
    play.does('bo', { type: 'objection.write', objection: 'o1', ...words })
    play.does(person, { type: 'objection.withdraw', objection: 'o1', for: 'dan' })
    expect(statuses(play)).toEqual({ o1: 'withdrawn' })
  }
})

test('O9 once the others were heard, anyone may raise theirs too', () => {
  const play = objected()
  expect(play.refused('eva', { type: 'objection.raise', words: 'long', for: null })).toBe('not_now')
  play.does('ana', { type: 'objection.hear', objection: 'o1' })
  play.does('eva', { type: 'objection.raise', words: 'long', for: null })
  play.does('bo', { type: 'objection.raise', words: '', for: 'finn' })
  expect(play.consent.objections.map((o) => [o.by, o.recordedBy, o.status])).toEqual([
    ['dan', null, 'raised'],
    ['eva', null, 'raised'],
    ['finn', 'bo', 'raised'],
  ])
  expect(play.refused('eva', { type: 'objection.raise', words: 'wide', for: null })).toBe('answered_already')
  expect(play.refused('cleo', { type: 'objection.raise', words: '', for: 'bo' })).toBe('not_for_others')
})

test('O9 whose earlier objection was addressed may raise it again, and a latecomer may raise theirs', () => {
  const play = putAgain(answered(asked('spoken', { missing: ['finn'] }), { dan: 'stolen' }), 'With a lock.')
  answered(play, { eva: 'the lock rusts' }).does('ana', { type: 'objection.hear', objection: 'o2' })
  play.does('dan', { type: 'objection.raise', words: 'picked', for: null })
  expect(statuses(play)).toEqual({ o1: 'reopened', o2: 'raised' })
  play.here('finn').does('finn', { type: 'objection.raise', words: 'dear', for: null })
  expect(statuses(play).o3).toBe('raised')
})

test('O10 a hint is its owner’s and no more than a hint', () => {
  const play = objected().does('ana', { type: 'objection.hear', objection: 'o1' })
  play.does('ana', { type: 'objection.work', move: 'wording' })
  expect(play.refused('eva', { type: 'objection.meets', objection: 'o1', meets: true, for: null })).toBe('not_yours')
  play.does('dan', { type: 'objection.meets', objection: 'o1', meets: true, for: null })
  expect(play.consent.objections[0]).toMatchObject({ meets: true, status: 'integrating' })
  play.does('bo', { type: 'objection.meets', objection: 'o1', meets: false, for: 'dan' })
  expect(play.consent.objections[0]?.meets).toBe(false)
})

test('O11 marking, ways and whose is heard are the facilitator’s', () => {
  const play = objected()
  expect(play.refused('dan', { type: 'objection.hear', objection: 'o1' })).toBe('not_facilitator')
  play.does('ana', { type: 'objection.hear', objection: 'o1' })
  for (const person of ['bo', 'dan']) {
    expect(play.refused(person, { type: 'objection.mark', objection: 'o1', as: 'heard' })).toBe('not_facilitator')
    expect(play.refused(person, { type: 'objection.ways', objection: 'o1', ways: ['amend'] })).toBe('not_facilitator')
    expect(play.refused(person, { type: 'objection.work', move: 'ideas' })).toBe('not_facilitator')
  }
  play.does('ana', { type: 'objection.mark', objection: 'o1', as: 'heard' })
  play.does('ana', { type: 'objection.mark', objection: 'o1', as: 'integrating' })
  play.does('ana', { type: 'objection.ways', objection: 'o1', ways: ['amend', 'pilot'] })
  expect(play.consent.objections[0]).toMatchObject({ status: 'integrating', ways: ['amend', 'pilot'] })
  expect(play.refused('ana', { type: 'objection.hear', objection: 'o9' })).toBe('unknown_objection')
})

test('O12 an objection keeps the version it was raised on and its history', () => {
  const play = answered(putAgain(objected(), 'A ladder with a lock.'), { finn: 'the lock rusts' })
  answered(putAgain(play, 'A ladder with a new lock.')).does('ana', { type: 'consent.announce' })
  expect(play.consent.objections.map((o) => [o.raisedOn, o.answeredIn, o.status])).toEqual([
    [1, 2, 'integrated'],
    [2, 3, 'integrated'],
  ])
  expect(play.consent.objections[0]?.history.map((h) => [h.status, h.version])).toEqual([
    ['raised', 1],
    ['understood', 1],
    ['integrating', 1],
    ['addressed', 2],
    ['addressed', 3],
    ['confirmed', 3],
    ['integrated', 3],
  ])
})

test('O13 an objection whose owner is gone stays addressed in the record until their word', () => {
  const play = putAgain(objected(), 'A ladder with a lock.')
  marks(play, 'dan', 'left')
  answered(play).does('ana', { type: 'consent.announce' })
  expect(play.consent.step).toMatchObject({ effect: 'provisional', absent: ['dan'] })
  expect(play.register.decisions[0]?.objections).toMatchObject([{ by: 'dan', status: 'addressed', resolvedIn: 2 }])
})
