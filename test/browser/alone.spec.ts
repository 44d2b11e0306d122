import { expect } from '@playwright/test'
import { guestRoom } from '../support/harrow.ts'
import { copiesLink, founds, records } from './support/desk.ts'
import { test } from './support/fixtures.ts'
import type { Someone } from './support/people.ts'
import { consents, joins } from './support/phone.ts'

const others = ['Mireille', 'Noor', 'Oskar', 'Walter', 'Pia', 'Chidi', 'Greta'] as const
const circle = { decide: guestRoom.title, name: 'Lior', circle: 'General Circle', people: others }

/** Presses of the facilitator between two moments, as the screens need them. */
async function presses(lior: Someone, act: () => Promise<void>): Promise<number> {
  const before = lior.presses
  await act()
  return lior.presses - before
}

/** Everyone is asked, in the order of the screen: whoever objects by their words, and the others do not. */
async function asksEveryone(lior: Someone, objecting: readonly string[] = []): Promise<void> {
  const none = lior.page.getByRole('button', { name: /^\s*([\u2066-\u2069]*\w+[\u2066-\u2069]*: no|No) objection\s*$/ })
  for (let left = others.length + 1; left > 0; left--) {
    await expect(none).toBeEnabled()
    const said = (await none.textContent()) ?? ''
    const name = others.find((each) => said.includes(each))
    if (name && objecting.includes(name)) await records(lior, name, 'objection')
    else await lior.hit(none)
    if (left > 1) await expect(none).not.toHaveText(said)
  }
}

/** From people sitting to the question: questions and reactions go round without marking turns. */
async function talksItOver(lior: Someone): Promise<void> {
  await lior.press('desk.begin_title', { title: guestRoom.title })
  await lior.pick(/^Questions: /)
  await lior.press('desk.heard')
  await lior.pick(/^Begin: /)
  await lior.press('desk.heard')
  await lior.press('desk.ask_consent')
}

test('eight people decide with one laptop in seventeen presses, and twelve more for an objection', async ({
  server,
  crowd,
}) => {
  const lior = await crowd.one('laptop')
  await founds(lior, server.url, circle)
  await lior.write('desk.proposal_for', guestRoom.text, { title: guestRoom.title })
  const before = await presses(lior, async () => {
    await lior.press('desk.others_here')
    await talksItOver(lior)
    await asksEveryone(lior, ['Chidi'])
  })
  const objection = await presses(lior, async () => {
    await lior.press('desk.hear_name', { name: 'Chidi' })
    await lior.write('desk.because', 'Whoever cannot pay 12 € has no room for the grandparents.')
    await lior.press('move.ideas')
    await lior.press('move.wording')
    await lior.page.getByRole('textbox', { name: guestRoom.title }).fill(guestRoom.better)
    await lior.press('desk.ask_again', { n: 2 })
    await asksEveryone(lior)
  })
  const announcing = await presses(lior, () => lior.press('desk.announce'))
  await lior.sees('desk.its_decided')
  expect(before + announcing).toBeLessThanOrEqual(17)
  expect(objection).toBeLessThanOrEqual(12)
  await lior.press('desk.end')
  await lior.sees('desk.ended')
})

test('with phones it is eight presses of the facilitator, and one or two of each member', async ({ server, crowd }) => {
  const lior = await crowd.one('laptop')
  const people = others.slice(0, 3)
  await founds(lior, server.url, { ...circle, people })
  await lior.write('desk.proposal_for', guestRoom.text, { title: guestRoom.title })
  const link = await copiesLink(lior)
  const phones: Record<string, Someone> = {}
  for (const name of people) {
    const phone = await crowd.one('phone')
    await joins(phone, link, name)
    phones[name] = phone
  }
  expect(Object.values(phones).map((phone) => phone.presses)).toEqual([3, 3, 3])
  const count = await presses(lior, async () => {
    await talksItOver(lior)
    for (let left = people.length + 1; left > 0; left--) await answersInTurn(lior, phones)
    await lior.press('desk.announce')
  })
  expect(count).toBeLessThanOrEqual(8)
  expect(Object.values(phones).map((phone) => phone.presses)).toEqual([4, 4, 4])
})

/** Whoever's turn it is answers on their own device. */
async function answersInTurn(lior: Someone, phones: Record<string, Someone>): Promise<void> {
  const asked = lior.page.getByRole('button', { name: /no objection\s*$/i })
  await expect(asked).toBeEnabled()
  const said = (await asked.textContent()) ?? ''
  const name = Object.keys(phones).find((each) => said.includes(each))
  const phone = name && phones[name]
  if (phone) await consents(phone)
  else await lior.press('desk.own_none')
  const answer = name ? lior.button('desk.their_none', { name }) : lior.button('desk.own_none')
  await expect(answer).toHaveCount(0)
}
