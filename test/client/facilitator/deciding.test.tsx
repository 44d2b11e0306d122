import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { atOnce, deskAt, settle } from './desk.tsx'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('recording for whoever is asked names their turn; the own answer is one’s own', async () => {
  const desk = await deskAt('consent')
  const { step } = desk.play.consent
  const turn = step.stage === 'consent' ? step.round?.turn : null
  await desk.press(/^Greta: no objection/)
  expect(desk.last).toMatchObject({
    type: 'consent.answer',
    turn,
    replaces: null,
    answer: { is: 'none' },
    for: 'p_Greta',
  })
  await desk.press('I have an objection')
  expect(desk.last).toMatchObject({ answer: { is: 'objection', words: '' }, for: null })
})

test('an answer rests before the next person can be answered for', async () => {
  const desk = await deskAt('consent')
  await desk.press(/^Greta: no objection/)
  const sent = desk.sent.length
  fireEvent.click(desk.find('No objection'))
  await atOnce()
  fireEvent.click(desk.find('Mireille: no objection'))
  expect(desk.sent.length).toBe(sent + 1)
})

test('not ready says what is needed; coming back puts them last', async () => {
  const desk = await deskAt('consent')
  await desk.press(/^Not ready/)
  await desk.type('What is needed first', 'the cost of heating')
  expect(desk.last).toMatchObject({ answer: { is: 'not ready', need: 'the cost of heating' }, for: 'p_Greta' })
  await desk.press(/^Come back later/)
  expect(desk.last).toMatchObject({ type: 'turn.later' })
})

test('a few words can be put to an objection while the round goes on', async () => {
  const desk = await deskAt('consent')
  const given = desk.play.consent.answers?.given.p_Chidi?.seq
  await desk.press('Chidi: a few words')
  await desk.type('In Chidi’s words', 'too dear for families')
  expect(desk.last).toMatchObject({
    replaces: given,
    answer: { is: 'objection', words: 'too dear for families' },
    for: 'p_Chidi',
  })
})

test('someone who stepped out is waited for by name', async () => {
  const desk = await deskAt('out')
  expect(desk.has(/no objection$/)).toBe(false)
  await desk.press('Walter is back')
  expect(desk.last).toMatchObject({ type: 'here', for: 'p_Walter' })
  expect(desk.has('Walter: no objection')).toBe(true)
})

test('all at once for this round in one tap', async () => {
  const desk = await deskAt('words')
  await desk.press('All at once', /^Ask for consent/)
  expect(desk.last).toMatchObject({ type: 'consent.ask', mode: 'simultaneous', start: null, direction: null })
})

test('who has no phone answers on the laptop, covered at once; a hand opens', async () => {
  const desk = await deskAt('at-once')
  await desk.press(/^Greta answers on this laptop/, 'No objection')
  expect(desk.last).toMatchObject({ type: 'consent.answer', turn: null, for: 'p_Greta', answer: { is: 'none' } })
  expect(desk.reads(/^Covered/)).toBe(true)
  await desk.press('OK')
  expect(desk.has('Open the answers')).toBe(false)
  await desk.meanwhile((play) => play.says(play.consent.answers?.required.at(-2) ?? '', null))
  expect(document.body.textContent).not.toMatch(/no objection/i)
  await desk.press('Open the answers')
  expect(desk.last).toMatchObject({ type: 'consent.open' })
})

test('nobody is offered to answer on the laptop over what they gave by their own hand', async () => {
  const waiting = await deskAt('at-once')
  await waiting.press('Greta: change')
  expect(waiting.has('Answers on this laptop')).toBe(true)
  cleanup()
  const given = await deskAt('at-once')
  await given.press('Pia: change')
  expect(given.has('Has left')).toBe(true)
  expect(given.has('Answers on this laptop')).toBe(false)
})

test('going back from closed answers asks first', async () => {
  const desk = await deskAt('at-once')
  await desk.press(/^Back/)
  expect(desk.sent).toEqual([])
  await desk.press('Back to the words')
  expect(desk.last).toMatchObject({ type: 'consent.step', to: 'wording' })
})

test('until the announcement no objection may become an objection', async () => {
  const desk = await deskAt('none')
  await desk.press('Pia: change', 'I have an objection')
  expect(desk.last).toMatchObject({ type: 'consent.answer', for: 'p_Pia', answer: { is: 'objection' } })
  expect(desk.has(/^Hear Pia/)).toBe(true)
})

test('the words are written when the writer rests, and defaults go with them', async () => {
  const desk = await deskAt('blank')
  await desk.type(/Version 1$/, 'Dogs on the lead.')
  expect(desk.sent.map((c) => c.type)).toEqual(['wording.take', 'wording.write', 'wording.leave'])
  expect(desk.sent[1]).toMatchObject({ fields: { text: 'Dogs on the lead.', until: '2027-04-14', by: null } })
  await desk.press(/^Looked after by/, 'Noor', /^Questions: /)
  expect(desk.play.consent.wording.versions[0]).toMatchObject({ n: 1, fields: { by: 'p_Noor' } })
})

test('two who write: neither is lost', async () => {
  const desk = await deskAt('words')
  const field = screen.getByLabelText(/Version 1$/)
  fireEvent.focus(field)
  await atOnce()
  fireEvent.change(field, { target: { value: 'My words.' } })
  await desk.meanwhile((play) => {
    const { draft, written } = play.consent.wording
    play.does(play.me, { type: 'wording.write', fields: { ...draft, text: 'Their words.' }, over: written })
  })
  fireEvent.blur(field)
  await settle()
  expect(desk.reads('The words were changed meanwhile')).toBe(true)
  expect((screen.getByLabelText(/Version 2$/) as HTMLTextAreaElement).value).toBe('My words.')
  await desk.press('Keep mine')
  expect(desk.play.consent.wording.draft.text).toBe('My words.')
})

test('putting it off, handing it over, dropping it', async () => {
  const desk = await deskAt('hear')
  await desk.press('Not today …')
  await desk.type('When', '12 May')
  await desk.press('Put it off')
  expect(desk.last).toMatchObject({ type: 'consent.defer', when: '12 May', who: 'p_Lior' })
  const other = await deskAt('hear')
  await other.press('Not today …')
  fireEvent.click(screen.getAllByLabelText(/^Two or three rework it/).at(-1) as HTMLElement)
  await other.type(/^What happens next/, 'Pia and Chidi')
  await other.press('Hand it over')
  expect(other.last).toMatchObject({ type: 'consent.refer', to: 'helping circle', words: 'Pia and Chidi' })
})

test('dropping is asked of everyone', async () => {
  const desk = await deskAt('hear')
  await desk.press('Not today …')
  fireEvent.click(screen.getByLabelText(/^Drop it/))
  await desk.press('Ask everyone')
  expect(desk.last).toMatchObject({ type: 'aside.put', text: null, form: 'aloud', does: { type: 'consent.drop' } })
  expect(desk.reads('We drop “Guest room price”.')).toBe(true)
  await desk.press(/^Nobody objected/)
  expect(desk.play.now.items[0]?.outcome?.kind).toBe('dropped')
})
