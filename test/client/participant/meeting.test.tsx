import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { at, decision, phone, roundIn, tap } from './scene.tsx'

beforeEach(() => localStorage.clear())

function aim(stage: string) {
  return { process: 'i1.1', ask: decision(at(stage)).ask }
}

describe('my turn in a talking round', () => {
  test.each([
    ['I’m done', 'turn.done'],
    ['Pass', 'turn.pass'],
    ['Come back to me', 'turn.later'],
  ])('%s sends %s for this turn', async (label, type) => {
    const { sent } = phone('turn')
    await tap(label)
    expect(sent).toEqual([{ type, ...aim('turn'), turn: roundIn(at('turn')).turn }])
  })

  test('coming back is offered once', async () => {
    const { findByRole, queryByRole } = phone('last-call')
    await findByRole('button', { name: 'I’m done' })
    expect(queryByRole('button', { name: 'Come back to me' })).toBeNull()
  })

  test('a question in my own words is noted while I speak', async () => {
    const { sent, getByRole, getByText } = phone('question')
    await tap('Write my question down')
    await userEvent.type(getByRole('textbox'), 'Who cleans it?')
    await tap('Note it')
    const note = { note: null, kind: 'question', text: 'Who cleans it?', answer: '' }
    expect(sent).toEqual([{ type: 'note.write', ...aim('question'), ...note }])
    expect(getByText('Who cleans it?')).toBeTruthy()
  })

  test('a pass may be taken back', async () => {
    const { sent } = phone('passed')
    await tap('Take back')
    expect(sent).toEqual([{ type: 'turn.unpass', ...aim('passed'), for: null }])
  })

  test('the foot gives way while something is asked of me', async () => {
    const { findByRole, queryByRole, show } = phone('reacting')
    expect(await findByRole('navigation', { name: 'Meeting' })).toBeTruthy()
    show({ now: at('turn') })
    expect(queryByRole('navigation')).toBeNull()
  })
})

describe('working on objections', () => {
  test('its owner says whether the wording would meet it', async () => {
    const { sent } = phone('changes')
    await tap('It would')
    expect(sent).toEqual([{ type: 'objection.meets', ...aim('changes'), objection: 'o1', meets: true, for: null }])
  })

  test('nobody else is asked that, but may have one too', async () => {
    const { sent, queryByRole } = phone('changes', { me: 'greta' })
    await tap('I have one too')
    expect(sent).toEqual([{ type: 'objection.raise', ...aim('changes'), words: '', for: null }])
    expect(queryByRole('button', { name: 'It would' })).toBeNull()
  })

  test('it ends by its owner, once heard, with a second tap', async () => {
    const { sent } = phone('listening')
    await tap('I no longer object')
    expect(sent).toEqual([])
    await tap('I withdraw it')
    expect(sent).toEqual([{ type: 'objection.withdraw', ...aim('listening'), objection: 'o1', for: null }])
  })

  test('before it was heard there is no way to withdraw it', async () => {
    const { findByRole, queryByRole } = phone('hearing')
    await findByRole('heading', { level: 1 })
    expect(queryByRole('button', { name: 'I no longer object' })).toBeNull()
  })
})

describe('a quick consent', () => {
  test('objecting is one tap, agreeing is none', async () => {
    const { sent } = phone('aside')
    await tap('I do object')
    expect(sent).toEqual([{ type: 'aside.object', aside: at('aside').aside?.seq, for: null }])
  })

  test('by signal there are both', async () => {
    const now = at('aside')
    const { sent } = phone({ ...now, aside: { ...now.aside!, form: 'signal' } })
    await tap('Fine with me')
    expect(sent).toEqual([{ type: 'aside.answer', aside: 90, for: null }])
  })

  test('a ready-made one is read as a sentence', async () => {
    const now = at('aside')
    const text = { id: 'aside.chair.give', with: { who: { person: 'pia' } } }
    const { findByText } = phone({ ...now, aside: { ...now.aside!, text } })
    await findByText('Pia facilitates this item.')
  })

  test('it stands over a running question and never over somebody who writes', async () => {
    const now = at('noted')
    const { aside } = at('aside')
    const { findByRole, show, getByRole, getByText } = phone('noted')
    const box = await findByRole('textbox')
    await userEvent.type(box, 'Too dear')
    show({ now: { ...now, aside } })
    expect(document.activeElement).toBe(box)
    expect(getByText(/Ten more minutes/)).toBeTruthy()
    await tap('Back')
    expect(getByRole('heading', { level: 1 }).textContent).toBe('Lior asks all of us')
    show({ now })
    expect(getByRole('textbox')).toHaveProperty('value', 'Too dear')
  })

  test('a guest reads it and has nothing to tap', async () => {
    const now = at('aside')
    const seats = now.seats.map((s) => (s.person === 'chidi' ? { ...s, as: 'guest' as const } : s))
    const { findByText, queryByRole } = phone({ ...now, seats })
    await findByText(/Ten more minutes/)
    expect(queryByRole('button', { name: /object|Ask each/ })).toBeNull()
  })
})

describe('what is heard', () => {
  function spoken(container: HTMLElement) {
    const [polite, urgent] = ['[role=status]', '[role=alert]'].map((s) => container.querySelector(s)?.textContent ?? '')
    return { polite, urgent }
  }

  test('my turn is said at once', async () => {
    const { container, show, findByRole } = phone('next')
    await findByRole('heading', { level: 1 })
    show({ now: at('turn') })
    await vi.waitFor(() => expect(spoken(container).urgent).toBe('Your turn. Reactions: Guest room price.'))
  })

  test('you are next, and after whom', async () => {
    const { container, show, findByRole } = phone('reacting')
    await findByRole('heading', { level: 1 })
    show({ now: at('next') })
    await vi.waitFor(() => expect(spoken(container).polite).toBe('You are next, after Pia.'))
  })

  test('other people’s turns are not', async () => {
    const { container, show, findByRole } = phone('reacting')
    await findByRole('heading', { level: 1 })
    show({ now: at('passed') })
    expect(spoken(container)).toEqual({ polite: '', urgent: '' })
  })
})

test('without a connection the news is old, and says so', async () => {
  const { findByText, getByText } = phone('answered', { connection: { state: 'offline', since: 0 } })
  expect(await findByText('was answering')).toBeTruthy()
  expect(getByText(/^at \d\d:\d\d$/)).toBeTruthy()
})
