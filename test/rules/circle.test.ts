import { expect, test } from 'vitest'
import { basisOf } from '../../shared/circle/basis.ts'
import type { CircleCommand } from '../../shared/circle/types.ts'
import { nextMeeting, provisional, putOff, word } from '../support/meetings.ts'
import { Play } from '../support/play.ts'
import { objected, opened, presented, six } from '../support/started.ts'

const habits = {
  consentMode: 'simultaneous',
  roundStart: 'remote first',
  alternateDirection: false,
  facilitatorMid: false,
} as const

test('K1 whoever makes a circle belongs to it', () => {
  const play = new Play(six, 'ana')
  expect(play.circle).toMatchObject({ members: six, facilitator: 'ana', running: null, ended: [], decisions: [] })
  expect(play.circle).toMatchObject({ community: 'o_harrow', count: { decisions: 0, backlog: 0, meetings: 0 } })
  play.around.state = null
  const named = { name: 'X', aim: '', community: 'o_harrow', members: ['bo'], selfAdd: false } as const
  const create = { type: 'circle.create', circle: 'c_x', ...named } as const
  expect(play.toCircle('ana', create)?.reason).toBe('not_member')
})

test('K2 members name it, order their seats and set its habits', () => {
  const play = new Play(six, 'ana')
  const commands: readonly CircleCommand[] = [
    { type: 'circle.name', name: 'Harrow', aim: 'live well' },
    { type: 'circle.seat', person: 'ana', by: -1 },
    { type: 'circle.habits', habits },
    { type: 'backlog.add', title: 'Roof' },
  ]
  for (const command of commands) {
    expect(play.toCircle('gus', command)?.reason).toBe('not_member')
    expect(play.toCircle('eva', command)).toBeNull()
  }
  expect(play.circle).toMatchObject({
    name: 'Harrow',
    aim: 'live well',
    settings: habits,
    backlog: [{ title: 'Roof' }],
  })
  expect(play.circle?.members).toEqual(['bo', 'cleo', 'dan', 'eva', 'finn', 'ana'])
})

test('K2 an open meeting orders its own seats', () => {
  expect(opened().toCircle('eva', { type: 'circle.seat', person: 'ana', by: 1 })?.reason).toBe('meeting_runs')
})

test('K3 what a meeting tells is a fact, and nobody else tells it', () => {
  const play = opened()
  expect(play.toCircle('eva', { type: 'fact.member', person: 'gus' })?.reason).toBe('only_meetings')
  const { length } = play.around.log
  for (const person of ['gus', 'gus']) {
    expect(play.toCircle('m_one', { type: 'fact.member', person })).toBeNull()
  }
  expect(play.around.log).toHaveLength(length + 2)
  expect(play.circle?.members.filter((p) => p === 'gus')).toHaveLength(1)
})

test('K4 where the last round began is remembered from meeting to meeting', () => {
  const play = presented().does('ana', { type: 'consent.round', round: 'reaction', start: 'dan', direction: -1 })
  play.does('ana', { type: 'round.end' }).does('ana', { type: 'consent.defer', when: 'x', who: 'ana', words: '' })
  nextMeeting(play)
  expect(play.now.lastRound).toEqual({ start: 'dan', direction: -1 })
})

test('K5 an item called into a meeting leaves the backlog with its words, and comes back if it was not reached', () => {
  const play = nextMeeting(putOff(), { backlog: 'b1' })
  expect(play.circle?.backlog.map((b) => b.title)).toEqual(['Bench'])
  expect(play.now.items[0]).toMatchObject({ title: 'Ladder', kind: 'decide', stage: 'planned' })
  expect(play.now.items[0]?.draft.text).toBe('We buy a ladder for 200 €.')
  play.does('bo', { type: 'meeting.open', item: null }).does('bo', { type: 'meeting.end', next: null })
  expect(play.circle?.backlog.map((b) => b.title)).toEqual(['Bench', 'Ladder'])
})

test('K5 it is taken by its number, and by a title nothing is taken', () => {
  const play = nextMeeting(putOff(), { title: 'Ladder' })
  expect(play.circle?.backlog.map((b) => b.title)).toEqual(['Ladder', 'Bench'])
  expect(play.now.items[0]).toMatchObject({ title: 'Ladder', draft: { text: '' }, carried: null })
  const other = putOff().does('ana', { type: 'meeting.end', next: null })
  other.state = null
  const call = { type: 'meeting.call', meeting: 'm_two', circle: 'c_harrow', items: [{ backlog: 'b9' }] } as const
  expect(other.refused('bo', { ...call, items: [...call.items] })).toBe('unknown_item')
  expect(other.refused('bo', { ...call, items: [{ backlog: 'b1' }, { backlog: 'b1' }] })).toBe('unknown_item')
})

test('K6 a reopened meeting takes back what it had left', () => {
  const play = opened().does('ana', { type: 'meeting.end', next: null })
  expect(play.circle).toMatchObject({
    backlog: [{ title: 'Ladder' }, { title: 'Bench' }],
    running: null,
    ended: [{ id: 'm_one', stage: 'ended' }],
  })
  play.does('ana', { type: 'meeting.reopen' })
  expect(play.circle).toMatchObject({ backlog: [], running: { id: 'm_one', stage: 'open', ended: null }, ended: [] })
})

test('K7 a decision is kept with everything it was decided with', () => {
  const play = objected({}).does('ana', { type: 'consent.announce' })
  const { at } = play.log.at(-1)!
  expect(play.register.decisions).toMatchObject([
    {
      id: 'd1',
      title: 'Ladder',
      meeting: 'm_one',
      announcedAt: at,
      facilitators: ['ana'],
      words: [],
      effect: 'adopted',
      version: 1,
      fields: { text: 'We buy a ladder for 200 €.' },
      consent: six.map((person) => ({ person, answer: 'no objection' })),
    },
  ])
  expect(play.circle?.decisions).toEqual([
    { id: 'd1', title: 'Ladder', meeting: 'm_one', effect: 'adopted', announcedAt: at },
  ])
})

test('K7 the next meeting copies the circle as it is', () => {
  const play = provisional()
  expect(basisOf(play.circle!)).toMatchObject({ running: 'm_one', secretary: 'bo', members: six })
  play.does('ana', { type: 'meeting.end', next: null })
  expect(basisOf(play.circle!).running).toBeNull()
})

test('K8 an absent member’s word is written by them, or entered by facilitator or secretary', () => {
  const own = provisional()
  expect(own.toCircle('finn', word('finn', 'objection', 'bats'))).toBeNull()
  for (const words of [own.register.decisions[0]?.words, own.circle?.windows[0]?.words]) {
    expect(words).toMatchObject([{ person: 'finn', answer: 'objection', recordedBy: null }])
  }
  for (const person of ['ana', 'bo']) {
    const play = provisional()
    expect(play.toCircle('eva', word('finn', 'no objection'))?.reason).toBe('not_facilitator_or_secretary')
    expect(play.toCircle(person, word('finn', 'no objection'))).toBeNull()
    expect(play.register.decisions[0]?.words).toMatchObject([{ answer: 'no objection', recordedBy: person }])
  }
})

test('K9 what an absent member wrote stands, what was entered for them may be put right', () => {
  const play = provisional()
  play.toCircle('bo', word('finn', 'no objection'))
  expect(play.toCircle('finn', word('finn', 'objection', 'not so'))).toBeNull()
  expect(play.register.decisions[0]?.words.map((w) => w.answer)).toEqual(['no objection', 'objection'])
  expect(play.toCircle('bo', word('finn', 'no objection'))?.reason).toBe('answered_already')
  expect(play.toCircle('finn', word('finn', 'no objection'))?.reason).toBe('answered_already')
})

test('K10 nobody else has a word on a decision after its announcement', () => {
  const play = provisional()
  expect(play.toCircle('eva', word('eva', 'objection'))?.reason).toBe('no_consent_right')
  expect(play.toCircle('eva', { ...word('finn', 'objection'), decision: 'd9' })?.reason).toBe('unknown_decision')
  const adopted = objected({}).does('ana', { type: 'consent.announce' })
  expect(adopted.toCircle('eva', word('eva', 'objection'))?.reason).toBe('is_closed')
})
