import { fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { atOnce, deskAt, settle } from './desk.tsx'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('who starts is said before the round and changed in one tap', async () => {
  const desk = await deskAt('before')
  await desk.press('start with …', 'Chidi', 'The other way round', 'Begin: Chidi')
  expect(desk.last).toMatchObject({ type: 'consent.round', round: 'reaction', start: 'p_Chidi', direction: -1 })
  expect(desk.reads('is speaking')).toBe(true)
})

test('left alone, the rotation decides who starts', async () => {
  const desk = await deskAt('before')
  await desk.press(/^Begin: /)
  expect(desk.last).toMatchObject({ type: 'consent.round', start: null, direction: null })
})

test('marking turns: next, pass, come back later, and a tap on whoever speaks', async () => {
  const desk = await deskAt('reactions')
  await desk.press(/^Next: /)
  expect(desk.last).toMatchObject({ type: 'turn.done' })
  await desk.press('Pass')
  expect(desk.last).toMatchObject({ type: 'turn.pass' })
  await desk.press('Come back later')
  expect(desk.last).toMatchObject({ type: 'turn.later' })
  await desk.press('Walter is speaking')
  expect(desk.last).toMatchObject({ type: 'turn.give', to: 'p_Walter' })
})

test('a turn that has just changed hands rests before it can be ended', async () => {
  const desk = await deskAt('reactions')
  await desk.press(/^Next: /)
  const sent = desk.sent.length
  fireEvent.click(desk.find(/^Next: /))
  await atOnce()
  fireEvent.click(desk.find(/^Next: /))
  expect(desk.sent.length).toBe(sent + 1)
})

test('the last act is a sentence that can be undone', async () => {
  const desk = await deskAt('reactions')
  await desk.press(/^Next: /)
  const seq = desk.play.state?.back?.seq
  expect(screen.getByText(/has spoken\./)).toBeTruthy()
  await desk.press('Undo')
  expect(desk.last).toEqual({ type: 'undo', seq })
})

test('who asked to be come back to is named before the round ends', async () => {
  const desk = await deskAt('reactions')
  await desk.press('Come back later', 'Everyone was heard')
  expect(desk.reads(/Still to be asked: /)).toBe(true)
  const later = desk.play.consent.step
  await desk.press('Everyone was heard all the same')
  expect(desk.last).toMatchObject({ type: 'round.heard', over: [expect.stringContaining('p_')] })
  expect(later.stage).toBe('react')
})

test('pausing, ordering, starting again with a reason, ending early', async () => {
  const desk = await deskAt('reactions')
  await desk.press('The round …', 'Chidi: later')
  expect(desk.last).toMatchObject({ type: 'turn.move', by: 1 })
  await desk.press('Pause')
  expect(desk.last).toMatchObject({ type: 'round.pause' })
  await desk.press(/^Go on/)
  expect(desk.last).toMatchObject({ type: 'round.resume' })
  await desk.press('The round …')
  await desk.type('Why start again?', 'We sat differently')
  await desk.press('Start again')
  expect(desk.last).toMatchObject({ type: 'round.restart', reason: 'We sat differently' })
  await desk.press('The round …', 'End it early')
  expect(desk.last).toMatchObject({ type: 'round.end' })
})

test('a question is kept with its answer', async () => {
  const desk = await deskAt('questions')
  await desk.press('Write a question down')
  await desk.type('A question', 'For family too?')
  await desk.type(/^Its answer/, 'Yes')
  await desk.press('Keep')
  expect(desk.last).toMatchObject({
    type: 'note.write',
    note: null,
    kind: 'question',
    text: 'For family too?',
    answer: 'Yes',
  })
  expect(desk.reads('For family too?')).toBe(true)
})

test('a talk goes round, and closes only with what happens next', async () => {
  const desk = await deskAt('talk')
  await desk.type('What do you ask?', 'What would make it good?')
  fireEvent.click(screen.getByLabelText('Ideas'))
  await desk.press(/^Begin: /)
  expect(desk.last).toMatchObject({
    type: 'process.begin',
    kind: 'round',
    setup: { round: 'ideas', prompt: 'What would make it good?' },
  })
  await desk.press('Everyone was heard', /^What happens next/)
  await desk.type(/^What happens next/, 'Pia asks the band')
  await desk.press('Close this item')
  expect(desk.last).toMatchObject({ type: 'item.close', next: { words: 'Pia asks the band' } })
})

test('single keys press what is there, and nothing while typing', async () => {
  const desk = await deskAt('reactions')
  fireEvent.keyDown(document.body, { key: 'n' })
  await settle()
  expect(desk.last).toMatchObject({ type: 'turn.done' })
  fireEvent.keyDown(document.body, { key: 'b' })
  await settle()
  expect(desk.last).toMatchObject({ type: 'turn.back' })
  await desk.press('Write a point down')
  const sent = desk.sent.length
  fireEvent.keyDown(screen.getByLabelText('A point'), { key: 'n' })
  await settle()
  expect(desk.sent.length).toBe(sent)
})
