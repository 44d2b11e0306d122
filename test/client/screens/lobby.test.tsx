import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { StationFor } from '../../../client/screens/meeting/StationFor.tsx'
import { Play } from '../../support/play.ts'
import { renderAt } from '../render.tsx'
import { fakeHttp } from './fake-http.ts'

const names = { p_lior: 'Lior', p_ines: 'Ines', p_noor: 'Noor', p_new: 'Tala' }
const gathering = () => new Play(['p_lior', 'p_ines', 'p_noor'], 'p_lior').calls('p_lior', 'Guest room price')

beforeEach(() => {
  localStorage.clear()
  fakeHttp({ '/api/me': { people: [], circles: [] } })
})

test('one tap sits down, and is not asked again', async () => {
  const user = userEvent.setup()
  const play = gathering()
  const { sent, show, getByRole, queryByRole, findByText } = renderAt(
    { now: play.now, me: 'p_ines', names },
    <StationFor />,
  )
  expect(getByRole('heading', { level: 1 }).textContent).toBe('Hello Ines')
  await user.click(getByRole('button', { name: 'I’m here' }))
  expect(sent).toEqual([{ type: 'here', remote: false, for: null }])
  show({ now: play.here('p_ines').now })
  await findByText('You are here.')
  expect(queryByRole('button', { name: 'I’m here' })).toBeNull()
})

test('who is somewhere else says so before or after', async () => {
  const user = userEvent.setup()
  const play = gathering()
  const { sent, show, getByRole, getByLabelText } = renderAt({ now: play.now, me: 'p_ines', names }, <StationFor />)
  await user.click(getByLabelText('I’m not in the room'))
  await user.click(getByRole('button', { name: 'I’m here' }))
  expect(sent).toEqual([{ type: 'here', remote: true, for: null }])
  play.does('p_ines', { type: 'here', remote: true, for: null })
  show({ now: play.now })
  await user.click(getByRole('button', { name: 'I’m in the room' }))
  expect(sent.at(-1)).toEqual({ type: 'seat.remote', person: 'p_ines', remote: false })
})

test('who only reads along is not here, and may still come', async () => {
  const user = userEvent.setup()
  const { sent, getByRole, getByText } = renderAt({ now: gathering().now, me: 'p_ines', names }, <StationFor />)
  await user.click(getByRole('button', { name: 'I’m only reading along' }))
  expect(sent).toEqual([])
  expect(getByText('You are reading along.')).toBeTruthy()
  expect(getByRole('button', { name: 'I’m here' })).toBeTruthy()
})

test('a tap on the way in asks for the seat once the meeting is there', () => {
  localStorage.setItem('commonround.seat.m_one.p_new', 'guest')
  const { sent } = renderAt({ now: gathering().now, me: 'p_new', names }, <StationFor />)
  expect(sent).toEqual([{ type: 'join.self', as: 'guest' }])
  expect(localStorage.getItem('commonround.seat.m_one.p_new')).toBeNull()
})

test('someone without a seat is asked, and members add themselves only where the circle allows it', async () => {
  const user = userEvent.setup()
  const { sent, getByRole, queryByRole } = renderAt({ now: gathering().now, me: 'p_new', names }, <StationFor />)
  expect(queryByRole('button', { name: 'Join as a member' })).toBeNull()
  await user.click(getByRole('button', { name: 'Join as a guest' }))
  expect(sent).toEqual([{ type: 'join.self', as: 'guest' }])
})

test('buzzing is offered where the device can, and remembered', async () => {
  vi.resetModules()
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator), { vibrate: () => true }))
  const cues = await import('../../../client/live/page/cues.ts')
  expect(cues.canBuzz).toBe(true)
  expect(cues.wantsBuzz()).toBe(true)
  cues.setBuzz(false)
  expect(cues.wantsBuzz()).toBe(false)
  vi.unstubAllGlobals()
})
