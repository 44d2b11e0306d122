import { expect, test } from 'vitest'
import type { Play } from '../support/play.ts'
import { waiting } from '../support/register.ts'
import {
  answered,
  asked,
  done,
  ladder,
  marks,
  objected,
  opened,
  presented,
  putAgain,
  turns,
} from '../support/started.ts'

const ask = { type: 'consent.ask', mode: null, start: null, direction: null } as const
const reaction = { type: 'consent.round', round: 'reaction', start: null, direction: null } as const
const clarifying = { ...reaction, round: 'clarifying' } as const

function stage(play: Play): string {
  return play.consent.step.stage
}

function write(play: Play, text: string) {
  const { draft, written } = play.consent.wording
  return { type: 'wording.write', fields: { ...draft, text }, over: written } as const
}

/** Before the words are put, with a reaction round behind it. */
function reacted(): Play {
  return presented().does('ana', reaction).does('ana', { type: 'round.heard', over: [] })
}

test('C1 a decision begins presented, in its author’s words', () => {
  const play = presented()
  expect(play.consent).toMatchObject({
    author: 'ana',
    step: { stage: 'present' },
    wording: { draft: { text: ladder }, versions: [] },
    answers: null,
    objections: [],
  })
})

test('C2 leaving PRESENT gives the words their first number', () => {
  for (const command of [clarifying, reaction, { type: 'consent.anything' }, { type: 'consent.step', to: 'wording' }]) {
    const play = presented().does('ana', command as typeof reaction)
    expect(play.consent.wording.versions.map((v) => v.n)).toEqual([1])
  }
})

test('C2 changes while it is presented make no version', () => {
  const play = presented()
  play.does('ana', write(play, 'Two ladders.')).does('ana', clarifying)
  expect(play.consent.wording.versions.map((v) => v.fields.text)).toEqual(['Two ladders.'])
})

test('C3 nothing is asked of a proposal without words', () => {
  const play = opened().does('ana', { type: 'item.open', item: 'i1' })
  for (const command of [reaction, { type: 'consent.anything' }, { type: 'consent.step', to: 'clarify' }]) {
    expect(play.refused('ana', command as typeof reaction)).toBe('no_proposal_text')
  }
})

test('C4 consent is asked for after reactions, or after "anything before we consent?"', () => {
  const play = presented().does('ana', clarifying).does('ana', { type: 'round.heard', over: [] })
  expect(play.refused('ana', ask)).toBe('react_first')
  expect(play.refused('ana', { type: 'consent.restate' })).toBe('react_first')
  play.does('ana', reaction)
  expect(play.refused('ana', ask)).toBe('round_running')
  play.does('ana', { type: 'round.heard', over: [] }).does('ana', ask)
  expect(stage(play)).toBe('consent')
  expect(stage(presented().does('ana', { type: 'consent.anything' }).does('ana', ask))).toBe('consent')
})

test('C4 not from PRESENT, and not twice', () => {
  expect(presented().refused('ana', ask)).toBe('not_now')
  expect(asked().refused('ana', ask)).toBe('not_now')
  expect(objected({}).refused('ana', ask)).toBe('not_now')
})

test('C5 restating freezes the exact words', () => {
  const play = reacted()
  play.does('ana', { type: 'consent.step', to: 'wording' }).does('ana', write(play, 'Two ladders.'))
  play.does('ana', { type: 'consent.restate' })
  expect(stage(play)).toBe('restate')
  expect(play.consent.wording.versions.map((v) => v.fields.text)).toEqual([ladder, 'Two ladders.'])
  play.does('ana', ask)
  expect(play.consent.answers?.version).toBe(2)
})

test('C6 until the result stands the facilitator may step back to each earlier step', () => {
  const from: readonly (readonly [string, () => Play])[] = [
    ['clarify', () => presented().does('ana', { type: 'consent.step', to: 'clarify' })],
    ['react', () => presented().does('ana', { type: 'consent.step', to: 'react' })],
    ['wording', () => presented().does('ana', { type: 'consent.anything' })],
    ['restate', () => reacted().does('ana', { type: 'consent.restate' })],
    ['consent', () => asked()],
  ]
  for (const [at, make] of from) {
    for (const to of ['present', 'clarify', 'react', 'wording'] as const) {
      const play = make()
      expect(stage(play)).toBe(at)
      const before = play.consent.ask
      play.does('ana', { type: 'consent.step', to })
      expect(stage(play)).toBe(to)
      if (to !== at) expect(play.consent.ask).toBeGreaterThan(before)
    }
  }
})

test('C6 not from the result, and nobody but the facilitator', () => {
  expect(objected({}).refused('ana', { type: 'consent.step', to: 'clarify' })).toBe('not_now')
  expect(asked().refused('bo', { type: 'consent.step', to: 'clarify' })).toBe('not_facilitator')
  expect(presented().refused('eva', { type: 'consent.step', to: 'clarify' })).toBe('not_facilitator')
})

test('C7 leaving a consent round archives its answers, and the next is a new round on the same words', () => {
  const play = asked().says('bo', null).does('ana', { type: 'consent.step', to: 'clarify' })
  expect(play.consent.answers).toBeNull()
  expect(play.consent.past.map((p) => Object.keys(p.given))).toEqual([['bo']])
  play.does('ana', ask)
  expect(play.consent.answers).toMatchObject({ version: 1, given: {} })
  expect(turns(play).ended).toEqual({})
})

test('C8 one round at a time', () => {
  const play = presented().does('ana', clarifying)
  expect(play.refused('ana', reaction)).toBe('round_running')
  expect(play.refused('ana', { type: 'consent.step', to: 'react' })).toBe('round_running')
  expect(play.refused('ana', { type: 'consent.anything' })).toBe('round_running')
  expect(asked().refused('ana', reaction)).toBe('not_now')
})

test('C8 ideas and what we make of it are rounds about objections', () => {
  const ideas = { ...reaction, round: 'ideas' } as const
  expect(presented().refused('ana', ideas)).toBe('not_now')
  const play = objected().does('ana', { type: 'objection.hear', objection: 'o1' }).does('ana', ideas)
  expect(turns(play).kind).toBe('ideas')
  done(play, 6)
    .does('ana', { type: 'round.close' })
    .does('ana', { ...ideas, round: 'exploration' })
  expect(stage(play)).toBe('objections')
})

test('C9 a complete round shows its result, and decides nothing', () => {
  const play = objected({})
  expect(stage(play)).toBe('acknowledge')
  expect(play.item.stage).toBe('open')
  expect(play.register.decisions).toEqual([])
})

test('C10 from a result with an objection the way leads through hearing it', () => {
  const play = objected()
  expect(play.refused('ana', { type: 'consent.announce' })).toBe('objection_open')
  expect(play.refused('ana', { type: 'objection.work', move: 'ideas' })).toBe('not_now')
  play.does('ana', { type: 'objection.hear', objection: 'o1' })
  expect(stage(play)).toBe('objections')
})

test('C11 wording comes after all were heard', () => {
  const play = objected({ dan: 'stolen', eva: 'long' }).does('ana', { type: 'objection.hear', objection: 'o2' })
  play.does('ana', { type: 'objection.work', move: 'wording' }).does('ana', write(play, 'With a lock.'))
  const refusal = play.attempt('ana', ask)
  expect(refusal).toMatchObject({ reason: 'hear_first', with: { who: { people: ['dan'] } } })
  play.does('ana', { type: 'objection.hear', objection: 'o1' }).does('ana', { type: 'objection.work', move: 'wording' })
  play.does('ana', ask)
  expect(play.consent.objections.map((o) => o.status)).toEqual(['addressed', 'addressed'])
})

function withdrawn(play: Play): Play {
  play.does('ana', { type: 'objection.hear', objection: 'o1' })
  const words = { phrase: 'stolen', reason: 'it was', aim: '', effect: '' }
  play.does('dan', { type: 'objection.write', objection: 'o1', ...words })
  return play.does('dan', { type: 'objection.withdraw', objection: 'o1', for: null })
}

test('C13 when every objection was withdrawn only former objectors are asked, and the other answers stand', () => {
  const play = objected()
  expect(play.refused('ana', { type: 'consent.recheck' })).toBe('not_now')
  play.does('ana', { type: 'objection.hear', objection: 'o1' })
  expect(play.refused('ana', { type: 'consent.recheck' })).toBe('objection_open')
  const again = withdrawn(objected()).does('ana', { type: 'consent.recheck' })
  expect(again.consent.answers).toMatchObject({ version: 1, recheck: ['dan'] })
  expect(Object.keys(again.consent.answers?.given ?? {}).sort()).toEqual(['ana', 'bo', 'cleo', 'eva', 'finn'])
  again.says('dan', null)
  expect(stage(again)).toBe('acknowledge')
  again.does('ana', { type: 'consent.announce' })
  expect(again.register.decisions[0]).toMatchObject({ effect: 'adopted', version: 1 })
  expect(again.register.decisions[0]?.objections).toMatchObject([{ status: 'withdrawn' }])
})

test('C13 anyone else may change theirs in it, and it does not count for the rotation', () => {
  const play = withdrawn(objected())
  const { lastRound } = play.now
  play.does('ana', { type: 'consent.recheck' }).says('eva', 'too long')
  expect(play.now.lastRound).toEqual(lastRound)
  play.says('dan', null)
  expect(play.consent.objections.map((o) => [o.by, o.status])).toEqual([
    ['dan', 'withdrawn'],
    ['eva', 'raised'],
  ])
})

test('C13 whoever came while it was worked on is asked as well', () => {
  const play = answered(asked('spoken', { missing: ['finn'] }), { dan: 'stolen' })
  withdrawn(play).here('finn').does('ana', { type: 'consent.recheck' })
  expect(play.consent.answers?.recheck).toEqual(['dan', 'finn'])
  play.says('dan', null)
  expect(stage(play)).toBe('consent')
  play.says('finn', null).does('ana', { type: 'consent.announce' })
  expect(play.register.decisions[0]).toMatchObject({ effect: 'adopted' })
})

test('C13 new words are put to everyone', () => {
  const play = withdrawn(objected())
  play.does('ana', { type: 'objection.work', move: 'wording' }).does('ana', write(play, 'With a lock.'))
  expect(play.refused('ana', { type: 'consent.recheck' })).toBe('wording_changed')
})

test('C14 announcing is the facilitator’s, after the result, with nothing open', () => {
  expect(objected({}).refused('bo', { type: 'consent.announce' })).toBe('not_facilitator')
  expect(asked().refused('ana', { type: 'consent.announce' })).toBe('answers_missing')
  expect(objected().refused('ana', { type: 'consent.announce' })).toBe('objection_open')
  expect(presented().refused('ana', { type: 'consent.announce' })).toBe('not_now')
  const play = objected({}).does('ana', { type: 'consent.announce' })
  expect(play.consent.step).toMatchObject({ stage: 'decided', effect: 'adopted', facilitator: 'ana' })
  expect(play.item).toMatchObject({ stage: 'closed', outcome: { kind: 'decided' } })
  expect(play.state?.back).toBeNull()
})

test('C14 an objector who is gone still objects', () => {
  const play = objected()
  expect(play.refused('ana', { type: 'seat.mark', person: 'dan', attendance: 'left', confirmed: false })).toBe(
    'objection_stands',
  )
  marks(play, 'dan', 'left')
  expect(play.refused('ana', { type: 'consent.announce' })).toBe('objection_open')
})

test('C15 with someone absent the decision is provisional, or on hold', () => {
  for (const absenteeEffect of ['provisional', 'on-hold'] as const) {
    const play = answered(asked('spoken', { missing: ['finn'], settings: { absenteeEffect } }))
    play.does('ana', { type: 'consent.announce' })
    expect(play.register.decisions[0]).toMatchObject({ effect: absenteeEffect, absentHours: 72 })
    expect(play.consent.step).toMatchObject({ absent: ['finn'] })
  }
})

test('C15 whoever was only out for a moment is not absent: they answer first', () => {
  const play = marks(asked(), 'finn', 'out')
  for (const person of ['bo', 'cleo', 'dan', 'eva', 'ana']) play.says(person, null)
  expect(play.refused('ana', { type: 'consent.announce' })).toBe('answers_missing')
  play.here('finn').says('finn', null)
  expect(play.consent.step.stage).toBe('acknowledge')
})

test('C16 the record holds each required person once, with how they answered', () => {
  const play = asked('spoken', { missing: ['finn', 'eva'] })
  play.does('cleo', { type: 'seat.remote', person: 'cleo', remote: true })
  const of = (person: string) =>
    ({ type: 'consent.answer', replaces: null, answer: { is: 'none' }, for: person }) as const
  play.says('bo', null).says('cleo', null).does('bo', of('dan')).does('ana', of('eva'))
  answered(play).does('ana', { type: 'person.add', person: 'gus', as: 'guest' }).here('gus')
  play.does('ana', { type: 'consent.announce' })
  const decision = play.register.decisions[0]
  expect(decision?.consent.map((c) => [c.person, c.answer, c.how, c.recordedBy])).toEqual([
    ['ana', 'no objection', 'self', null],
    ['bo', 'no objection', 'self', null],
    ['cleo', 'no objection', 'remote', null],
    ['dan', 'no objection', 'recorded', 'bo'],
    ['eva', 'no objection', 'telephone', 'ana'],
    ['finn', 'absent', 'absent', null],
  ])
  expect(decision).toMatchObject({ facilitator: 'ana', guests: ['gus'], title: 'Ladder', kind: 'policy' })
})

test('C17 putting it off names when and who prepares it, and carries the objections along', () => {
  const play = objected()
  const off = { type: 'consent.defer', when: 'in June', who: 'eva', words: 'ask the neighbours' } as const
  expect(play.refused('bo', off)).toBe('not_facilitator')
  expect(play.refused('ana', { ...off, when: '' })).toBe('blank')
  expect(play.refused('ana', { ...off, who: 'gus' })).toBe('unknown_person')
  play.does('ana', off)
  expect(play.item).toMatchObject({
    stage: 'closed',
    outcome: { kind: 'deferred', next: { when: 'in June', who: 'eva', to: null }, adds: [] },
  })
  expect(play.consent.objections[0]?.status).toBe('carried')
  play.does('ana', { type: 'meeting.end', next: null })
  const left = waiting(play.around).find(({ title }) => title === 'Ladder')
  expect(left?.travels).toMatchObject({
    draft: { text: ladder },
    carry: {
      objections: [{ id: 'o1', by: 'dan', status: 'carried', phrase: 'it will be stolen' }],
      versions: [{ n: 1, fields: { text: ladder } }],
      earlier: null,
    },
  })
})

test('C18 passing it on says to whom it goes and what they are asked', () => {
  const on = { type: 'consent.refer', to: 'helping circle', words: 'find a price', who: 'eva', when: 'June' } as const
  const play = objected()
  expect(play.refused('ana', { ...on, words: '' })).toBe('blank')
  play.does('ana', on)
  expect(play.item.outcome).toMatchObject({ kind: 'referred', next: { words: 'find a price', to: 'helping circle' } })
  expect(play.consent.objections[0]?.status).toBe('carried')
})

test('C19 dropping it needs the circle’s consent, and its objections lapse', () => {
  const play = objected()
  expect(play.refused('ana', { type: 'consent.drop' })).toBe('needs_consent')
  const does = { type: 'consent.drop', process: 'i1.1', ask: play.consent.ask } as const
  play.does('ana', { type: 'aside.put', text: 'We let it be?', form: 'aloud', does })
  play.does('ana', { type: 'aside.agree', aside: play.now.aside!.seq })
  expect(play.item).toMatchObject({ stage: 'closed', outcome: { kind: 'dropped' } })
  expect(play.consent.objections[0]?.status).toBe('lapsed')
})

test('C20 its author may withdraw it until it has left presenting for the first time', () => {
  expect(presented().refused('eva', { type: 'consent.withdraw' })).toBe('not_yours')
  const play = presented().does('ana', { type: 'consent.withdraw' })
  expect(play.item.outcome).toMatchObject({ kind: 'withdrawn', next: null })
  const late = presented().does('ana', clarifying).does('ana', { type: 'round.heard', over: [] })
  expect(late.refused('ana', { type: 'consent.withdraw' })).toBe('presented')
  late.does('ana', { type: 'consent.step', to: 'present' })
  expect(late.refused('ana', { type: 'consent.withdraw' })).toBe('presented')
})

test('C21 once decided nothing more is done to it', () => {
  const play = objected({}).does('ana', { type: 'consent.announce' })
  const aim = { process: 'i1.1', ask: play.consent.ask }
  const change = { type: 'consent.answer', turn: null, replaces: null, answer: { is: 'none' }, for: null } as const
  expect(play.refused('bo', { ...change, ...aim })).toBe('moved_on')
  expect(play.refused('ana', { type: 'consent.step', to: 'clarify', ...aim })).toBe('moved_on')
  expect(play.refused('ana', { type: 'turn.back', ...aim })).toBe('moved_on')
})

test('C22 a step back from the result reopens one answer on the same words', () => {
  const play = objected({ dan: 'stolen', ana: 'no money' }).does('ana', { type: 'turn.back' })
  expect(stage(play)).toBe('consent')
  expect(play.consent.answers).toMatchObject({ version: 1 })
  expect(Object.keys(play.consent.answers?.given ?? {})).toHaveLength(5)
  expect(turns(play).speaking?.person).toBe('ana')
  expect(play.consent.objections.map((o) => o.by)).toEqual(['dan'])
  play.says('ana', null)
  expect(play.consent.objections.map((o) => [o.id, o.by, o.status])).toEqual([['o1', 'dan', 'raised']])
})

test('C22 the words that others had written to their objections stay', () => {
  const play = objected({ dan: 'stolen' })
  play.does('dan', {
    type: 'objection.write',
    objection: 'o1',
    phrase: 'stolen',
    reason: 'it was',
    aim: '',
    effect: '',
  })
  play.does('ana', { type: 'turn.back' }).says('ana', null)
  expect(play.consent.objections).toMatchObject([{ id: 'o1', reason: 'it was' }])
})

test('C22 not from hearing objections', () => {
  const play = objected().does('ana', { type: 'objection.hear', objection: 'o1' })
  expect(play.refused('ana', { type: 'turn.back' })).toBe('not_now')
})

test('C23 a restarted consent round asks everyone again', () => {
  const play = asked().says('bo', null).says('cleo', 'no')
  const { ask: before } = play.consent
  expect(play.refused('ana', { type: 'round.restart', reason: '' })).toBe('reason_needed')
  play.does('ana', { type: 'round.restart', reason: 'the wrong text was read out' })
  expect(play.consent.answers).toMatchObject({ version: 1, given: {}, notReady: {} })
  expect(play.consent.past.map((p) => Object.keys(p.given))).toEqual([['bo', 'cleo']])
  expect(turns(play)).toMatchObject({ ended: {}, speaking: { person: 'bo' } })
  const late = { type: 'consent.answer', ask: before, replaces: null, answer: { is: 'none' }, for: null } as const
  expect(play.refused('bo', late)).toBe('moved_on')
})

test('C24 all answer at once where the circle or the facilitator wants it', () => {
  const settings = { consentMode: 'simultaneous' } as const
  const play = presented({ settings }).does('ana', { type: 'consent.anything' }).does('ana', ask)
  expect(play.consent).toMatchObject({ answers: { mode: 'simultaneous' }, step: { round: null } })
  const other = presented({ settings }).does('ana', { type: 'consent.anything' })
  other.does('ana', { ...ask, mode: 'spoken' })
  expect(other.consent.answers?.mode).toBe('spoken')
  expect(other.now.settings.consentMode).toBe('simultaneous')
})

test('C24 answers at once do not count for the rotation', () => {
  const play = presented().does('ana', { type: 'consent.anything' })
  const { lastRound } = play.now
  play.does('ana', { ...ask, mode: 'simultaneous' })
  expect(play.now.lastRound).toEqual(lastRound)
})

test('C25 from wherever the facilitator went, an open objection can be heard', () => {
  for (const to of ['present', 'clarify', 'react'] as const) {
    const play = objected().does('ana', { type: 'objection.hear', objection: 'o1' })
    play.does('ana', { type: 'consent.step', to })
    expect(play.consent.objections[0]?.status).toBe('raised')
    play.does('ana', { type: 'objection.hear', objection: 'o1' })
    answered(putAgain(play, 'With a lock.')).does('ana', { type: 'consent.announce' })
    expect(play.consent.objections[0]?.status).toBe('integrated')
  }
})

test('C26 a consent round never ends early', () => {
  const play = asked()
  for (const type of ['round.end', 'round.close'] as const) expect(play.refused('ana', { type })).toBe('no_early_end')
  expect(play.refused('ana', { type: 'round.heard', over: [] })).toBe('no_early_end')
  expect(play.refused('ana', { type: 'turn.done' })).toBe('no_done')
  expect(play.refused('bo', { type: 'turn.pass' })).toBe('no_pass')
})

test('C27 a command that means another ask is refused', () => {
  const play = presented().does('ana', clarifying)
  const { ask: first } = play.consent
  done(play, 6).does('ana', { type: 'round.close' }).does('ana', reaction)
  expect(play.refused('bo', { type: 'turn.done', ask: first })).toBe('moved_on')
  expect(play.refused('ana', { type: 'consent.anything', ask: first })).toBe('moved_on')
  expect(play.refused('ana', { type: 'consent.anything', ask: play.consent.ask + 1 })).toBe('moved_on')
})

test('C27 no ask comes back after an undo', () => {
  const play = presented().does('ana', { type: 'consent.anything' }).does('ana', ask)
  const first = play.consent.ask
  play.does('ana', { type: 'undo', seq: play.log.length }).does('ana', ask)
  const late = { type: 'consent.answer', ask: first, replaces: null, answer: { is: 'none' }, for: null } as const
  expect(play.consent.ask).not.toBe(first)
  expect(play.refused(turns(play).speaking!.person, late)).toBe('moved_on')
})
