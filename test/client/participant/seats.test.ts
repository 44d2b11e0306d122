import { describe, expect, test } from 'vitest'
import type { Going } from '../../../client/meeting/marks.ts'
import { answersGoing } from '../../../client/meeting/parts/answers/marks.ts'
import { turnsGoing } from '../../../client/meeting/parts/turns/marks.ts'
import { type Looking, ringOf } from '../../../client/meeting/seats.ts'
import type { Answers } from '../../../shared/parts/answers.ts'
import type { Turns } from '../../../shared/parts/turns.ts'
import type { Seat } from '../../../shared/types.ts'
import { answers, asking, id, names, proposing, seatsOf } from './folded.ts'

function looking(over: Partial<Looking> = {}): Looking {
  const name = (p: string) => ({ name: names.find((n) => id(n) === p) ?? p, hint: null })
  return { surface: 'phone', me: 'chidi', name, text: (sentence) => sentence.slice('seat.'.length), ...over }
}

interface About {
  readonly round: Turns | null
  readonly answers: Answers | null
}

function going(seats: readonly Seat[], { round, answers: given }: About, over: Looking): Going | null {
  return given ? answersGoing(seats, { answers: given, round }, over) : turnsGoing(seats, round)
}

function drawnOf(seats: readonly Seat[], about: About, over: Looking) {
  return ringOf(seats, going(seats, about, over), over)
}

function seatsDrawn(seats: readonly Seat[], about: About, over: Looking) {
  return drawnOf(seats, about, over).seats
}

function states(drawn: readonly { id: string; state: string }[]): string {
  return drawn.map((s) => `${s.id} ${s.state}`).join(', ')
}

const reacting = () => proposing().by('Lior', { type: 'consent.round', round: 'reaction', start: 'noor', direction: 1 })

describe('the seats of the ring', () => {
  test('in a talking round: spoken, now, next, to come', () => {
    const play = reacting()
    const turn = () => (play.state.step.stage === 'react' ? play.state.step.round?.turn : null)
    play.by('Noor', { type: 'turn.done', turn: turn() }).by('Oskar', { type: 'turn.pass', turn: turn() })
    const round = play.state.step.stage === 'react' ? play.state.step.round : null
    const drawn = drawnOf(play.seats, { round, answers: null }, looking())
    expect(states(drawn.seats)).toBe(
      'lior ahead, mireille ahead, noor done, oskar done, pia now, chidi next, greta ahead',
    )
    expect(drawn.seats[3]?.spoken).toBe('passed')
    expect(drawn).toMatchObject({ direction: 'clockwise', travelled: { from: 2, to: 4 } })
  })

  test('the own seat is marked on the phone, and no name is lost', () => {
    const drawn = seatsDrawn(seatsOf(names), { round: null, answers: null }, looking())
    expect(drawn.map((s) => s.mark)).toEqual(['Li', 'Mi', 'No', 'Os', 'Pi', 'you', 'Gr'])
    expect(drawn.filter((s) => s.me).map((s) => s.label)).toEqual(['Chidi'])
    expect(seatsDrawn(seatsOf(names), { round: null, answers: null }, looking({ surface: 'laptop' }))[5]?.mark).toBe(
      'Ch',
    )
  })

  test('two people of one name are told apart by their hint', () => {
    const name = (p: string) => ({ name: 'Greta', hint: p === 'lior' ? 'Lindqvist' : 'Berg' })
    const drawn = seatsDrawn(seatsOf(['Lior', 'Noor']), { round: null, answers: null }, looking({ name }))
    expect(drawn.map((s) => s.label)).toEqual(['Greta Lindqvist', 'Greta Berg'])
    expect(new Set(drawn.map((s) => s.mark)).size).toBe(2)
  })

  test('in a spoken consent round answers show, and so does who is not ready', () => {
    const play = asking()
    answers(play, 'Noor')
    answers(play, 'Oskar', 'too dear')
    const round = () => (play.state.step.stage === 'consent' ? play.state.step.round : null)
    const need = { is: 'not ready', need: 'the costs' }
    play.by('Pia', { type: 'consent.answer', turn: round()?.turn, replaces: null, answer: need, for: null })
    play.by('Lior', { type: 'turn.skip', turn: round()?.turn })
    const drawn = seatsDrawn(play.seats, { round: round(), answers: play.state.answers }, looking())
    expect(states(drawn)).toBe(
      'lior ahead, mireille ahead, noor consent, oskar objection, pia not-ready, chidi now, greta next',
    )
    expect(drawn[5]?.spoken).toBe('answering')
  })

  test('while answers are closed no seat tells anything, except to the laptop and of oneself', () => {
    const play = asking('simultaneous')
    for (const name of ['Noor', 'Chidi']) answers(play, name)
    const about = { round: null, answers: play.state.answers }
    const others = 'lior here, mireille here, noor here, oskar here, pia here'
    expect(states(seatsDrawn(play.seats, about, looking()))).toBe(`${others}, chidi answered, greta here`)
    expect(states(seatsDrawn(play.seats, about, looking({ surface: 'room', me: null })))).toBe(
      `${others}, chidi here, greta here`,
    )
    expect(states(seatsDrawn(play.seats, about, looking({ surface: 'laptop' })))).toContain('noor answered')
  })

  test('who is not in the room has an empty seat, with the reason in words', () => {
    const absent = seatsOf(names, (n) =>
      n === 'Pia' ? { attendance: 'out' } : n === 'Greta' ? { attendance: 'absent' } : {},
    )
    const drawn = seatsDrawn(absent, { round: null, answers: null }, looking())
    expect(drawn.filter((s) => s.state === 'empty').map((s) => `${s.id}: ${s.spoken}`)).toEqual([
      'pia: out',
      'greta: absent',
    ])
  })

  test('a recorded answer has its mark on the laptop alone', () => {
    const play = asking()
    const { step } = play.state
    const turn = step.stage === 'consent' ? step.round?.turn : null
    play.by('Lior', { type: 'consent.answer', turn, replaces: null, answer: { is: 'none' }, for: 'noor' })
    const about = { round: null, answers: play.state.answers }
    expect(seatsDrawn(play.seats, about, looking({ surface: 'laptop' }))[2]?.recorded).toBe(true)
    expect(seatsDrawn(play.seats, about, looking())[2]?.recorded).toBe(false)
    expect(seatsDrawn(play.seats, about, looking({ surface: 'room', me: null }))[2]?.recorded).toBe(false)
  })

  test('with the last answer the ring closes', () => {
    const play = asking()
    for (const name of ['Noor', 'Oskar', 'Pia', 'Chidi', 'Greta', 'Lior', 'Mireille']) answers(play, name)
    const { step } = play.state
    const round = step.stage === 'acknowledge' ? step.round : null
    const drawn = drawnOf(play.seats, { round, answers: play.state.answers }, looking())
    expect(drawn).toMatchObject({ travelled: 'all', arrow: -1 })
    expect(drawn.seats.every((s) => s.state === 'consent')).toBe(true)
  })
})
