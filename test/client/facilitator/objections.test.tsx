import { fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { deskAt, settle } from './desk.tsx'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('each is heard, then ideas, then new wording', async () => {
  const desk = await deskAt('hear')
  await desk.type(/^Because/, 'Nobody would ask any more.')
  expect(desk.last).toMatchObject({ type: 'objection.write', objection: 'o1', reason: 'Nobody would ask any more.' })
  await desk.press(/^Next: Mireille/)
  expect(desk.last).toMatchObject({ type: 'objection.hear', objection: 'o2' })
  await desk.press(/^Ideas/)
  expect(desk.last).toMatchObject({ type: 'objection.work', move: 'ideas' })
  await desk.type('An idea', 'a box')
  await desk.press('Keep', /^New wording/)
  expect(desk.last).toMatchObject({ type: 'objection.work', move: 'wording' })
})

test('one more, taken back by its owner, finer states under Go deeper', async () => {
  const desk = await deskAt('hear')
  await desk.press('One more objection', 'Pia')
  expect(desk.last).toMatchObject({ type: 'objection.raise', for: 'p_Pia', words: '' })
  await desk.press('Go deeper')
  fireEvent.click(screen.getByLabelText('Try it small first'))
  await settle()
  expect(desk.last).toMatchObject({ type: 'objection.ways', objection: 'o1', ways: ['pilot'] })
  await desk.press('Chidi takes it back')
  expect(desk.last).toMatchObject({ type: 'objection.withdraw', objection: 'o1', for: 'p_Chidi' })
})

test('three ways first, each with its field; a hint for its owner', async () => {
  const desk = await deskAt('ideas')
  await desk.press(/^New wording/, /^Make it shorter/)
  expect(desk.last).toMatchObject({ type: 'objection.ways', ways: ['shorten'] })
  await desk.press('6 months')
  expect((screen.getByRole('button', { name: /^Until/ }) as HTMLElement).textContent).toMatch(/October 2026/)
  await desk.press(/^Measure it/)
  await desk.type(/^Measured/, 'Noor counts')
  expect(desk.play.consent.wording.draft).toMatchObject({ measure: 'Noor counts', until: '2026-10-14' })
  await desk.press('Chidi: it would meet it')
  expect(desk.last).toMatchObject({ type: 'objection.meets', objection: 'o1', meets: true, for: 'p_Chidi' })
})

test('while the words are the same, words say so in place of the button', async () => {
  const desk = await deskAt('ideas')
  await desk.press(/^New wording/)
  expect(desk.has(/^Ask again/)).toBe(false)
  expect(desk.reads('Change the words, then ask again.')).toBe(true)
  await desk.type(/Version 2$/, 'Guests choose what they pay.')
  await desk.press(/^Ask again: version 2/)
  expect(desk.last).toMatchObject({ type: 'consent.ask' })
})

test('all taken back and nothing changed: only the former objectors are asked', async () => {
  const desk = await deskAt('withdrawn')
  await desk.press(/^Ask again: /)
  expect(desk.last).toMatchObject({ type: 'consent.recheck' })
  expect(desk.has(/^(Mireille|Chidi): no objection/)).toBe(true)
  await desk.press(/: no objection/, /: no objection/)
  expect(desk.reads('No objections')).toBe(true)
})
