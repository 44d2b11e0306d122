import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ChairStrip } from '../../../client/screens/meeting/ChairStrip.tsx'
import { CHAIR_AFTER } from '../../../shared/meeting/chair.ts'
import { Play } from '../../support/play.ts'
import { renderAt } from '../render.tsx'

const names = { p_bruno: 'Bruno', p_elif: 'Elif', p_hamid: 'Hamid', p_keiko: 'Keiko' }
const start = Date.UTC(2026, 3, 14, 19, 12)

function meeting() {
  const play = new Play(Object.keys(names), 'p_bruno').calls('p_bruno', 'Roofing firm').here(...Object.keys(names))
  play.does('p_bruno', { type: 'role.set', role: 'backup', person: 'p_elif' })
  play.does('p_bruno', { type: 'role.set', role: 'secretary', person: 'p_hamid' })
  return play.does('p_bruno', { type: 'meeting.open', item: null })
}

/** What this person sees when the facilitator has been gone for so long. */
function after(spans: number, me: string) {
  vi.setSystemTime(start + spans * CHAIR_AFTER + 1)
  return renderAt({ now: meeting().now, me, names, here: { facilitatorGone: start } }, <ChairStrip />)
}

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

test('scenario 5b the back-up is offered the chair after twenty seconds, then the secretary, then every member', () => {
  const offered = (spans: number) =>
    Object.keys(names).filter((me) => {
      const { queryByRole, unmount } = after(spans, me)
      const is = queryByRole('button', { name: 'Take the chair' }) !== null
      unmount()
      return is
    })
  expect(offered(0)).toEqual([])
  expect(offered(1)).toEqual(['p_elif'])
  expect(offered(2)).toEqual(['p_elif', 'p_hamid'])
  expect(offered(3)).toEqual(['p_elif', 'p_hamid', 'p_keiko'])
})

test('it is taken by a tap, and by nothing else', async () => {
  const user = userEvent.setup({ advanceTimers: () => undefined })
  const { sent, getByRole, getByText } = after(1, 'p_elif')
  expect(getByText(/Bruno cannot be reached just now. Nothing is lost./)).toBeTruthy()
  expect(sent).toEqual([])
  await user.click(getByRole('button', { name: 'Take the chair' }))
  expect(sent).toEqual([{ type: 'chair.take' }])
})

test('others are told and asked nothing; who is offline is told nothing', () => {
  const { show, container, queryByRole, getByText } = after(1, 'p_keiko')
  expect(getByText(/Bruno cannot be reached/)).toBeTruthy()
  expect(queryByRole('button')).toBeNull()
  show({ connection: { state: 'offline', since: start } })
  expect(container.textContent).not.toContain('Bruno')
})

test('the chair is offered back to who had it and can be reached again', async () => {
  const user = userEvent.setup({ advanceTimers: () => undefined })
  const play = meeting()
  play.unreachable = { p_bruno: play.clock - 2 * CHAIR_AFTER }
  play.does('p_elif', { type: 'chair.take' })
  const here = { facilitatorGone: null, lights: { p_bruno: 'asleep' as const } }
  const { sent, show, getByRole, queryByRole } = renderAt({ now: play.now, me: 'p_elif', names, here }, <ChairStrip />)
  expect(queryByRole('button')).toBeNull()
  show({ here: { facilitatorGone: null, lights: { p_bruno: 'live' } } })
  await user.click(getByRole('button', { name: 'Offer the chair back' }))
  expect(sent).toEqual([{ type: 'chair.offer', to: 'p_bruno' }])
})

test('who handed it over and was there all the time is not said to be back', () => {
  const play = meeting().does('p_bruno', { type: 'chair.offer', to: 'p_elif' }).does('p_elif', { type: 'chair.accept' })
  const here = { facilitatorGone: null, lights: { p_bruno: 'live' as const } }
  const { queryByRole } = renderAt({ now: play.now, me: 'p_elif', names, here }, <ChairStrip />)
  expect(queryByRole('button')).toBeNull()
})

test('who is offered the chair takes it or not', async () => {
  const user = userEvent.setup({ advanceTimers: () => undefined })
  const now = meeting().does('p_bruno', { type: 'chair.offer', to: 'p_keiko' }).now
  const keiko = renderAt({ now, me: 'p_keiko', names }, <ChairStrip />)
  await user.click(keiko.getByRole('button', { name: 'I facilitate' }))
  await user.click(keiko.getByRole('button', { name: 'Not now' }))
  expect(keiko.sent).toEqual([{ type: 'chair.accept' }, { type: 'chair.decline' }])
  keiko.unmount()
  const elif = renderAt({ now, me: 'p_elif', names }, <ChairStrip />)
  expect(elif.queryByRole('button')).toBeNull()
})
