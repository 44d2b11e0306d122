import { expect, test } from 'vitest'
import type { Does } from '../../shared/meeting/types.ts'
import { en } from '../../shared/text/en.ts'
import { innerOf } from '../support/events.ts'
import type { Play } from '../support/play.ts'
import { asked, marks, opened, presented, talking, turns } from '../support/started.ts'

function put(play: Play, form: 'aloud' | 'signal' = 'aloud', does: Does | null = null): Play {
  return play.does('ana', { type: 'aside.put', text: 'Ten more minutes?', form, does })
}

function end(play: Play, how: 'agree' | 'drop') {
  return { type: `aside.${how}`, aside: play.now.aside?.seq ?? 0 } as const
}

function takeUp(play: Play, text: string | null = null) {
  return { type: 'aside.take_up', aside: play.now.aside?.seq ?? 0, text } as const
}

const fine = (play: Play, of: string | null = null) =>
  ({ type: 'aside.answer', aside: play.now.aside?.seq ?? 0, for: of }) as const

test('Q1 the facilitator puts one question at a time, over whatever runs beneath', () => {
  const play = asked().says('bo', null)
  const before = turns(play)
  expect(play.refused('eva', { type: 'aside.put', text: 'x', form: 'aloud', does: null })).toBe('not_facilitator')
  expect(play.refused('ana', { type: 'aside.put', text: '', form: 'aloud', does: null })).toBe('blank')
  put(play)
  expect(play.refused('ana', { type: 'aside.put', text: 'x', form: 'aloud', does: null })).toBe('aside_first')
  play.says('cleo', null).does('ana', end(play, 'agree'))
  expect(play.now).toMatchObject({ aside: null, asides: [{ text: 'Ten more minutes?', end: 'agreed' }] })
  expect(turns(play).order).toEqual(before.order)
})

test('Q2 asked aloud, "nobody objected" is nobody’s answer', () => {
  const play = put(presented())
  expect(play.refused('bo', fine(play))).toBe('not_now')
  expect(play.refused('bo', end(play, 'agree'))).toBe('not_facilitator')
  play.does('ana', end(play, 'agree'))
  expect(play.consent.answers).toBeNull()
  expect(innerOf(play.log.at(-1)).map((e) => e.type)).toEqual(['aside.ended', 'undoable'])
})

test('Q3 by signal each member here says so, and who is silent is named', () => {
  const play = put(opened({ missing: ['finn'] }), 'signal')
  play.does('bo', fine(play)).does('cleo', fine(play)).does('bo', fine(play, 'dan'))
  expect(play.refused('cleo', fine(play, 'eva'))).toBe('not_for_others')
  const silent = play.attempt('ana', end(play, 'agree'))
  expect(silent).toMatchObject({ reason: 'answers_missing', with: { who: { people: ['eva'] }, count: 1 } })
  play.does('eva', fine(play)).does('ana', end(play, 'agree'))
  expect(play.now.asides).toHaveLength(1)
})

test('Q4 whoever is cut off is not waited for, and whoever is here without a device is', () => {
  const play = opened().does('ana', { type: 'seat.no_device', people: ['dan'] })
  put(play, 'signal')
  play.unreachable = { dan: 1, eva: play.clock }
  for (const person of ['bo', 'cleo', 'finn']) play.does(person, fine(play))
  expect(play.attempt('ana', end(play, 'agree'))?.with).toMatchObject({ who: { people: ['dan'] } })
  play.does('bo', fine(play, 'dan')).does('ana', end(play, 'agree'))
})

test('Q5 after an objection it can only be dropped or taken up', () => {
  const play = put(opened()).does('eva', { type: 'aside.object', for: null })
  expect(play.refused('ana', end(play, 'agree'))).toBe('aside_stopped')
  play.does('ana', end(play, 'drop'))
  expect(play.now.asides).toEqual([{ text: 'Ten more minutes?', end: 'dropped' }])
})

test('Q5 any member may call for a full round, a guest may not', () => {
  const play = put(opened().does('ana', { type: 'person.add', person: 'gus', as: 'guest' }).here('gus'))
  expect(play.refused('gus', { type: 'aside.full' })).toBe('no_consent_right')
  expect(play.refused('gus', { type: 'aside.object', for: null })).toBe('no_consent_right')
  play.does('finn', { type: 'aside.full' })
  expect(play.refused('ana', end(play, 'agree'))).toBe('aside_stopped')
})

test('Q5 an objection that is spoken is recorded, and outweighs an earlier "fine with me"', () => {
  const play = put(opened(), 'signal').does('eva', fine(put(opened(), 'signal')))
  play.does('bo', { type: 'aside.object', for: 'eva' })
  expect(play.now.aside?.objections).toEqual([{ person: 'eva', recordedBy: 'bo' }])
  expect(play.refused('ana', end(play, 'agree'))).toBe('aside_stopped')
})

test('Q6 what was agreed to is carried out with it', () => {
  const added = put(opened(), 'aloud', { type: 'item.add', title: 'Swing', kind: 'decide' })
  added.does('ana', end(added, 'agree'))
  expect(added.now.items.at(-1)?.title).toBe('Swing')
  const given = put(presented(), 'aloud', { type: 'chair.give', to: 'eva' })
  given.does('ana', end(given, 'agree'))
  expect(given.item.facilitator).toBe('eva')
})

test('Q6 or nothing is, when it cannot be done any more', () => {
  const play = put(opened(), 'aloud', { type: 'chair.give', to: 'gus' })
  expect(play.refused('ana', end(play, 'agree'))).toBe('unknown_person')
  expect(play.now.aside).not.toBeNull()
})

test('Q6 a proposal is dropped that was asked about, and no other', () => {
  const play = presented()
  put(play, 'aloud', { type: 'consent.drop', process: 'i1.1', ask: play.consent.ask })
  play.does('ana', { type: 'item.pause' }).does('ana', { type: 'item.open', item: 'i2' })
  expect(play.refused('ana', end(play, 'agree'))).toBe('moved_on')
  play.does('ana', { type: 'item.pause' }).does('ana', { type: 'item.open', item: 'i1' })
  play.does('ana', { type: 'consent.step', to: 'clarify' }).does('ana', end(play, 'agree'))
  expect(play.item.outcome?.kind).toBe('dropped')
})

test('Q7 taken up, it becomes an item of its own, and what was open is paused as it was', () => {
  const play = put(asked().says('bo', null)).does('eva', { type: 'aside.object', for: null })
  const { runs } = play.item
  play.does('ana', takeUp(play))
  expect(play.now.items.map((i) => [i.title, i.stage])).toEqual([
    ['Ladder', 'paused'],
    ['Bench', 'planned'],
    ['Ten more minutes?', 'open'],
  ])
  expect(play.consent).toMatchObject({ step: { stage: 'present' }, wording: { draft: { text: 'Ten more minutes?' } } })
  expect(play.now.items[0]?.runs).toEqual(runs)
})

test('Q8 a tap for an earlier question counts for nothing', () => {
  const play = put(opened(), 'signal')
  const first = play.now.aside!.seq
  play.does('ana', end(play, 'drop'))
  put(play, 'signal')
  for (const type of ['aside.object', 'aside.full', 'aside.answer', 'aside.agree'] as const) {
    const said =
      type === 'aside.full' || type === 'aside.agree' ? { type, aside: first } : { type, aside: first, for: null }
    expect(play.refused('ana', said as ReturnType<typeof fine>)).toBe('moved_on')
  }
  marks(play, 'eva', 'left')
})

function ready(play: Play, does: Does): Play {
  return play.does('ana', { type: 'aside.put', text: null, form: 'aloud', does })
}

test('Q9 ready-made words are kept as a sentence’s id, and name what is asked about', () => {
  const ladder = presented()
  const drop: Does = { type: 'consent.drop', process: 'i1.1', ask: ladder.consent.ask }
  const cases: readonly (readonly [Play, Does, object])[] = [
    [opened(), { type: 'item.drop', item: 'i2' }, { id: 'aside.item.drop', with: { title: { words: 'Bench' } } }],
    [opened(), { type: 'chair.give', to: 'eva' }, { id: 'aside.chair.give', with: { who: { person: 'eva' } } }],
    [ladder, drop, { id: 'aside.consent.drop', with: { title: { words: 'Ladder' } } }],
    [
      opened(),
      { type: 'item.add', title: 'Swing', kind: 'decide' },
      { id: 'aside.item.add', with: { title: { words: 'Swing' } } },
    ],
  ]
  for (const [play, does, text] of cases) {
    ready(play, does)
    expect(play.now.aside?.text, does.type).toEqual(text)
    expect(en, does.type).toHaveProperty([(text as { id: string }).id])
    play.does('ana', end(play, 'agree'))
    expect(play.now.asides, does.type).toEqual([{ text, end: 'agreed' }])
  }
})

test('Q9 without anything that it does there is no ready-made question', () => {
  const play = opened()
  expect(play.refused('ana', { type: 'aside.put', text: null, form: 'aloud', does: null })).toBe('blank')
  const does: Does = { type: 'consent.drop', process: 'i1.1', ask: 1 }
  expect(play.refused('ana', { type: 'aside.put', text: null, form: 'aloud', does })).toBe('blank')
  const another: Does = { ...does, process: 'i3.1' }
  expect(talking().refused('ana', { type: 'aside.put', text: null, form: 'aloud', does: another })).toBe('blank')
})

test('Q9 agreed to, a ready-made question is carried out like any other', () => {
  const play = ready(opened(), { type: 'item.drop', item: 'i2' })
  play.does('ana', end(play, 'agree'))
  expect(play.now.items[1]).toMatchObject({ stage: 'closed', outcome: { kind: 'dropped' } })
})

test('Q9 taken up, the circle’s own words are what is decided', () => {
  const play = ready(opened(), { type: 'item.drop', item: 'i2' })
  for (const text of [null, '']) expect(play.refused('ana', takeUp(play, text))).toBe('blank')
  play.does('ana', takeUp(play, 'We build no bench.'))
  expect(play.item).toMatchObject({ title: 'We build no bench.', kind: 'decide', lead: 'ana', stage: 'open' })
  expect(play.consent.wording.draft.text).toBe('We build no bench.')
  expect(play.now.asides.at(-1)).toMatchObject({ text: { id: 'aside.item.drop' }, end: 'taken up' })
})

test('Q9 where the words were typed they are what is decided', () => {
  const play = put(opened())
  play.does('ana', takeUp(play, 'something else'))
  expect(play.consent.wording.draft.text).toBe('Ten more minutes?')
})
