import { expect, test } from 'vitest'
import {
  calledNext,
  decided,
  lastOf,
  manyMeetings,
  nextMeeting,
  provisional,
  putOff,
  word,
} from '../support/meetings.ts'
import { Play } from '../support/play.ts'
import { waiting } from '../support/register.ts'
import { objected, putAgain, six } from '../support/started.ts'

const hour = 3_600_000

test('K11 what travels with an item stands in an entry of its own, and the state keeps its number', () => {
  const play = putOff().does('ana', { type: 'meeting.end', next: null })
  const [ladder, bench] = lastOf(play, 2)
  expect(ladder).toMatchObject([{ type: 'backlog.added', travels: { draft: { text: 'We buy a ladder for 200 €.' } } }])
  expect(bench).toMatchObject([{ type: 'backlog.added', travels: { draft: { text: '' }, carry: null } }])
  const head = play.around.log.length
  expect(play.circle?.backlog).toEqual([
    {
      id: 'b1',
      title: 'Ladder',
      kind: 'decide',
      next: { when: 'next', who: 'eva', words: 'prices', to: null },
      meeting: 'm_one',
      carried: head - 1,
    },
    { id: 'b2', title: 'Bench', kind: 'decide', next: null, meeting: 'm_one', carried: head },
  ])
})

test('K11 with what somebody thought of in between nothing travels', () => {
  const play = new Play(six, 'ana')
  expect(play.toCircle('eva', { type: 'backlog.add', title: 'Roof' })).toBeNull()
  expect(waiting(play.around)).toMatchObject([{ id: 'b1', title: 'Roof', meeting: null, carried: null, travels: null }])
})

test('K11 put off in one meeting and taken in the next, an item opens with its words', () => {
  const play = nextMeeting(putOff(), { backlog: 'b1' }).here('ana', 'dan')
  const { carried } = play.now.items[0]!
  expect(carried).toMatchObject({ objections: [{ id: 'o1', by: 'dan' }], versions: [{ n: 1 }] })
  play.does('bo', { type: 'meeting.open', item: 'i1' })
  expect(play.consent).toMatchObject({
    step: { stage: 'present' },
    author: 'bo',
    wording: { draft: { text: 'We buy a ladder for 200 €.' }, versions: [] },
    objections: [],
  })
})

test('K11 the words that travel are the last ones, not those it began with', () => {
  const play = putAgain(objected(), 'A ladder with a lock.')
  play.does('ana', { type: 'consent.defer', when: 'next', who: 'eva', words: '' })
  nextMeeting(play, { backlog: 'b1' })
  expect(play.now.items[0]).toMatchObject({
    draft: { text: 'A ladder with a lock.' },
    carried: { versions: [{ n: 1 }, { n: 2, meets: ['o1'] }] },
  })
})

test('K11 what was not reached travels on as it came', () => {
  const play = nextMeeting(putOff(), { backlog: 'b1' })
  const { draft, carried } = play.now.items[0]!
  play.does('bo', { type: 'meeting.open', item: null }).does('bo', { type: 'meeting.end', next: null })
  const [travels] = waiting(play.around).flatMap((one) => (one.title === 'Ladder' ? [one.travels] : []))
  expect(travels).toEqual({ draft, carry: carried })
})

test('K11 what travelled here goes on with what is left here, however often it is put off', () => {
  const play = nextMeeting(putOff(), { backlog: 'b1' })
  const { carried } = play.now.items[0]!
  play.does('bo', { type: 'meeting.open', item: 'i1' })
  play.does('bo', { type: 'consent.defer', when: 'next', who: 'eva', words: '' })
  play.does('bo', { type: 'meeting.end', next: null })
  const [travels] = waiting(play.around).flatMap((one) => (one.title === 'Ladder' ? [one.travels] : []))
  expect(travels?.carry).toMatchObject({ objections: [], versions: [], earlier: carried })
})

test('K12 the number of a removed backlog item is never used again', () => {
  const play = new Play(six, 'ana')
  for (const title of ['Roof', 'Swing']) play.toCircle('eva', { type: 'backlog.add', title })
  for (const id of ['b2', 'b1']) expect(play.toCircle('eva', { type: 'backlog.remove', id })).toBeNull()
  for (const title of ['Fence', 'Pond']) play.toCircle('eva', { type: 'backlog.add', title })
  expect(play.circle?.backlog.map((b) => b.id)).toEqual(['b3', 'b4'])
  expect(play.register.backlog.map((b) => [b.id, b.closed !== null])).toEqual([
    ['b1', true],
    ['b2', true],
    ['b3', false],
    ['b4', false],
  ])
})

test('K12 nor is the number of a decision that the state keeps no more', () => {
  const play = manyMeetings(25)
  expect(play.circle?.decisions.at(-1)?.id).toBe('d25')
  expect(new Set(play.register.decisions.map((d) => d.id)).size).toBe(25)
})

test('K13 a closed window leaves the state with the next fact, and the register keeps it', () => {
  const play = provisional().does('ana', { type: 'meeting.end', next: null })
  const { at } = play.log.at(-1)!
  expect(play.circle?.windows).toMatchObject([
    { id: 'd1', title: 'Ladder', effect: 'provisional', absent: ['finn'], absentHours: 72, delivered: at, words: [] },
  ])
  play.clock = at + 72 * hour - 1
  calledNext(play)
  expect(play.circle?.windows).toHaveLength(1)
  play.clock = at + 72 * hour
  play.does('bo', { type: 'meeting.open', item: null })
  expect(lastOf(play, 1)).toMatchObject([[{ type: 'windows.closed', decisions: ['d1'] }, { type: 'meeting.marked' }]])
  expect(play.circle?.windows).toEqual([])
  expect(play.register.decisions).toMatchObject([{ id: 'd1', effect: 'provisional', absentHours: 72, words: [] }])
  expect(play.toCircle('finn', word('finn', 'objection'))?.reason).toBe('is_closed')
})

test('K13 it stays as long as what was entered for somebody may be put right', () => {
  const play = provisional().does('ana', { type: 'meeting.end', next: null })
  expect(play.toCircle('bo', word('finn', 'no objection'))).toBeNull()
  calledNext(play)
  expect(play.circle?.windows).toMatchObject([{ id: 'd1', words: [{ answer: 'no objection', recordedBy: 'bo' }] }])
  expect(play.toCircle('finn', word('finn', 'objection', 'not so'))).toBeNull()
})

test('K13 not while its meeting runs, and not while somebody objects', () => {
  const running = provisional()
  running.clock += 100 * hour
  running.does('ana', { type: 'role.set', role: 'backup', person: 'eva' })
  expect(running.circle?.windows).toMatchObject([{ id: 'd1', delivered: null }])
  const objecting = provisional().does('ana', { type: 'meeting.end', next: null })
  objecting.toCircle('finn', word('finn', 'objection', 'bats'))
  objecting.clock += 100 * hour
  calledNext(objecting)
  expect(objecting.circle?.windows).toMatchObject([{ id: 'd1', words: [{ person: 'finn', words: 'bats' }] }])
})

test('K13 of those that were objected to the last twenty stay, once their hours are over', () => {
  const play = manyMeetings(23, decided(provisional()))
  for (let n = 1; n <= 23; n++) {
    const answer = n === 5 ? 'no objection' : 'objection'
    expect(play.toCircle('finn', { ...word('finn', answer), decision: `d${n}` })).toBeNull()
  }
  expect(play.circle?.windows).toHaveLength(23)
  play.clock += 100 * hour
  play.toCircle('m_24', { type: 'fact.called', taken: [] })
  const kept = Array.from({ length: 23 }, (_, i) => `d${i + 1}`).filter((id) => !['d1', 'd2', 'd5'].includes(id))
  expect(play.circle?.windows.map(({ id }) => id)).toEqual(kept)
  expect(play.register.decisions.filter(({ words }) => words.length > 0)).toHaveLength(23)
})

test('K14 of what is closed the state keeps the last twenty, in a line each', () => {
  const play = manyMeetings(23)
  const last = Array.from({ length: 20 }, (_, i) => i + 4)
  expect(play.circle?.ended.map((mark) => mark.id)).toEqual(last.map((n) => `m_${n}`))
  expect(play.circle?.decisions.map((head) => head.id)).toEqual(last.map((n) => `d${n}`))
  for (const head of play.circle?.decisions ?? []) {
    expect(Object.keys(head).sort()).toEqual(['announcedAt', 'effect', 'id', 'meeting', 'title'])
  }
  expect(play.circle?.count).toEqual({ decisions: 23, backlog: 0, meetings: 23 })
  expect(play.register.meetings).toHaveLength(23)
  expect(play.register.decisions.map((d) => d.fields.text)).toEqual(
    Array.from({ length: 23 }, () => decided().fields.text),
  )
})
