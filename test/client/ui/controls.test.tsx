import { act, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Answer } from '../../../client/ui/controls/Answer.tsx'
import { Button } from '../../../client/ui/controls/Button.tsx'
import { Field } from '../../../client/ui/controls/Field.tsx'
import { useHotkeys } from '../../../client/ui/controls/hotkeys.ts'
import { useRest } from '../../../client/ui/controls/rest.ts'

describe('an answer', () => {
  test('counts when it is let go, not when it is pressed', async () => {
    const user = userEvent.setup()
    const onPress = vi.fn()
    render(
      <Answer kind="consent" pressed={false} onPress={onPress}>
        No objection
      </Answer>,
    )
    const answer = screen.getByRole('button', { name: 'No objection', pressed: false })
    await user.pointer({ keys: '[MouseLeft>]', target: answer })
    expect(onPress).not.toHaveBeenCalled()
    await user.pointer({ keys: '[/MouseLeft]', target: answer })
    expect(onPress).toHaveBeenCalledTimes(1)
  })

  test('is taken back by sliding off before letting go', async () => {
    const user = userEvent.setup()
    const onPress = vi.fn()
    render(
      <>
        <Answer kind="objection" onPress={onPress}>
          I have an objection
        </Answer>
        <p>elsewhere</p>
      </>,
    )
    await user.pointer([
      { keys: '[MouseLeft>]', target: screen.getByRole('button') },
      { target: screen.getByText('elsewhere') },
      { keys: '[/MouseLeft]', target: screen.getByText('elsewhere') },
    ])
    expect(onPress).not.toHaveBeenCalled()
  })

  test('has a sign for the eyes and words for everyone', () => {
    render(
      <Answer kind="not-ready" size="small" hotkey="3" onPress={() => {}}>
        Not ready: I need …
      </Answer>,
    )
    const answer = screen.getByRole('button', { name: 'Not ready: I need …' })
    expect(answer.getAttribute('aria-pressed')).toBeNull()
    expect(answer.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
  })
})

function Turn({ person, onPress }: { person: string; onPress: (person: string) => void }) {
  const resting = useRest(person)
  return (
    <Answer kind="consent" resting={resting} onPress={() => onPress(person)}>
      {person}: no objection
    </Answer>
  )
}

/** Longer than any clock before was put forward: no press of another test is a moment ago. */
const aDay = 86_400_000

describe('a control that has just changed its name', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('rests for half a second, keeps focus, and then works', () => {
    const onPress = vi.fn()
    act(() => vi.advanceTimersByTime(aDay))
    const { rerender } = render(<Turn person="Greta" onPress={onPress} />)
    const answer = screen.getByRole('button')
    answer.focus()
    fireEvent.click(answer)
    rerender(<Turn person="Ines" onPress={onPress} />)
    expect(answer.getAttribute('aria-disabled')).toBe('true')
    fireEvent.click(answer)
    act(() => vi.advanceTimersByTime(499))
    fireEvent.click(answer)
    expect(onPress.mock.calls).toEqual([['Greta']])
    act(() => vi.advanceTimersByTime(1))
    expect(answer.getAttribute('aria-disabled')).toBeNull()
    expect(document.activeElement).toBe(answer)
    fireEvent.click(answer)
    expect(onPress.mock.calls).toEqual([['Greta'], ['Ines']])
  })

  test('rests as well when it appears where one has just pressed', () => {
    const onPress = vi.fn()
    act(() => vi.advanceTimersByTime(aDay))
    const first = render(<Button onPress={() => {}}>Next</Button>)
    fireEvent.click(screen.getByRole('button'))
    first.unmount()
    render(<Turn person="Greta" onPress={onPress} />)
    fireEvent.click(screen.getByRole('button'))
    expect(onPress).not.toHaveBeenCalled()
    act(() => vi.advanceTimersByTime(500))
    fireEvent.click(screen.getByRole('button'))
    expect(onPress).toHaveBeenCalledTimes(1)
  })
})

function Keys({ on = true, onNext }: { on?: boolean; onNext: () => void }) {
  useHotkeys(on)
  return (
    <>
      <Button kind="do" hotkey="N" onPress={onNext}>
        Next: Greta
      </Button>
      <Field label="Notes" value="" onChange={() => {}} lines={2} />
    </>
  )
}

describe('a single key', () => {
  test('presses the control that shows it, once', () => {
    const onNext = vi.fn()
    render(<Keys onNext={onNext} />)
    fireEvent.keyDown(document.body, { key: 'n' })
    fireEvent.keyDown(document.body, { key: 'n', repeat: true })
    fireEvent.keyDown(document.body, { key: 'n', ctrlKey: true })
    expect(onNext).toHaveBeenCalledTimes(1)
    expect(screen.getByRole('button', { name: 'Next: Greta' }).getAttribute('aria-keyshortcuts')).toBe('N')
  })

  test('does nothing while typing, or when keys are switched off', () => {
    const onNext = vi.fn()
    const { rerender } = render(<Keys onNext={onNext} />)
    fireEvent.keyDown(screen.getByLabelText('Notes'), { key: 'n' })
    rerender(<Keys on={false} onNext={onNext} />)
    fireEvent.keyDown(document.body, { key: 'n' })
    expect(onNext).not.toHaveBeenCalled()
  })
})
