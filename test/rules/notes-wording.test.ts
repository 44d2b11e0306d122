import { expect, test } from 'vitest'
import { Play } from '../support/play.ts'
import { asked, done, ladder, objected, presented, putAgain, talking } from '../support/started.ts'

const point = { type: 'note.write', note: null, kind: 'point', text: 'slates last', answer: '' } as const

test('N1 facilitator and secretary note, change and remove', () => {
  const play = talking()
    .does('ana', point)
    .does('bo', { ...point, text: 'tin is loud' })
  play.does('ana', { ...point, note: 'n2', text: 'tin is loud when it rains' })
  expect(play.round.notes.map((n) => n.text)).toEqual(['slates last', 'tin is loud when it rains'])
  play.does('bo', { type: 'note.remove', note: 'n1' })
  expect(play.round.notes.map((n) => n.id)).toEqual(['n2'])
  expect(play.refused('ana', { ...point, note: 'n1' })).toBe('unknown_note')
  expect(play.refused('eva', point)).toBe('not_facilitator_or_secretary')
})

test('N2 whoever speaks may note their own words, and change nothing', () => {
  const play = done(talking(), 1).does('cleo', point)
  expect(play.refused('cleo', { ...point, note: 'n1', text: 'else' })).toBe('not_facilitator_or_secretary')
  expect(play.refused('cleo', { type: 'note.remove', note: 'n1' })).toBe('not_facilitator_or_secretary')
  expect(play.refused('dan', point)).toBe('not_facilitator_or_secretary')
})

test('N3 a note has no name on it and none is blank', () => {
  const play = talking().does('bo', point)
  expect(Object.keys(play.round.notes[0] ?? {}).sort()).toEqual(['answer', 'id', 'kind', 'text'])
  expect(play.refused('ana', { ...point, text: '' })).toBe('blank')
})

function write(play: Play, text: string, over = play.consent.wording.written) {
  return { type: 'wording.write', fields: { ...play.consent.wording.draft, text }, over } as const
}

test('W1 a wording is frozen with the next number, and only if it says something new', () => {
  const play = presented()
  expect(play.consent.wording.versions).toEqual([])
  play.does('ana', { type: 'consent.anything' })
  expect(play.consent.wording.versions.map((v) => [v.n, v.fields.text])).toEqual([[1, ladder]])
  play.does('ana', { type: 'consent.restate' }).does('ana', { type: 'consent.step', to: 'wording' })
  play.does('ana', { type: 'consent.restate' })
  expect(play.consent.wording.versions).toHaveLength(1)
  play.does('ana', { type: 'consent.step', to: 'wording' })
  play.does('ana', write(play, 'We borrow a ladder.')).does('ana', { type: 'consent.restate' })
  expect(play.consent.wording.versions.map((v) => v.n)).toEqual([1, 2])
})

test('W1 a term, a measure or who looks after it makes a new version as well', () => {
  const play = asked()
  play.does('ana', { type: 'consent.step', to: 'wording' })
  const { draft, written } = play.consent.wording
  play.does('ana', { type: 'wording.write', fields: { ...draft, until: '2027-01-01' }, over: written })
  play.does('ana', { type: 'consent.ask', mode: null, start: null, direction: null })
  expect(play.consent.answers?.version).toBe(2)
})

test('W2 one pen, which the facilitator may take and which passes on from someone who is gone', () => {
  const play = presented().does('bo', { type: 'wording.take' })
  play.does('ana', { type: 'wording.take' })
  expect(play.consent.wording.pen).toBe('ana')
  expect(play.refused('bo', { type: 'wording.take' })).toBe('pen_elsewhere')
  expect(play.refused('bo', write(play, 'else'))).toBe('pen_elsewhere')
  play.unreachable = { ana: play.clock }
  play.does('bo', write(play, 'We buy a ladder.'))
  expect(play.consent.wording).toMatchObject({ pen: 'bo', draft: { text: 'We buy a ladder.' } })
  play.does('bo', { type: 'wording.leave' })
  expect(play.consent.wording.pen).toBeNull()
})

/** Eva brought the item; Ana facilitates. */
function evas(): Play {
  const play = new Play(['ana', 'bo', 'eva'], 'ana').calls('ana').here('bo', 'eva')
  play.does('ana', { type: 'role.set', role: 'secretary', person: 'bo' })
  play
    .does('eva', { type: 'item.add', title: 'Swing', kind: 'decide' })
    .does('ana', { type: 'meeting.open', item: 'i1' })
  return play.does('eva', write(play, 'A swing.'))
}

test('W3 facilitator and secretary write, and the author until the proposal has left presenting', () => {
  const play = evas()
  expect(play.consent.author).toBe('eva')
  play.does('ana', { type: 'consent.anything' })
  expect(play.attempt('eva', write(play, 'Two swings.'))).toMatchObject({
    code: 'wrong_state',
    reason: 'presented',
  })
  play.does('bo', write(play, 'One swing.'))
  play.does('ana', { type: 'consent.step', to: 'present' })
  expect(play.refused('eva', write(play, 'Two swings.'))).toBe('presented')
})

test('W3 nobody else writes', () => {
  const play = presented()
  expect(play.refused('dan', write(play, 'else'))).not.toBeNull()
  expect(play.refused('dan', { type: 'wording.take' })).toBe('not_facilitator_or_secretary')
})

test('W4 a write names the one it changes', () => {
  const play = presented()
  const before = play.consent.wording.written
  play.does('ana', write(play, 'We buy a long ladder.')).does('ana', { type: 'wording.leave' })
  expect(play.refused('bo', write(play, 'We buy a short ladder.', before))).toBe('text_changed')
  play.does('bo', write(play, 'We buy a short ladder.'))
})

test('W5 whoever is to look after it has a seat', () => {
  const play = presented()
  const { draft, written } = play.consent.wording
  const said = (by: string) => ({ type: 'wording.write', fields: { ...draft, by }, over: written }) as const
  expect(play.refused('ana', said('gus'))).toBe('unknown_person')
  play.does('ana', said('eva'))
  expect(play.consent.wording.draft.by).toBe('eva')
})

test('W6 while the exact words stand nobody changes them', () => {
  const restated = presented().does('ana', { type: 'consent.anything' }).does('ana', { type: 'consent.restate' })
  const complete = objected({})
  for (const play of [restated, asked(), complete]) {
    expect(play.refused('ana', write(play, 'else'))).toBe('presented')
    expect(play.refused('bo', { type: 'wording.take' })).toBe('presented')
  }
})

test('C12 a new wording clears every answer, and a late tap for the old one counts for nothing', () => {
  const play = asked().says('bo', null).says('cleo', null)
  const old = play.consent.ask
  play.does('ana', { type: 'consent.step', to: 'wording' })
  play.does('ana', write(play, 'We borrow a ladder.'))
  play.does('ana', { type: 'consent.ask', mode: 'spoken', start: 'bo', direction: 1 })
  expect(play.consent.answers).toMatchObject({ version: 2, given: {}, notReady: {} })
  const tap = { type: 'consent.answer', ask: old, replaces: null, answer: { is: 'none' }, for: null } as const
  expect(play.attempt('bo', tap)).toMatchObject({ code: 'stale_version', reason: 'wording_changed' })
  expect(play.consent.past.map((p) => [p.version, Object.keys(p.given)])).toEqual([[1, ['bo', 'cleo']]])
})

test('W1 the version says which objections it answers', () => {
  const play = putAgain(objected({ dan: 'stolen', finn: 'too dear' }), 'We buy a ladder and a lock for 220 €.')
  expect(play.consent.wording.versions.map((v) => v.meets)).toEqual([[], ['o1', 'o2']])
})
