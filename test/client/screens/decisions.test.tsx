import { waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import type { Window } from '../../../shared/circle/types.ts'
import { decidedOf, lineOf, open, type Page } from './circle-page.tsx'

beforeEach(() => localStorage.clear())

const titlesOn = (screen: Page) => screen.queryAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)
const five = ['Stairs', 'Garden', 'Bikes', 'Keys', 'Guest room price'].map((title, i) => lineOf(`d${i + 1}`, title))
const newestFirst = [...five].reverse()

test('the newest decisions are there, the rest on a press', async () => {
  const screen = await open(decidedOf(5), { lines: newestFirst })
  await waitFor(() => expect(titlesOn(screen)).toEqual(['Guest room price', 'Keys']))
  expect(screen.asked()).toEqual([''])
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }))
  await waitFor(() => expect(titlesOn(screen)).toEqual(['Guest room price', 'Keys', 'Bikes', 'Garden']))
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }))
  await waitFor(() => expect(titlesOn(screen)).toHaveLength(5))
  expect(screen.asked()).toEqual(['', '?before=d4', '?before=d2'])
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
})

test('they are found by their words at the server, once the typing rests; what stood stays meanwhile', async () => {
  const screen = await open(decidedOf(5), { lines: newestFirst })
  await waitFor(() => expect(titlesOn(screen)).toHaveLength(2))
  await userEvent.type(screen.getByRole('textbox', { name: 'Search decisions' }), 'STAIrs')
  expect(titlesOn(screen)).toEqual(['Guest room price', 'Keys'])
  await waitFor(() => expect(titlesOn(screen)).toEqual(['Stairs']))
  expect(screen.asked()).toEqual(['', '?search=STAIrs'])
  expect(screen.getByRole('link', { name: 'Print' }).getAttribute('href')).toBe('/api/circles/c_harrow/decisions.html')
  await userEvent.type(screen.getByRole('textbox', { name: 'Search decisions' }), ' and more')
  await screen.findByText('No decision has these words.')
})

test('a new decision brings the log anew, as far as it was open', async () => {
  const register = { lines: newestFirst }
  const screen = await open(decidedOf(5), register)
  await userEvent.click(await screen.findByRole('button', { name: 'Show more' }))
  await waitFor(() => expect(titlesOn(screen)).toHaveLength(4))
  register.lines = [lineOf('d6', 'Party'), ...newestFirst]
  screen.show({ circle: decidedOf(6) })
  await waitFor(() => expect(titlesOn(screen)).toEqual(['Party', 'Guest room price', 'Keys', 'Bikes']))
})

test('a page that is older than the circle is asked for again', async () => {
  const register = { lines: newestFirst.slice(1) }
  const screen = await open(decidedOf(4), register)
  await waitFor(() => expect(titlesOn(screen)).toEqual(['Keys', 'Bikes']))
  expect(screen.asked()).toEqual([''])
  const late = await open(decidedOf(5), register)
  await waitFor(() => expect(late.asked()).toEqual(['', '']))
})

test('names come with the page', async () => {
  const line = lineOf('d1', 'Keys', { fields: { ...newestFirst[0]!.fields, by: 'p_tala' } })
  const screen = await open(decidedOf(1), { lines: [line], people: { p_tala: { name: 'Tala', hint: null } } })
  await screen.findByText('Tala')
})

const trees = lineOf('d1', 'Ash trees', {
  effect: 'provisional',
  consent: [{ person: 'p_noor', answer: 'absent', how: 'absent', recordedBy: null, late: false }],
})
const window: Window = {
  id: 'd1',
  title: 'Ash trees',
  meeting: 'm_one',
  effect: 'provisional',
  absent: ['p_noor'],
  absentHours: 72,
  delivered: null,
  words: [],
}

test('what an absent member says on the telephone is entered by the facilitator', async () => {
  const circle = decidedOf(1, { facilitator: 'p_ines', windows: [window] })
  const { sent, findByRole } = await open(circle, { lines: [trees] })
  await userEvent.click(await findByRole('button', { name: 'Enter what Noor says' }))
  await userEvent.click(await findByRole('button', { name: 'No objection' }))
  const answer = { decision: 'd1', person: 'p_noor', answer: 'no objection', words: '' }
  expect(sent).toEqual([{ type: 'decision.word', ...answer }])
})

test('while a window is open its words are those of the circle’s state, not of the page', async () => {
  const circle = decidedOf(1, { facilitator: 'p_ines', windows: [window] })
  const screen = await open(circle, { lines: [trees] })
  await screen.findByRole('button', { name: 'Enter what Noor says' })
  const word = { person: 'p_noor', answer: 'objection', words: '', recordedBy: null, at: 1 } as const
  screen.show({ circle: { ...circle, windows: [{ ...window, words: [word] }] } })
  expect(screen.queryByRole('button', { name: 'Enter what Noor says' })).toBeNull()
  expect(screen.container.querySelector('li h3')?.closest('li')?.textContent).toMatch(/Noor/)
  await waitFor(() => expect(screen.asked()).toEqual(['', '']))
})
