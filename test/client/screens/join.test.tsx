import { waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { JoinScreen } from '../../../client/screens/join/JoinScreen.tsx'
import { renderAt } from '../render.tsx'
import { type Call, fakeHttp } from './fake-http.ts'

const pick = (name: string, more: object = {}) => ({
  person: `p_${name.toLowerCase()}`,
  name,
  hint: null,
  taken: false,
  yours: false,
  ...more,
})

function opened(names: readonly object[], more: object = {}) {
  const base = { circle: 'c_one', name: 'General Circle', grade: 'join', selfAdd: false, meeting: 'm_one' }
  return { ...base, people: names, ...more }
}

/** Opens the link in the address; everyone may be claimed and new names get an id. */
async function arriveAt(link: object) {
  const calls = fakeHttp({
    '/api/me': { people: [], circles: [] },
    '/api/links/open': link,
    '/api/people/claim': (body: { person: string }) => ({ person: body.person, name: 'x', hint: null }),
    '/api/people': (body: { name: string }) => ({ person: 'p_new', name: body.name, hint: null, twins: [] }),
  })
  history.replaceState(null, '', '/j#l_one.token')
  const user = userEvent.setup()
  const screen = renderAt({ me: null, names: {} }, <JoinScreen />)
  expect(calls).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Open' }))
  return { calls, user, screen }
}

const asked = (calls: readonly Call[], path: string) =>
  calls.filter((call) => call.path === path).map(({ body }) => body)

beforeEach(() => localStorage.clear())

test('looking at a link asks nothing; one tap opens it, one more is a name, and the token leaves the address', async () => {
  const { calls, user, screen } = await arriveAt(opened([pick('Chidi'), pick('Greta')]))
  expect(asked(calls, '/api/links/open')).toEqual([{ link: 'l_one.token' }])
  const name = await screen.findByRole('button', { name: 'Chidi' })
  expect(location.hash).toBe('')
  await user.click(name)
  await waitFor(() => expect(location.pathname).toBe('/m/m_one'))
  expect(asked(calls, '/api/people/claim')).toEqual([{ circle: 'c_one', person: 'p_chidi' }])
})

test('a device that is at home here already is asked nothing', async () => {
  const { calls } = await arriveAt(opened([pick('Chidi', { yours: true }), pick('Greta')]))
  await waitFor(() => expect(location.pathname).toBe('/m/m_one'))
  expect(asked(calls, '/api/people/claim')).toEqual([])
})

test('without a meeting the way leads to the circle', async () => {
  const { user, screen } = await arriveAt(opened([pick('Chidi')], { meeting: null }))
  await user.click(await screen.findByRole('button', { name: 'Chidi' }))
  await waitFor(() => expect(location.pathname).toBe('/c/c_one'))
})

test('two on one phone tap both names', async () => {
  const { calls, user, screen } = await arriveAt(opened([pick('Chidi'), pick('Greta'), pick('Ines')]))
  await user.click(await screen.findByRole('button', { name: 'Two of us here' }))
  await user.click(screen.getByRole('button', { name: 'Chidi' }))
  await user.click(screen.getByRole('button', { name: 'Ines' }))
  await user.click(screen.getByRole('button', { name: 'Go on: Chidi, Ines' }))
  await waitFor(() => expect(location.pathname).toBe('/m/m_one'))
  expect(asked(calls, '/api/people/claim')).toEqual([
    { circle: 'c_one', person: 'p_chidi' },
    { circle: 'c_one', person: 'p_ines' },
  ])
})

test('names are searched only where there are more than twelve', async () => {
  const few = await arriveAt(opened([pick('Chidi')]))
  await few.screen.findByRole('button', { name: 'Chidi' })
  expect(few.screen.queryByRole('textbox')).toBeNull()
  few.screen.unmount()
  const names = Array.from({ length: 13 }, (_, at) => pick(`Person${at}`))
  const { user, screen } = await arriveAt(opened([...names, pick('Łukasz')]))
  await user.type(await screen.findByRole('textbox', { name: 'Find my name' }), 'łuk')
  expect(screen.queryByRole('button', { name: 'Person1' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Łukasz' })).toBeTruthy()
})

test('a guest writes one name and is meant to take a seat', async () => {
  const { calls, user, screen } = await arriveAt(opened([pick('Chidi')]))
  await user.click(await screen.findByRole('button', { name: 'I’m a guest' }))
  const field = screen.getByRole('textbox', { name: 'Your name as people here call you' })
  expect(field.getAttribute('autocomplete')).toBe('name')
  await user.type(field, 'Tala')
  await user.click(screen.getByRole('button', { name: 'Join as a guest' }))
  await waitFor(() => expect(location.pathname).toBe('/m/m_one'))
  const wanted = { circle: 'c_one', as: null, name: 'Tala', hint: null, claim: true }
  expect(asked(calls, '/api/people')).toEqual([wanted])
  expect(localStorage.getItem('commonround.seat.m_one.p_new')).toBe('guest')
})

test('a guest with a name that is there is asked which of them they are', async () => {
  const maria = pick('Maria', { hint: 'house 4' })
  const { calls, user, screen } = await arriveAt(opened([maria]))
  await user.click(await screen.findByRole('button', { name: 'I’m a guest' }))
  await user.type(screen.getByRole('textbox'), 'maria{Enter}')
  expect(screen.getByText('There is someone called maria here.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'I am another maria' }))
  expect(screen.getByText('Write a word that tells you apart.')).toBeTruthy()
  await user.type(screen.getByRole('textbox'), 'house 9')
  await user.click(screen.getByRole('button', { name: 'I am another maria' }))
  await waitFor(() => expect(asked(calls, '/api/people')).toHaveLength(1))
  expect(asked(calls, '/api/people')).toMatchObject([{ name: 'maria', hint: 'house 9' }])
})

test('… and may be that very one', async () => {
  const { calls, user, screen } = await arriveAt(opened([pick('Maria', { hint: 'house 4' })]))
  await user.click(await screen.findByRole('button', { name: 'I’m a guest' }))
  await user.type(screen.getByRole('textbox'), 'Maria{Enter}')
  await user.click(screen.getByRole('button', { name: 'That is me Maria house 4' }))
  await waitFor(() => expect(location.pathname).toBe('/m/m_one'))
  expect(asked(calls, '/api/people')).toEqual([])
  expect(asked(calls, '/api/people/claim')).toEqual([{ circle: 'c_one', person: 'p_maria' }])
})

test('adding oneself as a member is offered only where the circle allows it', async () => {
  const closed = await arriveAt(opened([pick('Chidi')]))
  await closed.screen.findByRole('button', { name: 'Chidi' })
  expect(closed.screen.queryByRole('button', { name: 'My name is not here' })).toBeNull()
  closed.screen.unmount()
  const { user, screen } = await arriveAt(opened([pick('Chidi')], { selfAdd: true }))
  await user.click(await screen.findByRole('button', { name: 'My name is not here' }))
  await user.type(screen.getByRole('textbox'), 'Elif')
  await user.click(screen.getByRole('button', { name: 'Join' }))
  await waitFor(() => expect(localStorage.getItem('commonround.seat.m_one.p_new')).toBe('member'))
})

test('a link that opens nothing says so, and another can be pasted', async () => {
  const no = { ok: false, code: 'gone', reason: 'link_old', with: {}, retryable: false, ref: 'r' }
  const { screen } = await arriveAt(no)
  expect(await screen.findByText(/This link has been replaced/)).toBeTruthy()
  expect(screen.getByRole('textbox', { name: 'Link' })).toBeTruthy()
})

test('a link for a room screen leads there', async () => {
  await arriveAt(opened([], { grade: 'screen' }))
  await waitFor(() => expect(location.pathname).toBe('/room/c_one'))
})
