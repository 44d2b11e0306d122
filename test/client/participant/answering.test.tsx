import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { AnyCommand, Done, No } from '../../../shared/protocol.ts'
import { at, decision, phone, roundIn, tap } from './scene.tsx'

beforeEach(() => localStorage.clear())

const refused: No = {
  ok: false,
  code: 'stale_version',
  reason: 'wording_changed',
  with: {},
  retryable: false,
  ref: 'r',
}

function aim(stage: string) {
  return { process: 'i1.1', ask: decision(at(stage)).ask }
}

function given(stage: string): number {
  return decision(at(stage)).answers?.given.chidi?.seq ?? 0
}

/** A command of mine that the server has not answered. */
function onItsWay(command: AnyCommand) {
  return [{ id: 'x', command, at: Date.now(), guess: 1e9, done: null }]
}

describe('my turn in a consent round', () => {
  test('one tap is an answer, and names my turn', async () => {
    const { sent } = phone('answer')
    await tap('No objection')
    const answer = { is: 'none' }
    const turn = roundIn(at('answer')).turn
    expect(sent).toEqual([{ type: 'consent.answer', ...aim('answer'), turn, replaces: null, answer, for: null }])
  })

  test('an objection counts from the tap, without words', async () => {
    const { sent } = phone('answer')
    await tap('I have an objection')
    expect(sent).toMatchObject([{ type: 'consent.answer', answer: { is: 'objection', words: '' } }])
  })

  test('who came after the question was put may count as absent for it', async () => {
    const now = at('answer')
    const seats = now.seats.map((s) => (s.person === 'chidi' ? { ...s, here: 9e15 } : s))
    const { sent } = phone('answer', { now: { ...now, seats } })
    await tap('I haven’t followed this. Count me as absent.')
    expect(sent).toEqual([{ type: 'consent.absent', ...aim('answer'), for: null }])
  })

  test('who was there when it was put is not offered to be absent', () => {
    const { queryByRole } = phone('answer')
    expect(queryByRole('button', { name: /Count me as absent/ })).toBeNull()
  })

  test('not ready says what is needed before it is sent', async () => {
    const { sent, getByRole } = phone('answer')
    await tap('Not ready: I need …')
    expect(sent).toEqual([])
    await userEvent.type(getByRole('textbox'), ' the costs ')
    await tap('I need this first')
    expect(sent).toMatchObject([{ type: 'consent.answer', answer: { is: 'not ready', need: 'the costs' } }])
  })

  test('two taps in a row do not answer for what comes next', async () => {
    const { sent, show, getByRole } = phone('answer')
    await tap('No objection')
    show({ now: at('fresh') })
    await userEvent.click(getByRole('button', { name: 'No objection' }))
    expect(sent).toHaveLength(1)
    await tap('No objection')
    expect(sent).toHaveLength(2)
  })

  test('an answer taken back by a step back is a draft: its words go with the new tap', async () => {
    const now = at('stepped-back')
    const state = decision(now)
    const drafts = { chidi: { is: 'objection', words: 'too dear' } as const }
    const run = { ...now.items[0]!.runs[0]!, state: { ...state, answers: { ...state.answers!, drafts } } }
    const { sent } = phone({ ...now, items: [{ ...now.items[0]!, runs: [run] }] })
    await tap('I have an objection')
    expect(sent).toMatchObject([{ turn: roundIn(now).turn, answer: { is: 'objection', words: 'too dear' } }])
  })

  test('in a fresh round what changed can be seen', async () => {
    const { getByText, queryByText } = phone('fresh')
    expect(queryByText('Was')).toBeNull()
    await tap('What changed')
    expect(getByText('Was')).toBeTruthy()
    await vi.waitFor(() => expect(document.querySelectorAll('ins').length).toBeGreaterThan(0))
  })
})

describe('after my answer', () => {
  test('change names the answer it replaces, and no turn', async () => {
    const { sent, queryByRole } = phone('agreed')
    await tap('Change')
    expect(queryByRole('button', { name: 'Not ready: I need …' })).toBeNull()
    await tap('I have an objection')
    expect(sent).toMatchObject([{ turn: null, replaces: given('agreed'), answer: { is: 'objection', words: '' } }])
  })

  test('leaving it as it is sends nothing', async () => {
    const { sent, findByRole } = phone('agreed')
    await tap('Change')
    await tap('Leave it as it is')
    expect(await findByRole('button', { name: 'Change' })).toBeTruthy()
    expect(sent).toEqual([])
  })

  test('while it is on its way there is nothing to change and nothing is called saved', async () => {
    const command: AnyCommand = {
      type: 'consent.answer',
      ...aim('agreed'),
      turn: 1,
      replaces: null,
      answer: { is: 'none' },
      for: null,
    }
    const { findByRole, queryByRole, queryByText, getByText, show } = phone('agreed', { taps: onItsWay(command) })
    await findByRole('heading', { level: 1 })
    expect(queryByRole('button', { name: 'Change' })).toBeNull()
    expect(queryByText('Saved.')).toBeNull()
    show({ connection: { state: 'offline', since: 0 } })
    await vi.waitFor(() => expect(getByText(/Not sent yet/)).toBeTruthy())
    show({ taps: [], connection: { state: 'live', since: 0 } })
    expect(getByText('Saved.')).toBeTruthy()
    expect(queryByRole('button', { name: 'Change' })).toBeTruthy()
  })

  test('while the round is paused the rules allow no other answer', async () => {
    const now = at('agreed')
    const state = decision(now)
    const step = { stage: 'consent', round: { ...roundIn(now), paused: true } } as const
    const run = { ...now.items[0]!.runs[0]!, state: { ...state, step } }
    const { findByRole, queryByRole } = phone({ ...now, items: [{ ...now.items[0]!, runs: [run] }] })
    await findByRole('heading', { level: 1 })
    expect(queryByRole('button', { name: 'Change' })).toBeNull()
  })

  test('what somebody entered for me can be put right', async () => {
    const { sent } = phone('recorded')
    await tap('Not right?')
    await tap('I have an objection')
    expect(sent).toMatchObject([{ turn: null, replaces: given('recorded'), for: null }])
  })

  test('a closed answer is read from its own place, and may still be not ready', async () => {
    const { getByRole, getByText } = phone('closed')
    await tap('Change')
    expect(getByRole('button', { name: 'Not ready: I need …' })).toBeTruthy()
    await tap('Leave it as it is')
    expect(getByText('Saved. Only you see it until it is opened.')).toBeTruthy()
  })

  test('before the announcement "no objection" may still become one', async () => {
    const { sent, queryByRole } = phone('no-objections')
    expect(queryByRole('button', { name: 'Change' })).toBeNull()
    await tap('I do object')
    const replaces = given('no-objections')
    expect(sent).toMatchObject([
      { type: 'consent.answer', turn: null, replaces, answer: { is: 'objection', words: '' } },
    ])
  })

  test('an objection that stands is not offered to be taken back before it was heard', async () => {
    const { findByRole, queryByRole } = phone('two-objections')
    await findByRole('heading', { level: 1 })
    expect(queryByRole('button', { name: /Change|object|withdraw/i })).toBeNull()
  })
})

describe('the words of an objection', () => {
  test('saying it aloud is enough', async () => {
    const { sent, findByText } = phone('noted')
    await tap('I’ll say it aloud')
    expect(await findByText('Thank you. Lior comes to it when all have spoken.')).toBeTruthy()
    expect(sent).toEqual([])
  })

  test('written words replace the answer without any', async () => {
    const { sent, findByRole } = phone('noted')
    await userEvent.type(await findByRole('textbox'), 'Too dear for many')
    await tap('Send these words')
    const answer = { is: 'objection', words: 'Too dear for many' }
    expect(sent).toMatchObject([{ turn: null, replaces: given('noted'), answer }])
  })

  test('focus, words and screen stay while the meeting moves on', async () => {
    const { sent, show, findByRole, getByText } = phone('noted')
    const box = await findByRole('textbox')
    await userEvent.type(box, 'Too dear')
    show({ now: at('two-objections') })
    show({ now: at('hearing') })
    await userEvent.keyboard(' for many')
    expect(document.activeElement).toBe(box)
    expect(box).toHaveProperty('value', 'Too dear for many')
    expect(getByText('The meeting has moved on. Your words are kept.')).toBeTruthy()
    await tap('Send these words')
    expect(sent).toMatchObject([{ type: 'objection.write', objection: 'o1', phrase: 'Too dear for many' }])
  })

  test('refused words are not lost', async () => {
    const { findByRole, getByRole, show } = phone('noted', { answer: () => refused })
    await userEvent.type(await findByRole('textbox'), 'Too dear')
    await tap('Send these words')
    expect(getByRole('textbox')).toHaveProperty('value', 'Too dear')
    await tap('Back')
    show({ now: at('agreed') })
    show({ now: at('noted') })
    expect(getByRole('textbox')).toHaveProperty('value', 'Too dear')
  })

  test('words wait until the objection itself has arrived', async () => {
    let arrive: (answer: Done) => void = () => undefined
    const answer = () => new Promise<Done>((resolve) => (arrive = resolve))
    const command: AnyCommand = {
      type: 'consent.answer',
      ...aim('noted'),
      turn: 1,
      replaces: null,
      answer: { is: 'objection', words: '' },
      for: null,
    }
    const { findByRole, queryByRole, show } = phone('noted', { answer, taps: onItsWay(command) })
    await userEvent.type(await findByRole('textbox'), 'Too dear')
    expect(queryByRole('button', { name: 'Send these words' })).toBeNull()
    show({ taps: [] })
    expect(queryByRole('button', { name: 'Send these words' })).toBeTruthy()
    arrive({ ok: true, seq: 1 })
  })
})

describe('who is not asked', () => {
  test('a guest sees everything and answers nothing', async () => {
    const now = at('waiting')
    const seats = now.seats.map((s) => (s.person === 'chidi' ? { ...s, as: 'guest' as const } : s))
    const { findByText, queryByRole } = phone({ ...now, seats })
    expect(await findByText('You are here as a guest. Members answer.')).toBeTruthy()
    expect(queryByRole('button', { name: /objection|Change/ })).toBeNull()
  })

  test('who reads along may always sit down', async () => {
    const { sent, queryByRole } = phone('reading')
    await tap('I’m here')
    expect(sent).toEqual([{ type: 'here', remote: false, for: null }])
    expect(queryByRole('button', { name: /objection/ })).toBeNull()
  })

  test('who stepped out comes back with one tap', async () => {
    const { sent } = phone('out')
    await tap('I’m back')
    expect(sent).toEqual([{ type: 'here', remote: false, for: null }])
  })
})

test('when the answer has arrived it is said, once', async () => {
  const command: AnyCommand = {
    type: 'consent.answer',
    ...aim('agreed'),
    turn: 1,
    replaces: null,
    answer: { is: 'none' },
    for: null,
  }
  const { container, show, findByRole } = phone('agreed', { taps: onItsWay(command) })
  await findByRole('heading', { level: 1 })
  const said = () => container.querySelector('[role=status]')?.textContent
  expect(said()).toBe('')
  show({ taps: [] })
  await vi.waitFor(() => expect(said()).toBe('Saved: No objection.'))
})

test('an objection whose result was shown stands, also when the round is open again', async () => {
  const now = at('answered')
  const state = decision(now)
  const run = { ...now.items[0]!.runs[0]!, state: { ...state, answers: { ...state.answers!, shown: true } } }
  const { findByText, queryByRole } = phone({ ...now, items: [{ ...now.items[0]!, runs: [run] }] })
  await findByText('Saved.')
  expect(queryByRole('button', { name: 'Change' })).toBeNull()
})
