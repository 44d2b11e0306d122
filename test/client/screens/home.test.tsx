import { waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { HomeScreen } from '../../../client/screens/home/HomeScreen.tsx'
import { seatsIn } from '../../../client/screens/home/making.ts'
import { renderAt } from '../render.tsx'
import { fakeHttp } from './fake-http.ts'

const nobody = { people: [], circles: [] }
const made = { circle: 'c_one', meeting: 'm_one', person: 'p_lior', link: 'http://here/j#x' }
const home = () => renderAt({ me: null, names: {} }, <HomeScreen />)

beforeEach(() => {
  localStorage.clear()
  history.replaceState(null, '', '/')
})

test('from a question and some names to a meeting', async () => {
  const calls = fakeHttp({ '/api/me': nobody, '/api/circles': made })
  const user = userEvent.setup()
  const screen = home()
  await user.type(screen.getByRole('textbox', { name: 'What do you want to decide?' }), 'Guest room price')
  await user.type(screen.getByRole('textbox', { name: 'Your name' }), 'Lior')
  await user.type(screen.getByRole('textbox', { name: 'Circle' }), 'General Circle')
  await user.type(screen.getByRole('textbox', { name: /Who belongs to it/ }), 'Noor\n\n  Pia  \n')
  await user.click(screen.getByRole('button', { name: 'Start' }))
  await waitFor(() => expect(location.pathname).toBe('/m/m_one'))
  expect(calls.filter(({ path }) => path === '/api/circles')).toEqual([
    {
      path: '/api/circles',
      body: {
        decide: 'Guest room price',
        name: 'Lior',
        circle: 'General Circle',
        people: ['Noor', 'Pia'],
        selfAdd: false,
      },
    },
  ])
})

test('what is missing is said beside its field, and the first of them has the focus', async () => {
  const calls = fakeHttp({ '/api/me': nobody })
  const user = userEvent.setup()
  const screen = home()
  await user.type(screen.getByRole('textbox', { name: 'Your name' }), 'Lior')
  await user.click(screen.getByRole('button', { name: 'Start' }))
  expect(screen.getByText('Write what it is about.')).toBeTruthy()
  expect(screen.getByText('Write what the circle is called.')).toBeTruthy()
  expect(screen.queryByText('Write your name.')).toBeNull()
  expect(document.activeElement?.id).toBe('home-decide')
  expect(calls.map(({ path }) => path)).toEqual(['/api/me'])
})

test('a refusal is said, and what was typed stays', async () => {
  const off = { ok: false, code: 'forbidden', reason: 'create_off', with: {}, retryable: false, ref: 'r' }
  fakeHttp({ '/api/me': nobody, '/api/circles': off })
  const user = userEvent.setup()
  const screen = home()
  for (const name of ['What do you want to decide?', 'Your name', 'Circle']) {
    await user.type(screen.getByRole('textbox', { name }), 'x')
  }
  await user.click(screen.getByRole('button', { name: 'Start' }))
  expect(await screen.findByText(/New circles cannot be made here/)).toBeTruthy()
  expect(screen.getAllByDisplayValue('x')).toHaveLength(3)
})

test('who has been here finds the way back; who is new is not asked', async () => {
  fakeHttp({
    '/api/me': {
      people: [{ person: 'p_lior', name: 'Lior', hint: null, circles: ['c_one'] }],
      circles: [{ circle: 'c_one', name: 'General Circle', grade: 'join', meeting: null }],
    },
  })
  const screen = home()
  const link = await screen.findByRole('link', { name: 'Open my circle' })
  expect(link.getAttribute('href')).toBe('/c/c_one')
})

test('the ring grows with the names, and one’s own name makes one seat', () => {
  const making = { decide: '', circle: '', selfAdd: false }
  expect(seatsIn({ ...making, name: '', people: '' })).toEqual([])
  expect(seatsIn({ ...making, name: 'Lior', people: 'Noor\nlior\nPia' })).toEqual(['Lior', 'Noor', 'Pia'])
  expect(seatsIn({ ...making, name: 'Maria', people: 'Maria\nMaria' })).toEqual(['Maria', 'Maria'])
})
