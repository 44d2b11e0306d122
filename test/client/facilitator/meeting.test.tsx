import { screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { deskAt, settle } from './desk.tsx'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('gathering: who is missing, by name, in one tap each; all who are left in one', async () => {
  const desk = await deskAt('gathering', 9)
  await desk.press('Oskar is here without a phone')
  expect(desk.last).toEqual({ type: 'seat.no_device', people: ['p_Oskar'] })
  await desk.press('Greta is not coming')
  expect(desk.last).toMatchObject({ type: 'seat.mark', person: 'p_Greta', attendance: 'absent' })
  expect(desk.reads('Everyone is here.')).toBe(true)
  const other = await deskAt('alone', 4)
  await other.press('All the others are here')
  expect(other.last).toEqual({ type: 'seat.no_device', people: ['p_Mireille', 'p_Noor', 'p_Oskar'] })
})

test('someone who is missing gets a name over HTTP before a command mentions them', async () => {
  const desk = await deskAt('gathering')
  const asked: unknown[] = []
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    asked.push([path, init?.body])
    return new Response(JSON.stringify({ person: 'p_new', name: 'Rosa', hint: null, twins: [] }))
  })
  await desk.press('Add someone')
  await desk.type('Their name', 'Rosa')
  await desk.press('Add')
  expect(asked).toEqual([['/api/people', JSON.stringify({ circle: 'c_harrow', as: 'p_Lior', name: 'Rosa' })]])
  expect(desk.last).toEqual({ type: 'person.add', person: 'p_new', as: 'member' })
})

test('a person: remote, one seat on, secretary, the chair', async () => {
  const desk = await deskAt('gathering')
  await desk.press('Pia: change', 'Takes part remotely')
  expect(desk.last).toEqual({ type: 'seat.remote', person: 'p_Pia', remote: true })
  await desk.press('Sits one seat later')
  expect(desk.last).toEqual({ type: 'seat.move', person: 'p_Pia', by: 1 })
  await desk.press('Is secretary')
  expect(desk.last).toEqual({ type: 'role.set', role: 'secretary', person: 'p_Pia' })
  await desk.press('Offer the chair')
  expect(desk.last).toEqual({ type: 'chair.offer', to: 'p_Pia' })
})

test('handing over for one item is asked of everyone', async () => {
  const desk = await deskAt('consent')
  await desk.press('Pia: change', 'Facilitates this item')
  expect(desk.last).toMatchObject({ type: 'aside.put', text: null, does: { type: 'chair.give', to: 'p_Pia' } })
  expect(desk.reads('Pia facilitates this item.')).toBe(true)
  expect(desk.reads(/^You asked everyone\./)).toBe(true)
})

test('someone with an objection standing is marked as gone only when asked twice', async () => {
  const desk = await deskAt('objected')
  await desk.press('Chidi: change', 'Has left')
  expect(desk.last).toMatchObject({ type: 'seat.mark', confirmed: false })
  expect(desk.reads(/has an objection standing\. Press again/)).toBe(true)
  await desk.press('Has left')
  expect(desk.last).toMatchObject({ type: 'seat.mark', confirmed: true })
})

test('the agenda: add, rename, order, open another instead', async () => {
  const desk = await deskAt('reactions')
  await desk.press('More', 'Agenda')
  await desk.type('One more item', 'Bike shed')
  await desk.press('Add')
  expect(desk.last).toEqual({ type: 'item.add', title: 'Bike shed', kind: 'decide' })
  await desk.press('Cellar keys: earlier')
  expect(desk.last).toEqual({ type: 'item.move', item: 'i3', by: -1 })
  await desk.press('Cellar keys: change')
  await desk.type('What it is called', 'Keys')
  expect(desk.last).toEqual({ type: 'item.rename', item: 'i3', title: 'Keys' })
  await desk.press('Open it instead')
  expect(desk.sent.slice(-2).map((c) => c.type)).toEqual(['item.pause', 'item.open'])
})

test('a quick question: nobody objected, or someone did', async () => {
  const desk = await deskAt('consent')
  await desk.press('More', 'Ask everyone quickly')
  await desk.type('What do you ask?', 'A break?')
  await desk.press('Ask')
  expect(desk.last).toEqual({ type: 'aside.put', text: 'A break?', form: 'aloud', does: null })
  await desk.press('Someone objects', 'Noor')
  expect(desk.last).toEqual({ type: 'aside.object', aside: expect.any(Number), for: 'p_Noor' })
  expect(desk.has(/^Nobody objected/)).toBe(false)
  await desk.press(/^Take it up as an item/)
  expect(desk.last).toEqual({ type: 'aside.take_up', aside: expect.any(Number), text: null })
})

test('a ready-made question becomes an item in the words in which it is read here', async () => {
  const desk = await deskAt('consent')
  await desk.press('Pia: change', 'Facilitates this item', 'Someone objects', 'Noor', /^Take it up as an item/)
  expect(desk.last).toMatchObject({ type: 'aside.take_up', text: 'Pia facilitates this item.' })
  expect(desk.play.item.draft.text).toBe('Pia facilitates this item.')
})

test('by a sign: the silent are named, and ticked by hand', async () => {
  const desk = await deskAt('aside-signal', 7)
  expect(desk.has(/^Nobody objected/)).toBe(false)
  await desk.press('Fine with Pia', 'Fine with Chidi')
  expect(desk.last).toMatchObject({ type: 'aside.answer', for: 'p_Chidi' })
  await desk.press(/^Nobody objected/)
  expect(desk.last).toMatchObject({ type: 'aside.agree' })
})

test('ending with something open asks what happens next with it; it can be opened again', async () => {
  const desk = await deskAt('consent')
  await desk.press('More', 'End the meeting')
  expect(desk.reads(/^Still open: Guest room price/)).toBe(true)
  await desk.press('End the meeting')
  expect(desk.last).toMatchObject({
    type: 'meeting.end',
    next: { when: { id: 'when.next_meeting', with: {} }, who: 'p_Lior' },
  })
  await desk.press('Open it again')
  expect(desk.last).toEqual({ type: 'meeting.reopen' })
})

test('the room’s picture keeps the two answers and nothing else of the desk', async () => {
  const desk = await deskAt('consent')
  await desk.press('Room')
  for (let tries = 0; tries < 50 && !desk.has(/Back to my screen/); tries++) await settle()
  expect(desk.has(/^Greta: no objection/)).toBe(true)
  expect(screen.queryByText('To come back to')).toBeNull()
  await desk.press(/Back to my screen/)
  expect(screen.queryByText('To come back to')).not.toBeNull()
})
