import { fireEvent, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { circleOf, open } from './circle-page.tsx'

beforeEach(() => {
  localStorage.clear()
  history.replaceState(null, '', '/')
})

test('a new meeting begins with what waits, one item a line; what waits is called by its id, once', async () => {
  const user = userEvent.setup()
  const keys = { title: 'Keys', kind: 'decide', next: null, meeting: null, carried: null } as const
  const backlog = [
    { ...keys, id: 'b1' },
    { ...keys, id: 'b4' },
  ]
  const screen = await open(circleOf({ backlog }))
  await user.click(screen.getByRole('button', { name: 'New meeting' }))
  await user.type(screen.getByRole('textbox', { name: /What is it about/ }), '\nBikes\nKeys\n')
  await user.click(screen.getByRole('button', { name: 'Call the meeting' }))
  await waitFor(() => expect(location.pathname).toBe('/m/m_two'))
  expect(screen.calls.find(({ path }) => path === '/api/meetings')?.body).toEqual({
    circle: 'c_harrow',
    as: 'p_ines',
    items: [{ backlog: 'b1' }, { backlog: 'b4' }, 'Bikes', 'Keys'],
  })
})

test('while a meeting runs it is the way, and seats are changed there', async () => {
  const running = { id: 'm_one', stage: 'open', at: 1, ended: null } as const
  const screen = await open(circleOf({ running }))
  expect(screen.getByRole('link', { name: 'To the meeting' }).getAttribute('href')).toBe('/m/m_one')
  expect(screen.queryByRole('button', { name: 'New meeting' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Change the order' })).toBeNull()
})

test('seats are moved with buttons', async () => {
  const user = userEvent.setup()
  const screen = await open(circleOf())
  await user.click(screen.getByRole('button', { name: 'Change the order' }))
  expect(screen.queryByRole('button', { name: 'Lior: one seat earlier' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Ines: one seat earlier' }))
  await user.click(screen.getByRole('button', { name: 'Ines: one seat later' }))
  expect(screen.sent).toEqual([
    { type: 'circle.seat', person: 'p_ines', by: -1 },
    { type: 'circle.seat', person: 'p_ines', by: 1 },
  ])
})

test('what waits is added and taken off, and habits are chosen', async () => {
  const user = userEvent.setup()
  const screen = await open(circleOf())
  await user.type(screen.getByRole('textbox', { name: 'Something for later' }), 'Bikes{Enter}')
  fireEvent.click(screen.getByLabelText('all at once'))
  expect(screen.sent).toEqual([
    { type: 'backlog.add', title: 'Bikes' },
    {
      type: 'circle.habits',
      habits: { consentMode: 'simultaneous', roundStart: 'rotate', alternateDirection: true, facilitatorMid: true },
    },
  ])
})

test('the last five meetings are there to be read, newest first', async () => {
  const ended = [1, 2, 3, 4, 5, 6].map((n) => ({ id: `m_${n}`, stage: 'ended' as const, at: n, ended: n }))
  const screen = await open(circleOf({ ended }))
  const links = screen.getAllByRole('link', { name: /^Minutes/ }).map((link) => link.getAttribute('href'))
  expect(links).toEqual([6, 5, 4, 3, 2].map((n) => `/api/meetings/m_${n}/minutes.html`))
})
