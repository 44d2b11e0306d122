import { expect, test } from 'vitest'
import type { Said } from '../support/filled.ts'
import type { Play } from '../support/play.ts'
import {
  answered,
  asked,
  done,
  marks,
  objected,
  opened,
  presented,
  putAgain,
  six,
  talking,
  turns,
} from '../support/started.ts'

const none = { type: 'consent.answer', replaces: null, answer: { is: 'none' }, for: null } as const
const ask = { type: 'consent.ask', mode: null, start: null, direction: null } as const

/** Refused with this code; nothing is appended and nothing has changed. */
function no(play: Play, by: string, said: Said): string {
  const before = JSON.stringify([play.state, play.circle])
  const head = play.log.length
  const refusal = play.attempt(by, said)
  if (!refusal) throw new Error(`${by} ${said.type} was accepted`)
  expect(JSON.stringify([play.state, play.circle])).toBe(before)
  expect(play.log.length).toBe(head)
  return refusal.code
}

function to(play: Play, said: object): Said {
  return { process: 'i1.1', ask: play.consent.ask, ...said } as Said
}

test('N-S1: consent before the round, after close, while paused', () => {
  expect(no(presented(), 'bo', none)).toBe('wrong_state')
  const over = objected({}).does('ana', { type: 'consent.announce' })
  expect(no(over, 'bo', to(over, { ...none, turn: null }))).toBe('wrong_state')
  expect(no(asked().does('ana', { type: 'round.pause' }), 'bo', none)).toBe('wrong_state')
  const paused = asked().does('ana', { type: 'item.pause' })
  expect(no(paused, 'bo', { ...none, process: 'i1.1', ask: 99, turn: null })).toBe('wrong_state')
})

test('N-S2: consent out of order in a spoken round, and all at once where nobody waits', () => {
  expect(no(asked(), 'finn', none)).toBe('not_your_turn')
  const play = asked('simultaneous').does('finn', none)
  expect(play.consent.answers?.given).toHaveProperty('finn')
})

test('N-S3: consent with the ask of version n−1, with an ask not yet given', () => {
  const play = objected()
  const old = play.consent.ask
  putAgain(play, 'With a lock.')
  expect(no(play, turns(play).speaking!.person, { ...none, ask: old })).toBe('stale_version')
  expect(no(play, turns(play).speaking!.person, { ...none, ask: play.consent.ask + 1 })).toBe('wrong_state')
})

test('N-S4: pass in a consent round', () => {
  expect(no(asked(), 'bo', { type: 'turn.pass' })).toBe('wrong_state')
  expect(no(asked(), 'ana', { type: 'turn.pass' })).toBe('wrong_state')
})

test('N-S5: end a consent round early; adopt with one unanswered, one not ready, one open objection', () => {
  const early: readonly Said[] = [{ type: 'round.end' }, { type: 'round.close' }, { type: 'round.heard', over: [] }]
  for (const said of early) {
    expect(no(asked(), 'ana', said)).toBe('wrong_state')
  }
  const announce = { type: 'consent.announce' } as const
  expect(no(asked().says('bo', null), 'ana', announce)).toBe('wrong_state')
  const lacking = asked('simultaneous')
  for (const person of six.filter((p) => p !== 'eva')) lacking.does(person, none)
  lacking.does('eva', { ...none, answer: { is: 'not ready', need: 'a price' } })
  expect(no(lacking, 'ana', announce)).toBe('wrong_state')
  expect(no(lacking, 'ana', { type: 'consent.open' })).toBe('wrong_state')
  expect(no(objected(), 'ana', announce)).toBe('wrong_state')
  // Members are told that it is the facilitator's, and no names.
  expect(JSON.stringify(lacking.attempt('bo', announce))).not.toContain('eva')
})

test('N-S6: announce twice', () => {
  const play = objected({})
  const said = to(play, { type: 'consent.announce' })
  play.does('ana', said)
  expect(no(play, 'ana', said)).toBe('wrong_state')
  expect(play.register.decisions).toHaveLength(1)
})

test('N-S7: no consent is ever attached to words the person was not shown', () => {
  const play = asked()
  const tap = to(play, { ...none, turn: turns(play).turn })
  // The words change first: the tap on its way meant the old ones.
  play.does('ana', { type: 'consent.step', to: 'wording' })
  const { draft, written } = play.consent.wording
  expect(no(play, 'bo', tap)).toBe('wrong_state')
  play.does('ana', { type: 'wording.write', fields: { ...draft, text: 'Two ladders.' }, over: written })
  play.does('ana', { ...ask, start: 'bo', direction: 1 })
  expect(no(play, 'bo', tap)).toBe('stale_version')
  // The tap came first: it counts for the words it was shown with, and not for the next ones.
  const other = asked().says('bo', null)
  expect(no(other, 'ana', { type: 'wording.write', fields: { ...draft, text: 'Two.' }, over: written })).toBe(
    'wrong_state',
  )
})

test('N-S10: two facilitator devices press "next" together', () => {
  const play = talking()
  const { turn } = turns(play)
  play.does('ana', { type: 'turn.done', turn })
  expect(no(play, 'ana', { type: 'turn.done', turn })).toBe('not_your_turn')
  expect(turns(play).speaking?.person).toBe('cleo')
})

test('N-S11: "I’m done" from someone not speaking, and late from the previous speaker', () => {
  const play = talking()
  expect(no(play, 'dan', { type: 'turn.done' })).toBe('not_your_turn')
  const { turn } = turns(play)
  play.does('bo', { type: 'turn.done' })
  expect(no(play, 'bo', { type: 'turn.done', turn })).toBe('not_your_turn')
  expect(no(play, 'bo', { type: 'turn.done' })).toBe('not_your_turn')
})

test('N-S12: fifty answers from one seat, one answer', () => {
  const play = asked('simultaneous')
  const accepted = Array.from({ length: 50 }, () => play.attempt('bo', none)).filter((refusal) => refusal === null)
  expect(accepted).toHaveLength(1)
  expect(no(play, 'bo', none)).toBe('conflict')
})

test('N-S13: a role removed: what was ordered before counts, what comes after does not', () => {
  const record = { ...none, for: 'cleo' } as const
  const play = asked().says('bo', null).does('bo', record)
  play.does('ana', { type: 'role.set', role: 'secretary', person: null })
  expect(play.consent.answers?.given).toHaveProperty('cleo')
  expect(no(play, 'bo', { ...none, for: 'dan' })).toBe('forbidden')
})

const anything: readonly Said[] = [
  { type: 'here', remote: true, for: null },
  { type: 'seat.mark', person: 'ana', attendance: 'out', confirmed: true },
  { type: 'seat.move', person: 'eva', by: 1 },
  { type: 'person.add', person: 'gus', as: 'guest' },
  { type: 'role.set', role: 'backup', person: 'eva' },
  { type: 'chair.offer', to: 'eva' },
  { type: 'chair.take' },
  { type: 'item.add', title: 'x', kind: 'decide' },
  { type: 'item.open', item: 'i2' },
  { type: 'item.pause' },
  { type: 'item.close', next: { when: 'x', who: null, words: '' } },
  { type: 'item.drop', item: 'i2' },
  { type: 'item.move', item: 'i2', by: -1 },
  { type: 'aside.put', text: 'x', form: 'aloud', does: null },
  { type: 'meeting.open', item: null },
  { type: 'meeting.end', next: null },
  { type: 'turn.done', process: 'i1.1', ask: 1, turn: 1 },
  { type: 'consent.announce', process: 'i1.1', ask: 1 },
]

test('N-S14: any command before a meeting is called, and in one that has ended', () => {
  const uncalled = opened()
  uncalled.state = null
  for (const said of anything) expect(uncalled.attempt('ana', said)?.reason, said.type).toBe('unknown_item')
  const ended = presented().does('ana', { type: 'meeting.end', next: { when: 'x', who: null, words: '' } })
  for (const said of anything) {
    expect(no(ended, 'ana', said), said.type).toMatch(/wrong_state/)
  }
})

test('N-S14: before it is open nothing of the agenda runs', () => {
  const play = opened()
  play.state = null
  play.log.length = 0
  play.around.state = { ...play.circle!, running: null }
  play.calls('ana', 'Ladder', 'Bench')
  for (const type of [
    'item.open',
    'item.pause',
    'item.close',
    'aside.put',
    'meeting.end',
    'consent.announce',
  ] as const) {
    const said = anything.find((one) => one.type === type)!
    expect(['wrong_state', 'not_found'], type).toContain(no(play, 'ana', said))
  }
})

test('N-S14: a reopened meeting goes on', () => {
  const play = asked().does('ana', { type: 'meeting.end', next: { when: 'x', who: null, words: '' } })
  play.does('ana', { type: 'meeting.reopen' })
  answered(play).does('ana', { type: 'consent.announce' })
  expect(play.register.decisions).toHaveLength(1)
})

test('N-S15: a second round while one runs, an item while another is open', () => {
  const round = { round: 'ideas', prompt: '', start: null, direction: null } as const
  expect(no(talking(), 'ana', { type: 'process.begin', item: 'i3', kind: 'round', setup: round })).toBe('wrong_state')
  expect(no(talking(), 'ana', { type: 'item.open', item: 'i2' })).toBe('wrong_state')
  const reacting = presented().does('ana', { type: 'consent.round', round: 'reaction', start: null, direction: null })
  expect(no(reacting, 'ana', { type: 'consent.round', round: 'clarifying', start: null, direction: null })).toBe(
    'wrong_state',
  )
  expect(no(asked(), 'ana', ask)).toBe('wrong_state')
})

test('N-S16: step back twice, and into a decision that is closed', () => {
  const play = done(talking(), 3).does('ana', { type: 'turn.back' })
  expect(no(play, 'ana', { type: 'turn.back' })).toBe('wrong_state')
  const over = objected({}).does('ana', { type: 'consent.announce' })
  expect(no(over, 'ana', to(over, { type: 'turn.back' }))).toBe('wrong_state')
})

test('N-S17: marking someone as gone to shrink who is required is an explicit act, and the decision shows it', () => {
  const play = asked()
  for (const person of ['bo', 'cleo', 'dan', 'eva', 'ana']) {
    if (turns(play).speaking?.person === 'finn') play.does('ana', { type: 'turn.skip' })
    play.says(person, null)
  }
  expect(no(play, 'cleo', { type: 'seat.mark', person: 'finn', attendance: 'absent', confirmed: true })).toBe(
    'forbidden',
  )
  marks(play, 'finn', 'absent').does('ana', { type: 'consent.announce' })
  expect(play.register.decisions[0]).toMatchObject({ effect: 'provisional' })
  expect(play.register.decisions[0]?.consent.find((c) => c.person === 'finn')?.answer).toBe('absent')
})

test('N-S17: not an objector without being asked twice, and their objection stays', () => {
  const play = objected()
  expect(no(play, 'ana', { type: 'seat.mark', person: 'dan', attendance: 'absent', confirmed: false })).toBe(
    'wrong_state',
  )
  marks(play, 'dan', 'absent')
  expect(no(play, 'ana', { type: 'consent.announce' })).toBe('wrong_state')
})

test('N-A4: a guest consents or objects', () => {
  const play = asked('simultaneous').does('ana', { type: 'person.add', person: 'gus', as: 'guest' }).here('gus')
  expect(no(play, 'gus', none)).toBe('forbidden')
  const heard = objected().does('ana', { type: 'person.add', person: 'gus', as: 'guest' }).here('gus')
  heard.does('ana', { type: 'objection.hear', objection: 'o1' })
  expect(no(heard, 'gus', { type: 'objection.raise', words: 'x', for: null })).toBe('forbidden')
})

test('N-A8: a member advances a round, closes it, announces, opens the meeting', () => {
  const play = talking()
  const steering: readonly Said[] = [
    { type: 'turn.skip' },
    { type: 'turn.give', to: 'eva' },
    { type: 'turn.back' },
    { type: 'round.close' },
    { type: 'round.end' },
    { type: 'round.heard', over: [] },
    { type: 'item.pause' },
    { type: 'meeting.end', next: null },
  ]
  for (const person of ['bo', 'cleo', 'eva'])
    for (const said of steering) expect(no(play, person, said)).toBe('forbidden')
  for (const person of ['bo', 'eva']) expect(no(objected({}), person, { type: 'consent.announce' })).toBe('forbidden')
})

test('N-A9: a member edits the proposal after it was presented; the author during consent', () => {
  const play = asked()
  const { draft, written } = play.consent.wording
  const write = { type: 'wording.write', fields: { ...draft, text: 'x' }, over: written } as const
  for (const person of ['eva', 'bo', 'ana']) expect(no(play, person, write)).toBe('wrong_state')
})

test('N-A10: someone else’s objection', () => {
  const play = objected().does('ana', { type: 'objection.hear', objection: 'o1' })
  const words = { phrase: 'x', reason: 'y', aim: '', effect: '' }
  expect(no(play, 'eva', { type: 'objection.write', objection: 'o1', ...words })).toBe('forbidden')
  expect(no(play, 'eva', { type: 'objection.withdraw', objection: 'o1', for: null })).toBe('forbidden')
  expect(no(play, 'ana', { type: 'objection.withdraw', objection: 'o1', for: null })).toBe('forbidden')
  play.does('dan', { type: 'objection.write', objection: 'o1', ...words })
  play.does('ana', { type: 'objection.withdraw', objection: 'o1', for: 'dan' })
  expect(play.log.at(-1)).toMatchObject({ by: 'ana' })
  expect(play.consent.objections[0]?.status).toBe('withdrawn')
})

test('N-A11: the facilitator records for someone with a device, and for someone unknown', () => {
  const play = asked().does('ana', { ...none, for: 'bo' })
  expect(play.consent.answers?.given.bo).toMatchObject({ recordedBy: 'ana', how: 'recorded' })
  expect(no(play, 'ana', { ...none, for: 'gus' })).toBe('not_found')
})

test('N-A12: the secretary records; a participant does not for their neighbour', () => {
  const play = asked()
    .says('bo', null)
    .does('bo', { ...none, for: 'cleo' })
  expect(play.consent.answers?.given.cleo?.recordedBy).toBe('bo')
  expect(no(play, 'eva', { ...none, for: 'dan' })).toBe('forbidden')
})

test('N-A13: a seat that is not one’s own', () => {
  const play = asked()
  expect(no(play, 'eva', { type: 'here', remote: true, for: 'bo' })).toBe('forbidden')
  expect(no(play, 'eva', { type: 'seat.remote', person: 'bo', remote: true })).toBe('forbidden')
  expect(no(play, 'eva', { type: 'seat.mark', person: 'bo', attendance: 'out', confirmed: true })).toBe('forbidden')
})

test('N-A14: two people share a phone, and each answers as themselves', () => {
  const play = asked().does('bo', none).does('cleo', none)
  expect(play.consent.answers?.given).toMatchObject({ bo: { recordedBy: null }, cleo: { recordedBy: null } })
})

test('N-A17: an offer to someone else, an offer that is gone', () => {
  const play = opened().does('ana', { type: 'chair.offer', to: 'eva' })
  expect(no(play, 'finn', { type: 'chair.accept' })).toBe('forbidden')
  play.does('ana', { type: 'chair.decline' })
  expect(no(play, 'eva', { type: 'chair.accept' })).toBe('wrong_state')
})

test('N-A18: the former facilitator uses the right after the hand-over', () => {
  const play = talking().does('ana', { type: 'chair.offer', to: 'eva' }).does('eva', { type: 'chair.accept' })
  expect(no(play, 'ana', { type: 'round.end' })).toBe('forbidden')
  expect(no(play, 'ana', { type: 'undo', seq: play.log.length })).toBe('forbidden')
})

test('N-A19: one person, two devices, different answers', () => {
  const play = asked('simultaneous').does('bo', none)
  const first = play.consent.answers!.given.bo!.seq
  expect(no(play, 'bo', { ...none, answer: { is: 'objection', words: 'x' } })).toBe('conflict')
  play.does('bo', { ...none, answer: { is: 'objection', words: 'x' }, replaces: first })
  expect(no(play, 'bo', { ...none, replaces: first })).toBe('conflict')
})

test('N-A20: the back-up takes the chair while the facilitator is connected', () => {
  const play = opened().does('ana', { type: 'role.set', role: 'backup', person: 'eva' })
  play.clock += 3_600_000
  expect(no(play, 'eva', { type: 'chair.take' })).toBe('wrong_state')
})

test('N-S20: undo of something others built on', () => {
  const play = asked().does('ana', { ...none, for: 'bo' })
  const { seq } = play.state!.back!
  play.says('cleo', null)
  expect(no(play, 'ana', { type: 'undo', seq })).toBe('conflict')
})

test('N-S14: a command that only another kind of process knows is refused, not an accident', () => {
  const round = talking()
  const { ask } = round.round
  for (const type of ['consent.announce', 'consent.open', 'consent.recheck', 'wording.take'])
    expect(no(round, 'ana', { type, process: 'i3.1', ask } as Said)).toBe('wrong_state')
  const decision = presented().does('ana', { type: 'consent.round', round: 'reaction', start: null, direction: null })
  expect(no(decision, 'ana', to(decision, { type: 'round.again' }))).toBe('wrong_state')
})

test('N-A8: whoever has the chair, also for one item alone, cannot be taken off their seat', () => {
  const play = opened().does('ana', { type: 'item.add', title: 'Roof', kind: 'talk' })
  play.does('ana', { type: 'item.open', item: 'i3' })
  play.does('ana', { type: 'aside.put', text: 'Eva leads', form: 'aloud', does: { type: 'chair.give', to: 'eva' } })
  play.does('ana', { type: 'aside.agree', aside: play.now.aside?.seq ?? 0 })
  expect(no(play, 'eva', { type: 'seat.remove', person: 'eva' })).toBe('wrong_state')
  expect(no(play, 'eva', { type: 'seat.remove', person: 'ana' })).toBe('wrong_state')
})

test('N-A25 N-S17: an objection under a paused item keeps its owner in the meeting as well', () => {
  const play = objected().does('ana', { type: 'item.pause' })
  const left = { type: 'seat.mark', person: 'dan', attendance: 'left', confirmed: false } as const
  expect(no(play, 'ana', left)).toBe('wrong_state')
  expect(no(play, 'ana', { type: 'seat.remove', person: 'dan' })).toBe('wrong_state')
  expect(play.attempt('ana', { type: 'seat.remove', person: 'eva' })).toBeNull()
})
