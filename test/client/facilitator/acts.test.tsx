import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { decidedIn } from '../../../shared/record/item.ts'
import { type DeskAt, deskAt } from './desk.tsx'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const words = 'Guest room costs 12 € a night from 1 May 2026.'

/** From people gathering to the question: begin, questions, reactions, ask. */
async function untilAsked(desk: DeskAt): Promise<void> {
  await desk.type(/^Proposal: Guest room price/, words)
  await desk.press(/^Begin: Guest room price/, /^Questions: /, 'Everyone was heard', /^Begin: /, 'Everyone was heard')
  await desk.press(/^Ask for consent/)
}

/** Everyone whose turn it is answers on their own phone; those of `objecting` object. */
async function byPhone(desk: DeskAt, objecting: readonly string[] = []): Promise<void> {
  await desk.meanwhile((play) => {
    const all = Object.fromEntries(objecting.map((person) => [person, 'it shuts people out']))
    play.answered(500, all)
  })
}

/** Everyone is asked aloud, and the laptop alone answers for them. */
async function aloud(desk: DeskAt, objecting: readonly string[] = []): Promise<void> {
  for (let asked = 0; asked < desk.all.length; asked++) {
    const { step } = desk.play.consent
    const speaking = step.stage === 'consent' ? step.round?.speaking?.person : undefined
    if (speaking === undefined) return
    const mine = speaking === desk.play.me
    const objects = objecting.includes(speaking)
    if (mine) await desk.press(objects ? 'I have an objection' : 'No objection')
    else await desk.press(objects ? /: objection$/ : /: no objection$/)
  }
}

test('one decision with phones takes eight presses', async () => {
  const desk = await deskAt('arrived')
  await untilAsked(desk)
  await byPhone(desk)
  await desk.press('Announce: it’s decided', 'End the meeting')
  expect(desk.presses).toBe(8)
  expect(desk.play.now.stage).toBe('ended')
  expect(desk.play.now.items[0]?.outcome?.kind).toBe('decided')
})

test('one decision on one laptop alone takes seventeen presses', async () => {
  const desk = await deskAt('alone')
  await desk.press('All the others are here')
  await untilAsked(desk)
  await aloud(desk)
  await desk.press('Announce: it’s decided', 'End the meeting')
  expect(desk.presses).toBe(17)
  const [decided] = decidedIn(desk.play.item)
  expect(decided?.consent).toHaveLength(8)
})

async function metIn(desk: DeskAt, answer: (desk: DeskAt, objecting?: readonly string[]) => Promise<void>) {
  await untilAsked(desk)
  await answer(desk, ['p_Chidi'])
  const before = desk.presses
  await desk.press(/^Hear Chidi/)
  await desk.type(/^Because/, 'Whoever cannot pay would stop asking.')
  await desk.press(/^Ideas/, /^New wording/)
  await desk.type(/Version 2$/, 'Guests choose 0, 6 or 12 € a night, paid into the box.')
  await desk.press(/^Ask again: version 2/)
  await answer(desk)
  expect(desk.reads('No objections')).toBe(true)
  await desk.press('Announce: it’s decided')
  expect(desk.play.consent.objections[0]).toMatchObject({ status: 'integrated', reason: /./ })
  return desk.presses - 1 - before
}

test('an objection takes four presses more with phones', async () => {
  expect(await metIn(await deskAt('arrived'), byPhone)).toBe(4)
})

test('an objection takes twelve presses more on one laptop alone', async () => {
  expect(await metIn(await deskAt('arrived'), aloud)).toBe(12)
})
