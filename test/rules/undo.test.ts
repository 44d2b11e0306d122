import { expect, test } from 'vitest'
import type { Said } from '../support/filled.ts'
import { Play } from '../support/play.ts'
import { answered, asked, marks, objected, opened, presented, six, talking } from '../support/started.ts'

const none = { type: 'consent.answer', replaces: null, answer: { is: 'none' }, for: null } as const
const ask = { type: 'consent.ask', mode: null, start: null, direction: null } as const

function undo(play: Play, by = 'ana'): Play {
  return play.does(by, { type: 'undo', seq: play.log.length })
}

function bare({ state }: Play): unknown {
  return { ...state, back: null }
}

const round = { type: 'consent.round', round: 'reaction', start: null, direction: null } as const
const off = { type: 'consent.defer', when: 'June', who: 'eva', words: '' } as const
const on = { type: 'consent.refer', to: 'other circle', words: 'price', who: null, when: '' } as const
const aside = { type: 'aside.put', text: 'Ten more minutes?', form: 'aloud', does: null } as const

function withAside(play: Play): Play {
  return play.does('ana', aside)
}

function hearing(): Play {
  return objected().does('ana', { type: 'objection.hear', objection: 'o1' })
}

/** Acts of the facilitator's, each from a moment in which it can be done. */
const acts: readonly (readonly [() => Play, (play: Play) => Said])[] = [
  [() => talking(), () => ({ type: 'turn.done' })],
  [() => talking(), () => ({ type: 'turn.pass' })],
  [() => talking(), () => ({ type: 'turn.later' })],
  [() => talking(), () => ({ type: 'turn.skip' })],
  [() => talking(), () => ({ type: 'turn.give', to: 'eva' })],
  [() => talking(), () => ({ type: 'turn.move', person: 'eva', by: 1 })],
  [() => talking().does('bo', { type: 'turn.done' }), () => ({ type: 'turn.back' })],
  [() => talking().does('bo', { type: 'turn.pass' }), () => ({ type: 'turn.unpass', for: 'bo' })],
  [
    () => talking().does('ana', { type: 'person.add', person: 'gus', as: 'guest' }).here('gus'),
    () => ({ type: 'turn.invite', person: 'gus' }),
  ],
  [() => talking(), () => ({ type: 'round.pause' })],
  [() => talking().does('ana', { type: 'round.pause' }), () => ({ type: 'round.resume' })],
  [() => talking(), () => ({ type: 'round.heard', over: [] })],
  [() => talking(), () => ({ type: 'round.end' })],
  [() => talking(), () => ({ type: 'round.restart', reason: 'so' })],
  [() => talking().does('ana', { type: 'round.heard', over: [] }), () => ({ type: 'round.again' })],
  [
    () => talking().does('ana', { type: 'round.end' }),
    () => ({ type: 'item.close', next: { when: 'x', who: null, words: '' } }),
  ],
  [() => opened(), () => ({ type: 'item.open', item: 'i2' })],
  [() => opened(), () => ({ type: 'item.add', title: 'Swing', kind: 'talk' })],
  [() => opened(), () => ({ type: 'item.rename', item: 'i1', title: 'Ladders' })],
  [() => opened(), () => ({ type: 'item.move', item: 'i1', by: 1 })],
  [() => new Play(six, 'ana').calls('ana', 'Ladder'), () => ({ type: 'item.drop', item: 'i1' })],
  [() => presented(), () => ({ type: 'item.pause' })],
  [() => presented(), () => round],
  [() => presented(), () => ({ type: 'consent.anything' })],
  [() => presented(), () => ({ type: 'consent.step', to: 'clarify' })],
  [() => presented().does('ana', { type: 'consent.anything' }), () => ({ type: 'consent.restate' })],
  [() => presented().does('ana', { type: 'consent.anything' }), () => ask],
  [() => asked(), () => ({ ...none, for: 'bo' })],
  [() => asked(), () => ({ ...none, answer: { is: 'objection', words: 'x' }, for: 'bo' })],
  [() => asked(), () => ({ ...none, answer: { is: 'not ready', need: 'x' }, for: 'bo' })],
  [() => asked(), () => ({ type: 'consent.step', to: 'clarify' })],
  [
    () => objected({}),
    (play) => ({
      ...none,
      answer: { is: 'objection', words: 'x' },
      for: 'bo',
      replaces: play.consent.answers?.given.bo?.seq ?? null,
    }),
  ],
  [() => objected({}), () => ({ type: 'turn.back' })],
  [() => objected(), () => ({ type: 'objection.hear', objection: 'o1' })],
  [hearing, () => ({ type: 'objection.work', move: 'ideas' })],
  [hearing, () => ({ type: 'objection.mark', objection: 'o1', as: 'heard' })],
  [hearing, () => ({ type: 'objection.ways', objection: 'o1', ways: ['amend'] })],
  [hearing, () => ({ type: 'objection.raise', words: 'x', for: 'eva' })],
  [hearing, () => off],
  [() => presented(), () => on],
  [() => presented(), () => ({ type: 'consent.withdraw' })],
  [() => opened(), () => aside],
  [() => withAside(opened()), (play) => ({ type: 'aside.agree', aside: play.now.aside!.seq })],
  [() => withAside(opened()), (play) => ({ type: 'aside.drop', aside: play.now.aside!.seq })],
  [() => withAside(presented()), (play) => ({ type: 'aside.take_up', aside: play.now.aside!.seq, text: null })],
  [() => opened(), () => ({ type: 'seat.mark', person: 'eva', attendance: 'left', confirmed: false })],
  [() => asked(), () => ({ type: 'seat.mark', person: 'bo', attendance: 'out', confirmed: false })],
  [() => opened({ missing: ['eva'] }), () => ({ type: 'here', remote: false, for: 'eva' })],
  [() => opened(), () => ({ type: 'seat.no_device', people: ['eva', 'finn'] })],
  [() => opened(), () => ({ type: 'seat.remote', person: 'eva', remote: true })],
  [() => opened(), () => ({ type: 'seat.move', person: 'eva', by: 1 })],
  [() => opened(), () => ({ type: 'role.set', role: 'backup', person: 'eva' })],
  [() => opened(), () => ({ type: 'role.set', role: 'secretary', person: null })],
  [() => opened(), () => ({ type: 'chair.offer', to: 'eva' })],
]

test('U1 U2 the facilitator may undo their last act, and everything is as it was before', () => {
  for (const [from, what] of acts) {
    const play = from()
    const said = what(play)
    const before = bare(play)
    const { circle } = play
    play.does('ana', said)
    expect(bare(play), said.type).not.toEqual(before)
    expect(play.state?.back, said.type).toMatchObject({ seq: play.log.length, by: 'ana' })
    undo(play)
    expect(bare(play), said.type).toEqual(before)
    const { lastRound, members, secretary, backup } = play.circle!
    expect({ lastRound, members, secretary, backup }, said.type).toEqual({
      lastRound: circle?.lastRound ?? null,
      members: circle?.members,
      secretary: circle?.secretary,
      backup: circle?.backup,
    })
  }
})

test('U1 only until the next accepted command of anyone', () => {
  const play = talking().does('ana', { type: 'turn.done' })
  const { seq } = play.state!.back!
  play.refused('eva', { type: 'turn.done' })
  expect(play.state?.back?.seq).toBe(seq)
  play.does('cleo', { type: 'turn.done' })
  expect(play.attempt('ana', { type: 'undo', seq })).toMatchObject({ code: 'conflict', reason: 'nothing_to_undo' })
})

test('U1 only the one that is named, only once, and by nobody else', () => {
  const play = talking().does('ana', { type: 'turn.done' })
  const { seq } = play.state!.back!
  expect(play.refused('ana', { type: 'undo', seq: seq - 1 })).toBe('nothing_to_undo')
  expect(play.refused('bo', { type: 'undo', seq })).toBe('not_facilitator')
  undo(play)
  expect(play.refused('ana', { type: 'undo', seq })).toBe('nothing_to_undo')
  expect(play.refused('ana', { type: 'undo', seq: play.log.length })).toBe('nothing_to_undo')
})

test('U2 undoing a round’s start brings back where the last one began', () => {
  const play = presented().does('ana', { ...round, start: 'cleo', direction: 1 })
  play.does('ana', { type: 'round.heard', over: [] }).does('ana', { type: 'consent.anything' }).does('ana', ask)
  expect(play.circle?.lastRound?.start).toBe('dan')
  undo(play)
  expect(play.now.lastRound).toEqual({ start: 'cleo', direction: 1 })
  expect(play.circle?.lastRound).toEqual({ start: 'cleo', direction: 1 })
})

test('U3 opening sealed answers, announcing, members and the meeting’s own span stay', () => {
  const sealed = asked('simultaneous')
  for (const person of six) sealed.does(person, none)
  const made = [
    sealed.does('ana', { type: 'consent.open' }),
    objected({}).does('ana', { type: 'consent.announce' }),
    opened().does('ana', { type: 'person.add', person: 'gus', as: 'member' }),
    opened().does('gus', { type: 'join.self', as: 'guest' }).does('ana', { type: 'people.circle' }),
    opened(),
    opened().does('ana', { type: 'meeting.end', next: null }),
    opened().does('ana', { type: 'meeting.end', next: null }).does('ana', { type: 'meeting.reopen' }),
    opened().does('ana', { type: 'seat.remove', person: 'eva' }),
  ]
  for (const play of made) {
    expect(play.state?.back).toBeNull()
    expect(play.refused('ana', { type: 'undo', seq: play.log.length })).toBe('nothing_to_undo')
  }
})

test('U3 whatever destroys sealed answers stays', () => {
  const begun = () => asked('simultaneous').does('bo', none)
  for (const said of [off, on, { type: 'consent.step', to: 'clarify' } as const]) {
    expect(begun().does('ana', said).state?.back).toBeNull()
  }
  const play = begun()
  const does = { type: 'consent.drop', process: 'i1.1', ask: play.consent.ask } as const
  play.does('ana', { ...aside, does }).does('ana', { type: 'aside.agree', aside: play.log.length })
  expect(play.item.outcome?.kind).toBe('dropped')
  expect(play.state?.back).toBeNull()
})

test('U4 what people do for themselves nobody undoes', () => {
  const spoken = asked().says('bo', null)
  const steps = talking().does('bo', { type: 'turn.pass' })
  const own = answered(asked(), {}).does('eva', {
    type: 'seat.mark',
    person: 'eva',
    attendance: 'out',
    confirmed: false,
  })
  for (const play of [spoken, steps, own]) expect(play.state?.back).toBeNull()
  const recorded = marks(asked(), 'finn', 'out').does('bo', { ...none, for: 'bo' })
  expect(recorded.state?.back).toBeNull()
})
