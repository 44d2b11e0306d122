import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Minutes } from '../../client/meeting/minutes/Minutes.tsx'
import { MinutesEditor } from '../../client/meeting/minutes/MinutesEditor.tsx'
import { REST } from '../../client/meeting/minutes/pen.ts'
import type { AnyCommand } from '../../shared/protocol.ts'
import type { Tap } from '../../shared/replica.ts'
import { guestRoom } from '../support/guest-room.ts'
import type { Play } from '../support/play.ts'
import { renderAt, type Scene } from './render.tsx'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  localStorage.clear()
})

const people = ['lior', 'mireille', 'noor', 'oskar', 'pia', 'chidi', 'greta']
const names = Object.fromEntries(people.map((p) => [p, p.charAt(0).toUpperCase() + p.slice(1)]))
const field = () => screen.getByRole('textbox', { name: 'In your own words' }) as HTMLTextAreaElement

function at(play: Play, more: Partial<Scene> = {}): Scene {
  return { now: play.now, me: 'noor', names, ...more }
}

function type(text: string) {
  fireEvent.change(field(), { target: { value: text } })
}

async function rest(ms = REST) {
  await act(() => vi.advanceTimersByTimeAsync(ms))
}

test('the secretary takes the pen by beginning, and rests two seconds before it is sent', async () => {
  const play = guestRoom('presented')
  const view = renderAt(at(play), <MinutesEditor item="i1" />)
  fireEvent.focus(field())
  expect(view.sent).toEqual([{ type: 'pen.take', block: 'i1' }])
  type('The box')
  await rest(REST - 1)
  type('The box comes')
  await rest(REST - 1)
  expect(view.sent).toHaveLength(1)
  await rest(1)
  expect(view.sent[1]).toEqual({ type: 'block.write', block: 'i1', text: 'The box comes', over: 0 })
  await rest(10 * REST)
  expect(view.sent).toHaveLength(2)
})

test('leaving sends what is there at once, and puts the pen down', async () => {
  const play = guestRoom('presented').does('noor', { type: 'pen.take', block: 'i1' })
  const view = renderAt(at(play), <MinutesEditor item="i1" />)
  fireEvent.focus(field())
  type('A sentence')
  fireEvent.blur(field())
  await rest(0)
  expect(view.sent).toEqual([{ type: 'block.write', block: 'i1', text: 'A sentence', over: 0 }, { type: 'pen.leave' }])
})

test('the next write names the entry of the last, not a guess of this browser', async () => {
  const play = guestRoom('presented')
  const view = renderAt(at(play), <MinutesEditor item="i1" />)
  fireEvent.focus(field())
  type('One')
  await rest()
  play.does('noor', { type: 'block.write', block: 'i1', text: 'One', over: 0 })
  const guessed = { ...play.now, blocks: { i1: { text: 'One', by: 'noor', seq: 1_000_000_000 } } }
  const tap = { id: 'x', command: view.sent[1] as AnyCommand, at: 0 } as unknown as Tap<AnyCommand>
  view.show({ now: guessed, taps: [tap] })
  type('One. Two.')
  await rest()
  expect(view.sent).toHaveLength(2)
  view.show({ now: play.now, taps: [] })
  await rest()
  expect(view.sent[2]).toMatchObject({ text: 'One. Two.', over: play.now.blocks.i1?.seq })
})

test('others see who writes, and cannot write there meanwhile', () => {
  const play = guestRoom('presented').does('noor', { type: 'pen.take', block: 'i1' })
  const lior = renderAt(at(play, { me: 'lior' }), <MinutesEditor item="i1" />)
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(lior.container.textContent).toContain('Noor is writing here.')
  lior.unmount()
  const pia = renderAt(at(play, { me: 'pia' }), <Minutes />)
  expect(pia.container.textContent).toContain('Noor is writing here.')
})

test('the pen of someone who cannot be reached may be taken', () => {
  const play = guestRoom('presented').does('noor', { type: 'pen.take', block: 'i1' })
  const here = { facilitatorGone: null, lights: { noor: 'asleep' } } as const
  const view = renderAt(at(play, { me: 'lior', here }), <MinutesEditor item="i1" />)
  fireEvent.click(screen.getByRole('button', { name: 'Write on' }))
  expect(view.sent).toEqual([{ type: 'pen.take', block: 'i1' }])
})

test('words changed by someone else meanwhile are shown, and nothing is overwritten unasked', async () => {
  const play = guestRoom('presented')
  const view = renderAt(at(play), <MinutesEditor item="i1" />)
  fireEvent.focus(field())
  type('Mine')
  view.show({ now: play.does('lior', { type: 'block.write', block: 'i1', text: 'Theirs', over: 0 }).now })
  play.does('lior', { type: 'pen.leave' })
  view.show({ now: play.now })
  await rest(10 * REST)
  expect(view.sent.filter((command) => command.type === 'block.write')).toEqual([])
  expect(view.container.textContent).toContain('Lior changed these words meanwhile. Now they are:Theirs')
  fireEvent.click(screen.getByRole('button', { name: 'Keep mine' }))
  await rest()
  expect(view.sent.at(-1)).toEqual({ type: 'block.write', block: 'i1', text: 'Mine', over: play.now.blocks.i1?.seq })
})

test('on the minutes the secretary writes under an item and reads the rest', () => {
  const play = guestRoom('presented').does('noor', { type: 'block.write', block: 'i1', text: 'So far', over: 0 })
  renderAt(at(play), <Minutes />)
  expect(screen.getByText('So far')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Go on writing' }))
  expect(field().value).toBe('So far')
  expect(screen.queryByText('So far', { selector: 'p' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Done' }))
  expect(screen.getByText('So far', { selector: 'p' })).toBeTruthy()
})
