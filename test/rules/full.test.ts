import { expect, test } from 'vitest'
import { most } from '../../shared/parts/most.ts'
import { reasons } from '../../shared/refusals.ts'
import type { Said } from '../support/filled.ts'
import { putOff } from '../support/meetings.ts'
import type { Play } from '../support/play.ts'
import { answered, asked, objected, opened, presented, talking } from '../support/started.ts'

const add = { type: 'item.add', title: 'Roof', kind: 'talk' } as const
const put = { type: 'aside.put', text: 'We drop it?', form: 'aloud', does: null } as const

/** Again and again, until so many are there; then once more is refused, and why is said. */
function fills(play: Play, once: Said, { limit, count, more = () => play.does('ana', once) }: Filling): void {
  while (count() < limit) more()
  expect(count()).toBe(limit)
  expect(play.refused('ana', once)).toBe('too_many')
  expect(play.attempt('ana', once)).toMatchObject({ code: 'full', with: { most: limit } })
}

interface Filling {
  readonly limit: number
  readonly count: () => number
  readonly more?: () => void
}

test('G13 a meeting has at most a hundred items, those that are closed too', () => {
  const play = opened().does('ana', add).does('ana', { type: 'item.open', item: 'i3' })
  play.does('ana', { type: 'item.close', next: { when: 'next', who: null, words: '' } })
  fills(play, add, { limit: 100, count: () => play.now.items.length })
  // Nor does one come of a quick consent, which can still be dropped, and the meeting goes on and ends.
  play.does('ana', put)
  const aside = play.now.aside?.seq ?? 0
  expect(play.refused('ana', { type: 'aside.take_up', aside, text: null })).toBe('too_many')
  play.does('ana', { type: 'aside.drop', aside }).does('ana', { type: 'meeting.end', next: null })
  expect(play.circle?.backlog).toHaveLength(99)
})

test('G13 nor is an item numbered that no command could name', () => {
  const play = opened()
  play.state = { ...play.state!, numbered: 9_998 }
  play.does('ana', add).does('ana', { type: 'item.rename', item: 'i9999', title: 'Gutter' })
  expect(play.refused('ana', add)).toBe('too_many')
})

test('G14 an item holds at most fifty processes', () => {
  const play = talking()
  const begin = {
    type: 'process.begin',
    item: 'i3',
    kind: 'round',
    setup: { round: 'ideas', prompt: '', start: null, direction: null },
  } as const
  const heard = () => play.does('ana', { type: 'round.heard', over: [] })
  heard()
  const more = () => {
    play.does('ana', begin)
    heard()
  }
  fills(play, begin, { limit: 50, count: () => play.item.runs.length, more })
})

test('S12 nobody is added to a meeting of five hundred, and whoever sits there stays', () => {
  const play = opened()
  for (let n = play.now.seats.length; n < 500; n++) play.does(`guest-${n}`, { type: 'join.self', as: 'guest' })
  expect(play.refused('hal', { type: 'join.self', as: 'guest' })).toBe('too_many')
  expect(play.refused('ana', { type: 'person.add', person: 'hal', as: 'member' })).toBe('too_many')
  play.does('guest-499', { type: 'join.self', as: 'guest' })
  play.does('ana', { type: 'person.add', person: 'guest-499', as: 'member' })
  play.does('ana', { type: 'seat.remove', person: 'guest-498' }).does('hal', { type: 'join.self', as: 'guest' })
})

test('Q10 a meeting is asked at most two hundred quick consents', () => {
  const play = opened()
  const more = () => {
    play.does('ana', put)
    play.does('ana', { type: 'aside.agree', aside: play.now.aside?.seq ?? 0 })
  }
  fills(play, put, { limit: 200, count: () => play.now.asides.length, more })
})

test('N4 a process keeps at most two hundred notes, and each may still be changed and removed', () => {
  const play = talking()
  const note = { type: 'note.write', note: null, kind: 'point', text: 'slates', answer: '' } as const
  fills(play, note, { limit: 200, count: () => play.round.notes.length })
  play.does('ana', { ...note, note: 'n7', text: 'tin' }).does('ana', { type: 'note.remove', note: 'n8' })
  play.does('ana', note)
  expect(play.round.notes.at(-1)?.id).toBe('n201')
})

test('W7 a proposal has at most a hundred wordings, and what stands can still be asked for', () => {
  const play = presented().does('ana', { type: 'consent.anything' })
  const write = () => {
    const { draft, written, versions } = play.consent.wording
    play.does('ana', { type: 'consent.step', to: 'wording' })
    const fields = { ...draft, text: `We buy ${versions.length} ladders.` }
    play.does('ana', { type: 'wording.write', fields, over: written })
  }
  const more = () => {
    write()
    play.does('ana', { type: 'consent.restate' })
  }
  const stands = () => play.consent.wording.versions.at(-1)?.fields
  while (play.consent.wording.versions.length < most.versions) more()
  write()
  expect(play.refused('ana', { type: 'consent.restate' })).toBe('too_many')
  const ask = { type: 'consent.ask', mode: null, start: null, direction: null } as const
  expect(play.refused('ana', ask)).toBe('too_many')
  play.does('ana', { type: 'wording.write', fields: stands()!, over: play.consent.wording.written }).does('ana', ask)
  expect(play.consent.answers?.version).toBe(100)
})

test('C28 consent to one proposal is asked for at most a hundred times, and then it is put off', () => {
  const play = asked()
  const ask = { type: 'consent.ask', mode: null, start: null, direction: null } as const
  while (play.consent.past.length < 99) play.does('ana', { type: 'round.restart', reason: 'too fast' })
  play.does('ana', { type: 'consent.step', to: 'wording' })
  expect(play.refused('ana', ask)).toBe('too_many')
  play.does('ana', { type: 'consent.defer', when: 'next', who: 'eva', words: 'prices' })
  expect(play.item.outcome?.kind).toBe('deferred')
})

test('C28 nor is its round begun anew more often', () => {
  const play = asked()
  const again = { type: 'round.restart', reason: 'too fast' } as const
  while (play.consent.past.length < 100) play.does('ana', again)
  expect(play.refused('ana', again)).toBe('too_many')
  expect(play.refused('bo', again)).toBe('not_facilitator')
  answered(play).does('ana', { type: 'consent.announce' })
})

test('K15 people put nothing more on a backlog of five hundred, and what a meeting leaves always fits', () => {
  const play = putOff()
  const line = { type: 'backlog.add', title: 'Roof' } as const
  for (let n = 0; n < 500; n++) expect(play.toCircle('eva', line)).toBeNull()
  expect(play.toCircle('eva', line)).toMatchObject({ code: 'full', reason: 'too_many', with: { most: 500 } })
  play.does('ana', { type: 'meeting.end', next: null })
  expect(play.circle?.backlog).toHaveLength(502)
  expect(play.toCircle('eva', { type: 'backlog.remove', id: 'b1' })).toBeNull()
  expect(play.toCircle('eva', line)?.reason).toBe('too_many')
})

test('what there is too many of is full, and nothing else is', () => {
  expect(Object.entries(reasons).filter(([, code]) => code === 'full')).toEqual([['too_many', 'full']])
  expect(objected().now.items.length).toBeLessThan(most.items)
})
