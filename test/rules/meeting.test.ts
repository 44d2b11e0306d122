import { expect, test } from 'vitest'
import { meetingStream } from '../../shared/meeting/stream.ts'
import { Play } from '../support/play.ts'
import { answered, asked, objected, opened, presented, six, talking, turns } from '../support/started.ts'

const none = { type: 'consent.answer', replaces: null, answer: { is: 'none' }, for: null } as const
const next = { when: 'next meeting', who: 'eva', words: '' } as const

test('M1 whoever calls a meeting is its facilitator and here, the others are expected', () => {
  const { now } = new Play(six, 'ana').calls('cleo', 'Ladder')
  expect(now).toMatchObject({ stage: 'gathering', facilitator: 'cleo', chairEmpty: null })
  expect(now.seats.map((s) => [s.person, s.as, s.attendance])).toEqual(
    six.map((p) => [p, 'member', p === 'cleo' ? 'present' : 'expected']),
  )
})

test('M1 nobody from outside calls one, nor without a circle', () => {
  const play = new Play(six, 'ana')
  const call = { type: 'meeting.call', meeting: 'm_one', circle: 'c_harrow', items: [] } as const
  expect(play.refused('gus', { ...call, items: [] })).toBe('not_member')
  play.around.state = null
  expect(play.refused('ana', { ...call, items: [] })).toBe('bad_setup')
})

test('M2 one meeting of a circle runs at a time', () => {
  const play = opened()
  play.state = null
  const call = { type: 'meeting.call', meeting: 'm_two', circle: 'c_harrow', items: [] } as const
  expect(play.refused('bo', { ...call, items: [] })).toBe('meeting_runs')
})

test('M3 the facilitator opens it, with an item or without', () => {
  const play = new Play(six, 'ana').calls('ana', 'Ladder')
  expect(play.refused('bo', { type: 'meeting.open', item: null })).toBe('not_facilitator')
  expect(play.refused('ana', { type: 'meeting.open', item: 'i9' })).toBe('unknown_item')
  play.does('ana', { type: 'meeting.open', item: 'i1' })
  expect(play.now).toMatchObject({ stage: 'open', shown: 'i1' })
  expect(play.item.stage).toBe('open')
  expect(play.refused('ana', { type: 'meeting.open', item: null })).toBe('is_open')
})

test('M3 it takes over what the circle is by then, and undoes nobody’s being here', () => {
  const play = new Play(six, 'ana').calls('ana', 'Ladder').here('bo')
  play.does('ana', { type: 'person.add', person: 'gus', as: 'guest' })
  const habits = {
    consentMode: 'simultaneous',
    roundStart: 'rotate',
    alternateDirection: true,
    facilitatorMid: false,
  } as const
  play.toCircle('bo', { type: 'circle.habits', habits })
  play.does('ana', { type: 'meeting.open', item: null })
  expect(play.now.settings).toMatchObject(habits)
  expect(play.now.seats.map((s) => [s.person, s.attendance]).slice(0, 2)).toEqual([
    ['ana', 'present'],
    ['bo', 'present'],
  ])
  expect(play.now.seats.at(-1)?.person).toBe('gus')
})

test('M4 ending it gives what is under way its next step', () => {
  const play = presented()
  expect(play.refused('bo', { type: 'meeting.end', next })).toBe('not_facilitator')
  expect(play.refused('ana', { type: 'meeting.end', next: null })).toBe('reason_needed')
  expect(play.refused('ana', { type: 'meeting.end', next: { when: '', who: null, words: '' } })).toBe('reason_needed')
  play.does('ana', { type: 'meeting.end', next })
  expect(play.now.items.map((i) => [i.stage, i.outcome?.kind ?? null])).toEqual([
    ['closed', 'deferred'],
    ['planned', null],
  ])
  expect(play.circle?.backlog.map((b) => [b.title, b.next?.when ?? null])).toEqual([
    ['Ladder', 'next meeting'],
    ['Bench', null],
  ])
})

test('M4 with nothing under way it needs none', () => {
  const play = objected({}).does('ana', { type: 'consent.announce' }).does('ana', { type: 'meeting.end', next: null })
  expect(play.now.stage).toBe('ended')
  expect(play.refused('ana', { type: 'meeting.end', next: null })).toBe('not_open')
})

test('M5 a meeting ended by mistake is reopened as it was, within two hours', () => {
  const play = asked().says('bo', null)
  const { items, seats } = play.now
  play.does('ana', { type: 'meeting.end', next })
  expect(play.refused('eva', { type: 'meeting.reopen' })).toBe('not_facilitator_or_secretary')
  play.does('bo', { type: 'meeting.reopen' })
  expect(play.now).toMatchObject({ stage: 'open', endedAt: null })
  expect(play.now.items).toEqual(items)
  expect(play.now.seats).toEqual(seats)
  expect(play.circle?.backlog).toEqual([])
  answered(play).does('ana', { type: 'consent.announce' }).does('ana', { type: 'meeting.end', next: null })
  play.clock += 2 * 3_600_000 + 1
  expect(play.refused('ana', { type: 'meeting.reopen' })).toBe('too_late')
})

test('M5 it stays ended once the circle has called another', () => {
  const play = asked().does('ana', { type: 'meeting.end', next })
  expect(play.toCircle('m_two', { type: 'fact.called', taken: [] })).toBeNull()
  expect(play.refused('bo', { type: 'meeting.reopen' })).toBe('meeting_runs')
})

test('M6 sealed answers that nobody opened are gone when it ends, also under a paused item', () => {
  const play = asked('simultaneous').does('bo', { ...none, answer: { is: 'objection', words: 'CANARY' } })
  const sealed = play.log.length
  play.does('ana', { type: 'item.pause' }).does('ana', { type: 'item.open', item: 'i2' })
  expect(JSON.stringify(play.state)).toContain('CANARY')
  play.does('ana', { type: 'meeting.end', next })
  expect(JSON.stringify(play.state)).not.toContain('CANARY')
  expect(play.log.at(-1)?.events).toContainEqual(expect.objectContaining({ destroys: [sealed] }))
  play.does('ana', { type: 'meeting.reopen' }).does('ana', { type: 'item.pause' })
  play.does('ana', { type: 'item.open', item: 'i1' })
  expect(play.consent.answers?.given).toEqual({})
  for (const person of six) play.does(person, none)
  play.does('ana', { type: 'consent.open' })
  expect(play.consent.objections).toEqual([])
})

test('M7 whoever has no seat does nothing in it', () => {
  const play = opened()
  expect(play.refused('gus', { type: 'here', remote: false, for: null })).toBe('not_member')
  expect(play.refused('gus', { type: 'aside.full' })).toBe('not_member')
  expect(play.refused('gus', { type: 'undo', seq: 1 })).toBe('not_facilitator')
})

test('M8 commands to a process name one that runs', () => {
  const play = talking()
  expect(play.refused('bo', { type: 'turn.done', process: 'i7.1' })).toBe('unknown_process')
  play.does('ana', { type: 'item.pause' })
  expect(play.refused('bo', { type: 'turn.done', process: 'i3.1', ask: 9, turn: 9 })).toBe('moved_on')
})

test('M9 a refusal changes nothing', () => {
  const play = asked()
  const before = JSON.stringify([play.state, play.circle, play.log.length])
  play.refused('cleo', none)
  expect(JSON.stringify([play.state, play.circle, play.log.length])).toBe(before)
})

test('G1 while people gather any member adds an item; in the meeting facilitator or secretary do', () => {
  const play = new Play(six, 'ana').calls('ana').here('bo', 'eva')
  const add = { type: 'item.add', title: 'Swing', kind: 'decide' } as const
  play.does('eva', add)
  expect(play.now.items[0]).toMatchObject({ id: 'i1', title: 'Swing', lead: 'eva', kind: 'decide', stage: 'planned' })
  expect(play.refused('eva', { ...add, title: '' })).toBe('blank')
  play.does('ana', { type: 'person.add', person: 'gus', as: 'guest' })
  expect(play.refused('gus', add)).toBe('not_facilitator_or_secretary')
  play
    .does('ana', { type: 'role.set', role: 'secretary', person: 'bo' })
    .does('ana', { type: 'meeting.open', item: null })
  expect(play.refused('eva', add)).toBe('not_facilitator_or_secretary')
  play.does('bo', add)
  expect(play.now.items.map((i) => i.id)).toEqual(['i1', 'i2'])
})

test('G2 at most one item is open', () => {
  const play = presented()
  expect(play.refused('ana', { type: 'item.open', item: 'i2' })).toBe('other_item_open')
  expect(play.refused('bo', { type: 'item.open', item: 'i2' })).toBe('not_facilitator')
  play.does('ana', { type: 'item.pause' }).does('ana', { type: 'item.open', item: 'i2' })
  expect(play.now.items.map((i) => i.stage)).toEqual(['paused', 'open'])
})

test('G3 pausing keeps everything, also sealed answers, and goes on there', () => {
  const play = asked('simultaneous').does('bo', none).does('cleo', none)
  const { runs } = play.item
  play.does('ana', { type: 'item.pause' })
  expect(play.refused('dan', { ...none, process: 'i1.1', ask: 1, turn: null })).toBe('moved_on')
  play.does('ana', { type: 'item.open', item: 'i1' })
  expect(play.item.runs).toEqual(runs)
  for (const person of ['ana', 'dan', 'eva', 'finn']) play.does(person, none)
  play.does('ana', { type: 'consent.open' })
  expect(play.consent.step.stage).toBe('acknowledge')
})

test('G3 a spoken round too', () => {
  const play = asked().says('bo', null)
  const before = turns(play)
  play.does('ana', { type: 'item.pause' }).does('ana', { type: 'item.open', item: 'i1' })
  expect(turns(play)).toEqual(before)
})

test('G4 an item is dropped by the facilitator while people gather, with consent afterwards', () => {
  const play = new Play(six, 'ana').calls('ana', 'Ladder', 'Bench').here('bo')
  expect(play.refused('bo', { type: 'item.drop', item: 'i1' })).toBe('not_facilitator')
  play.does('ana', { type: 'item.drop', item: 'i1' })
  expect(play.now.items.map((i) => i.id)).toEqual(['i2'])
  play.does('ana', { type: 'meeting.open', item: null })
  expect(play.refused('ana', { type: 'item.drop', item: 'i2' })).toBe('needs_consent')
  play.does('ana', { type: 'aside.put', text: 'No bench?', form: 'aloud', does: { type: 'item.drop', item: 'i2' } })
  play.does('ana', { type: 'aside.agree', aside: play.now.aside!.seq })
  expect(play.now.items[0]).toMatchObject({ stage: 'closed', outcome: { kind: 'dropped' } })
  expect(play.refused('ana', { type: 'item.open', item: 'i2' })).toBe('is_closed')
})

test('G5 its lead, facilitator or secretary word an item until it is opened', () => {
  const play = opened()
  const fields = { ...play.now.items[0]!.draft, text: 'A ladder' }
  expect(play.refused('eva', { type: 'item.draft', item: 'i1', fields, over: 0 })).toBe('not_yours')
  expect(play.refused('eva', { type: 'item.rename', item: 'i1', title: 'x' })).toBe('not_yours')
  play.does('bo', { type: 'item.draft', item: 'i1', fields, over: 0 })
  expect(play.refused('ana', { type: 'item.draft', item: 'i1', fields: { ...fields, text: 'x' }, over: 0 })).toBe(
    'text_changed',
  )
  expect(play.refused('ana', { type: 'item.draft', item: 'i1', fields: { ...fields, by: 'gus' }, over: 99 })).toBe(
    'text_changed',
  )
  play
    .does('ana', { type: 'item.rename', item: 'i1', title: 'A ladder' })
    .does('ana', { type: 'item.open', item: 'i1' })
  expect(play.refused('ana', { type: 'item.draft', item: 'i1', fields: { ...fields, text: 'x' }, over: 0 })).toBe(
    'presented',
  )
})

test('G6 an item that is talked about closes with what comes next, and not in the middle of a round', () => {
  const play = talking()
  expect(play.refused('ana', { type: 'item.close', next })).toBe('round_running')
  play.does('ana', { type: 'round.heard', over: [] })
  expect(play.refused('bo', { type: 'item.close', next })).toBe('not_facilitator')
  expect(play.refused('ana', { type: 'item.close', next: { when: '', who: null, words: '' } })).toBe('reason_needed')
  play.does('ana', { type: 'item.close', next })
  expect(play.now.items.at(-1)).toMatchObject({ stage: 'closed', outcome: { kind: 'explored', next } })
})

test('G7 a decision closes by itself, and not otherwise', () => {
  expect(presented().refused('ana', { type: 'item.close', next })).toBe('not_now')
  const play = objected({}).does('ana', { type: 'consent.announce' })
  expect(play.item).toMatchObject({ stage: 'closed', running: false, outcome: { kind: 'decided' } })
})

test('G8 items change places by facilitator or secretary', () => {
  const play = opened()
  expect(play.refused('eva', { type: 'item.move', item: 'i2', by: -1 })).toBe('not_facilitator_or_secretary')
  play.does('bo', { type: 'item.move', item: 'i2', by: -1 })
  expect(play.now.items.map((i) => i.id)).toEqual(['i2', 'i1'])
})

test('G9 an item whose lead has left the circle is the facilitator’s to bring', () => {
  const play = new Play(six, 'ana').calls('ana').here('eva')
  play.does('eva', { type: 'item.add', title: 'Swing', kind: 'decide' })
  play.does('ana', { type: 'seat.remove', person: 'eva' }).does('ana', { type: 'meeting.open', item: 'i1' })
  expect(play.consent.author).toBe('ana')
})

test('MB1 facilitator and secretary write with one pen, which passes on from someone who is gone', () => {
  const play = opened()
  const write = (text: string, over: number) => ({ type: 'block.write', block: 'meeting', text, over }) as const
  expect(play.refused('eva', write('x', 0))).toBe('not_facilitator_or_secretary')
  play.does('bo', { type: 'pen.take', block: 'meeting' })
  expect(play.refused('ana', write('x', 0))).toBe('pen_elsewhere')
  play.unreachable = { bo: play.clock }
  play.does('ana', write('Eva brought cake.', 0))
  expect(play.now).toMatchObject({
    pen: { person: 'ana' },
    blocks: { meeting: { text: 'Eva brought cake.', by: 'ana' } },
  })
  expect(play.refused('ana', { type: 'pen.take', block: 'i9' })).toBe('unknown_item')
  play.does('ana', { type: 'pen.leave' })
  expect(play.now.pen).toBeNull()
})

test('MB2 a sentence names the one it changes', () => {
  const play = opened().does('bo', { type: 'block.write', block: 'i1', text: 'one', over: 0 })
  const { seq } = play.now.blocks.i1!
  expect(play.refused('bo', { type: 'block.write', block: 'i1', text: 'two', over: 0 })).toBe('text_changed')
  play.does('bo', { type: 'block.write', block: 'i1', text: 'two', over: seq })
  expect(play.now.blocks.i1?.text).toBe('two')
})

test('V1 V2 everyone sees every number, and folding what one sees is what one sees of the state', () => {
  const play = asked('simultaneous').does('bo', { ...none, answer: { is: 'objection', words: 'CANARY' } })
  play.does('bo', { ...none, replaces: play.log.length })
  for (const person of [...six, null]) {
    const seen = play.log.map((entry) => meetingStream.seeEntry(entry, { person }))
    expect(seen.map((e) => e.seq)).toEqual(play.log.map((e) => e.seq))
    const folded = seen.reduce((state, entry) => meetingStream.evolve(state, entry), meetingStream.initial)
    expect(folded).toEqual(meetingStream.seeState(play.state, { person }))
    expect(JSON.stringify(seen).includes('CANARY')).toBe(person === 'bo')
  }
})

test('V3 that somebody changed what they had sealed is told to nobody else, not when it goes either', () => {
  for (const last of [{ type: 'consent.step', to: 'clarify' } as const, { type: 'meeting.end', next } as const]) {
    const play = asked('simultaneous').does('bo', none)
    play.does('bo', { ...none, replaces: play.log.length }).does('ana', last)
    const gone = play.log.at(-1)!
    expect(gone.events).toContainEqual(expect.objectContaining({ of: ['bo'], destroys: [gone.seq - 2, gone.seq - 1] }))
    for (const person of [...six, null]) {
      const told = meetingStream.seeEntry(gone, { person }).events.find((e) => e.type === 'sealed.destroyed')
      expect(told).toEqual({ type: 'sealed.destroyed', process: 'i1.1', slot: expect.any(String), of: ['bo'] })
    }
  }
})

test('P1 the circle hears of the meeting from its beginning to its end', () => {
  const play = presented().does('ana', { type: 'person.add', person: 'gus', as: 'member' })
  play.does('ana', { type: 'seat.move', person: 'gus', by: -1 })
  play.does('ana', { type: 'role.set', role: 'backup', person: 'eva' })
  play.does('ana', { type: 'consent.anything' })
  play.does('ana', { type: 'consent.ask', mode: 'spoken', start: 'cleo', direction: -1 })
  answered(play).does('ana', { type: 'consent.announce' }).does('ana', { type: 'meeting.end', next: null })
  expect(play.circle).toMatchObject({
    members: ['ana', 'bo', 'cleo', 'dan', 'eva', 'gus', 'finn'],
    lastRound: { start: 'cleo', direction: -1 },
    facilitator: 'ana',
    secretary: 'bo',
    backup: 'eva',
    running: null,
    ended: [{ id: 'm_one', stage: 'ended' }],
    backlog: [{ title: 'Bench' }],
    decisions: [{ id: 'd1', title: 'Ladder', meeting: 'm_one' }],
  })
  expect(play.register).toMatchObject({
    meetings: [{ id: 'm_one', stage: 'ended' }],
    decisions: [{ id: 'd1', title: 'Ladder', meeting: 'm_one', facilitators: ['ana'] }],
  })
})
