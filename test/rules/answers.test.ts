import { expect, test } from 'vitest'
import { meetingStream } from '../../shared/meeting/stream.ts'
import { missing } from '../../shared/parts/answers.ts'
import type { Play } from '../support/play.ts'
import { ahead, answered, asked, marks, objected, presented, putAgain, turns } from '../support/started.ts'

interface Telling {
  readonly words?: string
  readonly need?: string
  readonly of?: string
  readonly replaces?: number | null
}

/** What a person sends when they answer; without anything, "no objection". */
function answer({ words, need, of, replaces = null }: Telling = {}) {
  const said =
    need !== undefined
      ? ({ is: 'not ready', need } as const)
      : words !== undefined
        ? ({ is: 'objection', words } as const)
        : ({ is: 'none' } as const)
  return { type: 'consent.answer', replaces, answer: said, for: of ?? null } as const
}

function seqOf(play: Play, person: string): number | null {
  return play.consent.answers?.given[person]?.seq ?? null
}

test('A1 everyone with consent right is required, here or not, and guests never are', () => {
  const play = asked('spoken', { missing: ['finn'] })
  expect(play.consent.answers?.required).toEqual(['ana', 'bo', 'cleo', 'dan', 'eva', 'finn'])
  play.does('ana', { type: 'person.add', person: 'gus', as: 'guest' }).here('gus')
  expect(play.attempt('gus', answer())).toMatchObject({ code: 'forbidden', reason: 'no_consent_right' })
  expect(play.consent.answers?.required).not.toContain('gus')
})

test('A2 in a spoken round each answers in their turn', () => {
  const play = asked()
  expect(play.attempt('cleo', answer())).toMatchObject({ code: 'not_your_turn' })
  play.does('bo', answer())
  expect(turns(play).speaking?.person).toBe('cleo')
  expect(play.consent.answers?.given.bo).toMatchObject({ how: 'self', recordedBy: null, position: { is: 'none' } })
})

test('A2 facilitator and secretary record what someone says aloud, with or without a device', () => {
  const play = asked()
    .does('ana', answer({ of: 'bo' }))
    .does('bo', answer({ of: 'cleo', words: 'too heavy' }))
  expect(play.consent.answers?.given).toMatchObject({
    bo: { how: 'recorded', recordedBy: 'ana' },
    cleo: { how: 'recorded', recordedBy: 'bo', position: { is: 'objection', words: 'too heavy' } },
  })
  expect(play.refused('eva', answer({ of: 'dan' }))).toBe('not_for_others')
  expect(play.refused('ana', answer({ of: 'gus' }))).toBe('unknown_person')
})

test('A2 an answer that means an earlier turn of the same person is not taken', () => {
  const play = asked()
  const { turn } = turns(play)
  play.does('bo', { type: 'turn.later' })
  for (const person of ['cleo', 'dan', 'eva', 'finn', 'ana']) play.says(person, null)
  expect(play.refused('bo', { ...answer(), turn })).toBe('turn_over')
  play.does('bo', answer())
  expect(play.consent.step.stage).toBe('acknowledge')
})

test('A3 the round is complete when everyone here has answered', () => {
  const play = asked()
  for (const person of ['bo', 'cleo', 'dan', 'eva', 'finn']) play.says(person, null)
  expect(play.consent.step.stage).toBe('consent')
  play.says('ana', null)
  expect(play.consent.step.stage).toBe('acknowledge')
})

test('A3 an objection does not end the round', () => {
  const play = asked().says('bo', 'no money')
  expect(ahead(play)).toEqual(['cleo', 'dan', 'eva', 'finn', 'ana'])
  expect(play.consent.objections).toEqual([])
})

test('A3 whoever is away blocks it until they answer or are marked as gone', () => {
  const play = asked().does('ana', { type: 'turn.skip' })
  for (const person of ['cleo', 'dan', 'eva', 'finn', 'ana']) play.says(person, null)
  expect(play.consent.step.stage).toBe('consent')
  expect(missing(play.consent.answers!, play.now.seats)).toEqual(['bo'])
  marks(play, 'bo', 'out')
  expect(play.consent.step.stage).toBe('consent')
  marks(play, 'bo', 'left')
  expect(play.consent.step.stage).toBe('acknowledge')
  expect(play.consent.answers?.given).not.toHaveProperty('bo')
})

test('A3 nobody’s going completes a round while it is paused', () => {
  const play = asked()
  for (const person of ['bo', 'cleo', 'dan', 'eva', 'finn']) play.says(person, null)
  play.does('ana', { type: 'chair.offer', to: 'eva' }).does('eva', { type: 'chair.accept' })
  play.does('eva', { type: 'round.pause' })
  play.does('ana', { type: 'seat.mark', person: 'ana', attendance: 'left', confirmed: false })
  expect(play.consent.step.stage).toBe('consent')
  play.does('eva', { type: 'round.resume' })
  expect(play.consent.step.stage).toBe('acknowledge')
})

test('A4 one’s own answer may be changed until the round is complete', () => {
  const play = asked().says('bo', null).says('cleo', 'too dear')
  play.does('bo', answer({ words: 'nobody needs it', replaces: seqOf(play, 'bo') }))
  play.does('cleo', answer({ replaces: seqOf(play, 'cleo') }))
  expect(play.consent.answers?.given).toMatchObject({
    bo: { position: { is: 'objection' } },
    cleo: { position: { is: 'none' } },
  })
  answered(play)
  expect(play.consent.objections.map((o) => o.by)).toEqual(['bo'])
})

test('A4 a change that does not know the answer it meets is a conflict', () => {
  const play = asked().says('bo', null)
  const first = seqOf(play, 'bo')
  expect(play.attempt('bo', answer({ words: 'no' }))).toMatchObject({ code: 'conflict', reason: 'answered_already' })
  play.does('bo', answer({ words: 'no', replaces: first }))
  expect(play.refused('bo', answer({ replaces: first }))).toBe('answered_already')
  expect(play.consent.answers?.given.bo?.position).toEqual({ is: 'objection', words: 'no' })
})

test('A5 not ready shows what is needed and holds the round; answered on the spot, the others’ answers stand', () => {
  const play = asked().says('bo', null)
  play.does('cleo', answer({ need: 'what does it cost?' }))
  expect(play.consent.answers).toMatchObject({ notReady: { cleo: 'what does it cost?' } })
  expect(turns(play).speaking?.person).toBe('cleo')
  play.does('ana', { type: 'turn.skip' })
  for (const person of ['dan', 'eva', 'finn', 'ana']) play.says(person, null)
  expect(play.consent.step.stage).toBe('consent')
  expect(play.refused('ana', { type: 'consent.announce' })).toBe('answers_missing')
  play.does('cleo', answer())
  expect(play.consent.answers?.notReady).toEqual({})
  expect(play.consent.step.stage).toBe('acknowledge')
  expect(Object.keys(play.consent.answers?.given ?? {})).toHaveLength(6)
})

test('A5 not ready comes in one’s turn, and not after the result', () => {
  const play = asked()
  expect(play.refused('cleo', answer({ need: 'a minute' }))).toBe('not_your_turn')
  const over = objected({})
  expect(over.refused('cleo', answer({ need: 'a minute', replaces: seqOf(over, 'cleo') }))).toBe('not_now')
})

function seen(play: Play, person: string | null) {
  return meetingStream.seeState(play.state, { person }) as Play['state']
}

test('A6 sealed answers are sent to nobody else', () => {
  const play = asked('simultaneous')
    .does('bo', answer())
    .does('cleo', answer({ words: 'CANARY' }))
  expect(play.consent.answers?.given.cleo).toMatchObject({ position: null })
  for (const viewer of ['ana', 'bo', 'dan', null]) {
    expect(JSON.stringify(seen(play, viewer))).not.toContain('CANARY')
    for (const entry of play.log) {
      expect(JSON.stringify(meetingStream.seeEntry(entry, { person: viewer }))).not.toContain('CANARY')
    }
  }
  expect(JSON.stringify(seen(play, 'cleo'))).toContain('CANARY')
})

test('A6 that a sealed answer was changed shows to nobody else', () => {
  const play = asked('simultaneous').does('cleo', answer({ words: 'CANARY' }))
  const before = seen(play, 'bo')
  const first = seqOf(play, 'cleo')
  play.does('cleo', answer({ replaces: first }))
  expect(seen(play, 'bo')).toEqual(before)
  expect(meetingStream.seeEntry(play.log.at(-1)!, { person: 'bo' })).toEqual({
    seq: play.log.length,
    at: play.log.at(-1)?.at,
    id: '',
    by: '',
    events: [],
  })
  // Her other device knew the first answer only.
  expect(play.refused('cleo', answer({ words: 'again', replaces: first }))).toBe('answered_already')
  play.does('cleo', answer({ words: 'again', replaces: play.log.length }))
})

test('A6 what is recorded for someone in a sealed round is theirs to see, and may be put right', () => {
  const play = asked('simultaneous').does('bo', answer({ of: 'dan', words: 'CANARY' }))
  for (const viewer of ['ana', 'bo', null]) expect(JSON.stringify(seen(play, viewer))).not.toContain('CANARY')
  play.does('bo', answer({ of: 'dan', replaces: seqOf(play, 'dan') }))
  play.does('dan', answer({ words: 'mine', replaces: seqOf(play, 'dan') }))
  expect(play.consent.answers?.given.dan).toMatchObject({ recordedBy: null, how: 'self' })
})

test('A7 only the facilitator opens them, all together, once everyone here has answered', () => {
  const play = asked('simultaneous')
  for (const person of ['ana', 'bo', 'cleo', 'dan']) play.does(person, answer())
  play.does('eva', answer({ words: 'too long' }))
  const early = play.attempt('ana', { type: 'consent.open' })
  expect(early).toMatchObject({ reason: 'answers_missing', with: { who: { people: ['finn'] } } })
  play.does('finn', answer())
  // The last tap opens nothing.
  expect(play.consent.step.stage).toBe('consent')
  expect(play.refused('bo', { type: 'consent.open' })).toBe('not_facilitator')
  play.does('ana', { type: 'consent.open' })
  expect(play.consent.step.stage).toBe('acknowledge')
  expect(play.consent.answers?.given).toMatchObject({ eva: { position: { words: 'too long' } } })
  expect(play.item.runs[0]).toMatchObject({ sealed: {}, sealedSeqs: {} })
  expect(play.state?.back).toBeNull()
})

test('A7 an answer that was taken back for "not ready" is not opened with the others', () => {
  const play = asked('simultaneous', { missing: ['finn'] })
  for (const person of ['ana', 'bo', 'cleo', 'eva']) play.does(person, answer())
  play.does('dan', answer({ words: 'CANARY' }))
  play.does('dan', answer({ need: 'a look at it', replaces: seqOf(play, 'dan') }))
  marks(play, 'dan', 'left')
  play.does('ana', { type: 'consent.open' })
  expect(JSON.stringify(play.log.at(-1))).not.toContain('CANARY')
  expect(play.consent.answers?.given).not.toHaveProperty('dan')
})

test('A8 after the result no objection may become an objection, and nothing else changes', () => {
  const play = objected({ dan: 'stolen' })
  expect(play.refused('dan', answer({ replaces: seqOf(play, 'dan') }))).toBe('objection_stands')
  play.does('eva', answer({ words: 'too long', replaces: seqOf(play, 'eva') }))
  expect(play.consent.objections.map((o) => [o.by, o.status])).toEqual([
    ['dan', 'raised'],
    ['eva', 'raised'],
  ])
  expect(play.consent.step.stage).toBe('acknowledge')
  play.does('eva', answer({ words: 'too long for the shed', replaces: seqOf(play, 'eva') }))
  expect(play.consent.objections.map((o) => o.phrase)).toEqual(['stolen', 'too long for the shed'])
})

test('A8 also when a latecomer has opened the round again', () => {
  const play = answered(asked('spoken', { missing: ['finn'] }), { dan: 'stolen' }).here('finn')
  expect(play.consent.step.stage).toBe('consent')
  expect(play.refused('dan', answer({ replaces: seqOf(play, 'dan') }))).toBe('objection_stands')
  play.does('finn', answer())
  expect(play.consent.objections.map((o) => [o.id, o.by, o.status])).toEqual([['o1', 'dan', 'raised']])
})

test('A9 someone absent answers by telephone, out of turn', () => {
  const play = asked('spoken', { missing: ['finn'] }).does('bo', answer({ of: 'finn' }))
  expect(play.consent.answers?.given.finn).toMatchObject({ how: 'telephone', recordedBy: 'bo' })
  expect(turns(play).speaking?.person).toBe('bo')
  answered(play)
  play.does('ana', { type: 'consent.announce' })
  expect(play.register.decisions[0]).toMatchObject({ effect: 'adopted' })
})

test('A9 also between the result and the announcement', () => {
  const play = answered(asked('spoken', { missing: ['finn'] })).does('ana', answer({ of: 'finn' }))
  expect(play.consent.answers?.given.finn).toMatchObject({ how: 'telephone', position: { is: 'none' } })
  play.does('ana', { type: 'consent.announce' })
  expect(play.register.decisions[0]).toMatchObject({ effect: 'adopted' })
})

test('A10 an answer given stands for its version when its owner leaves', () => {
  const play = marks(asked().says('bo', null), 'bo', 'left')
  answered(play, { dan: 'stolen' })
  expect(play.consent.answers?.given).toHaveProperty('bo')
  putAgain(play, 'We buy a ladder and a lock.')
  expect(play.consent.answers?.required).toContain('bo')
  answered(play).does('ana', { type: 'consent.announce' })
  expect(play.consent.step).toMatchObject({ effect: 'provisional', absent: ['bo'] })
})

test('A10 also a sealed one', () => {
  const play = asked('simultaneous').does('bo', answer({ words: 'stolen' }))
  marks(play, 'bo', 'left')
  for (const person of ['ana', 'cleo', 'dan', 'eva', 'finn']) play.does(person, answer())
  play.does('ana', { type: 'consent.open' })
  expect(play.consent.objections.map((o) => o.by)).toEqual(['bo'])
})

test('A11 someone who becomes present between result and announcement is asked', () => {
  const play = answered(asked('spoken', { missing: ['finn'] })).here('finn')
  expect(play.consent.step.stage).toBe('consent')
  expect(ahead(play)).toEqual(['finn'])
  expect(play.refused('ana', { type: 'consent.announce' })).toBe('answers_missing')
  play.says('finn', null).does('ana', { type: 'consent.announce' })
  expect(play.register.decisions[0]).toMatchObject({ effect: 'adopted' })
})

test('A11 and when they go again the result stands as it was', () => {
  for (const mode of ['spoken', 'simultaneous'] as const) {
    const play = asked(mode, { missing: ['finn'] })
    if (mode === 'spoken') answered(play)
    else {
      for (const person of ['ana', 'bo', 'cleo', 'dan', 'eva']) play.does(person, answer())
      play.does('ana', { type: 'consent.open' })
    }
    play.here('finn')
    expect(play.consent.step.stage).toBe('consent')
    marks(play, 'finn', 'absent')
    expect(play.consent.step.stage).toBe('acknowledge')
  }
})

test('A11 whoever becomes a member meanwhile is needed too, here or not', () => {
  const play = asked().does('ana', { type: 'person.add', person: 'gus', as: 'member' })
  expect(play.consent.answers?.required).toContain('gus')
  answered(play).does('ana', { type: 'consent.announce' })
  expect(play.consent.step).toMatchObject({ effect: 'provisional', absent: ['gus'] })
})

test('A11 a latecomer’s answer after an opening is sealed until it is opened', () => {
  const play = asked('simultaneous', { missing: ['finn'] })
  for (const person of ['ana', 'bo', 'cleo', 'dan', 'eva']) play.does(person, answer())
  play
    .does('ana', { type: 'consent.open' })
    .here('finn')
    .does('finn', answer({ words: 'CANARY' }))
  expect(JSON.stringify(seen(play, 'ana'))).not.toContain('CANARY')
  play.does('ana', { type: 'consent.open' })
  expect(play.consent.objections.map((o) => [o.by, o.phrase])).toEqual([['finn', 'CANARY']])
})

test('A12 whoever has stepped out, or is only reading along, does not answer', () => {
  const play = asked('simultaneous', { missing: ['finn'] })
  expect(play.refused('finn', answer())).toBe('not_here')
  marks(play, 'eva', 'out')
  expect(play.refused('eva', answer())).toBe('not_here')
  expect(play.refused('ana', answer({ of: 'eva' }))).toBe('not_here')
})

test('A13 an answer that was taken back stays with its owner as a draft', () => {
  const play = objected({ ana: 'no money' }).does('ana', { type: 'turn.back' })
  expect(play.consent.step.stage).toBe('consent')
  expect(play.consent.answers).toMatchObject({ drafts: { ana: { is: 'objection', words: 'no money' } } })
  expect(play.consent.answers?.given).not.toHaveProperty('ana')
  expect(play.consent.objections).toEqual([])
  play.says('ana', null)
  expect(play.consent.answers?.drafts).toEqual({})
  expect(play.consent.step.stage).toBe('acknowledge')
})

test('A14 sealed answers of a round that is left are destroyed unread', () => {
  const play = asked('simultaneous').does('bo', answer({ words: 'CANARY' }))
  const sealed = seqOf(play, 'bo')
  play.does('ana', { type: 'consent.step', to: 'clarify' })
  expect(play.log.at(-1)?.events).toContainEqual(
    expect.objectContaining({ type: 'sealed.destroyed', destroys: [sealed] }),
  )
  expect(JSON.stringify(play.state)).not.toContain('CANARY')
  expect(play.state?.back).toBeNull()
})

test('A14 also when the item is put off, and when its owner had taken it back', () => {
  const play = asked('simultaneous').does('bo', answer({ words: 'CANARY' }))
  play.does('bo', answer({ need: 'time', replaces: seqOf(play, 'bo') }))
  play.does('ana', { type: 'consent.defer', when: 'next week', who: 'bo', words: '' })
  expect(JSON.stringify(play.state)).not.toContain('CANARY')
  expect(play.state?.back).toBeNull()
})

const apart = (of: string | null = null) => ({ type: 'consent.absent', for: of }) as const

/** Bo comes after the question was put. */
function late(mode: 'spoken' | 'simultaneous' = 'spoken') {
  const play = presented({ missing: ['bo'] }).does('ana', { type: 'consent.anything' })
  const start = mode === 'spoken' ? 'cleo' : null
  return play.does('ana', { type: 'consent.ask', mode, start, direction: 1 }).here('bo')
}

test('A15 whoever came late and has not followed it counts as absent for this decision, at their own wish', () => {
  const play = late().does('bo', apart())
  expect(ahead(play)).not.toContain('bo')
  expect(play.now.seats.find((s) => s.person === 'bo')?.attendance).toBe('present')
  answered(play).does('ana', { type: 'consent.announce' })
  expect(play.consent.step).toMatchObject({ effect: 'provisional', absent: ['bo'] })
  expect(play.register.decisions[0]?.consent[1]).toMatchObject({ person: 'bo', answer: 'absent' })
})

test('A15 recorded for them it can complete the round, and be undone', () => {
  const play = asked('spoken', { missing: ['finn'] })
  answered(play, {}).here('finn').does('ana', apart('finn'))
  expect(play.consent.step.stage).toBe('acknowledge')
  play.does('ana', { type: 'undo', seq: play.log.length })
  expect(play.consent.step.stage).toBe('consent')
})

test('A15 they may still answer, and an answer that was given stands', () => {
  const play = late().does('bo', apart())
  play.does('bo', answer({ words: 'stolen' }))
  expect(play.consent.answers).toMatchObject({ aside: [], given: { bo: { position: { is: 'objection' } } } })
  expect(play.refused('bo', apart())).toBe('answered_already')
})

test('A15 whoever goes or comes meanwhile, they are not asked again, nor when they come back themselves', () => {
  const play = late().does('bo', apart())
  marks(play, 'eva', 'out').here('eva')
  expect(ahead(play)).not.toContain('bo')
  marks(play, 'bo', 'left').here('bo')
  expect(ahead(play)).not.toContain('bo')
  expect(turns(play).ended).not.toHaveProperty('bo')
  answered(play)
  expect(play.consent.step.stage).toBe('acknowledge')
})

test('A16 nobody who was here when the question was put counts as absent', () => {
  expect(asked().refused('bo', apart())).toBe('answer_first')
  expect(asked('simultaneous').refused('ana', apart('bo'))).toBe('answer_first')
  expect(late().refused('eva', apart('bo'))).toBe('not_for_others')
})

test('A16 nobody enters that for someone whose objection is alive', () => {
  const play = answered(asked(), { bo: 'stolen' })
  play.does('bo', { type: 'seat.mark', person: 'bo', attendance: 'left', confirmed: false })
  putAgain(play, 'A ladder with a lock.').here('bo')
  expect(play.consent.objections[0]?.status).toBe('addressed')
  expect(play.refused('ana', apart('bo'))).toBe('objection_stands')
  play.does('bo', apart())
  expect(play.consent.answers?.aside).toEqual(['bo'])
})

test('A15 also where all answer at once, and they are asked again with the next words', () => {
  const play = late('simultaneous').does('bo', apart())
  for (const person of ['ana', 'finn', 'cleo', 'dan']) play.does(person, answer())
  play.does('eva', answer({ words: 'stolen' })).does('ana', { type: 'consent.open' })
  putAgain(play, 'A ladder with a lock.')
  expect(ahead(play)).toContain('bo')
})
