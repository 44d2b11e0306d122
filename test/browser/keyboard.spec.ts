import { expect, type Locator } from '@playwright/test'
import { atHarrow } from './support/at-harrow.ts'
import { test } from './support/fixtures.ts'
import type { Someone } from './support/people.ts'
import { wordsOf } from './support/words.ts'

const better = 'Guests choose 0, 6 or 12 € a night, paid into the box. No 1 Bank needed.'

/** Goes on with Tab until this has the focus. */
async function tabTo(one: Someone, control: Locator): Promise<void> {
  await expect(control).toBeVisible()
  for (let steps = 0; steps < 80; steps++) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await one.page.keyboard.press('Tab')
  }
  throw new Error('not to be reached with Tab')
}

async function enter(one: Someone, control: Locator): Promise<void> {
  await expect(control).toBeEnabled()
  await tabTo(one, control)
  await one.page.keyboard.press('Enter')
}

/** One key answers for whoever is asked, once both answers carry their name. */
async function answers(one: Someone, name: string, key: '1' | '2'): Promise<void> {
  const is = key === '1' ? 'none' : 'objection'
  const answer = name === 'Lior' ? one.button(`desk.own_${is}`) : one.button(`desk.their_${is}`, { name })
  await expect(answer).toBeEnabled()
  await one.page.keyboard.press(key)
  await expect(answer).toHaveCount(0)
}

test('a whole consent round with an objection is facilitated without a mouse', async ({ server, crowd }) => {
  const { harrow, sits } = await atHarrow(server, crowd)
  await harrow.until('reacting')
  const lior = await sits('Lior', 'laptop')
  const key = (name: string) => lior.page.keyboard.press(name)
  await enter(lior, lior.button('desk.heard'))
  await expect(lior.button('desk.ask_consent')).toBeEnabled()
  await key('n')
  const asked = lior.page.getByRole('button', { name: /: no objection$|^No objection$/ })
  await expect(asked).toBeVisible()
  const order = await goesRound(lior, asked, 'Chidi')
  expect(order).toHaveLength(9)

  await expect(lior.button('desk.hear_name', { name: 'Chidi' })).toBeEnabled()
  await key('n')
  await tabTo(lior, lior.page.getByRole('textbox', { name: wordsOf('desk.because') }))
  await lior.page.keyboard.type('Nobody but 1 bank can pay: n, b, u, c, p, 2, 3?')
  await expect(lior.page.getByRole('textbox', { name: wordsOf('desk.because') })).toHaveValue(/u, c, p, 2, 3\?$/)
  await lior.sees('move.hear')
  await enter(lior, lior.button('move.ideas'))
  await expect(lior.button('move.wording')).toBeEnabled()
  await lior.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await key('n')
  const words = lior.page.getByRole('textbox', { name: 'Guest room price' })
  await tabTo(lior, words)
  await key('Control+a')
  await lior.page.keyboard.type(better)
  await expect(words).toHaveValue(better)
  await enter(lior, lior.button('desk.ask_again', { n: 2 }))
  await goesRound(lior, asked)
  await lior.sees('desk.no_objections')
  await key('n')
  await expect(lior.button('desk.announce')).toBeVisible()
  await enter(lior, lior.button('desk.announce'))
  await lior.sees('desk.its_decided')
  expect(lior.presses, 'no mouse').toBe(0)
})

/** Asks everyone by single keys; returns who was asked, in turn. */
async function goesRound(lior: Someone, asked: Locator, objecting?: string): Promise<readonly string[]> {
  const order: string[] = []
  while (order.length < 9) {
    await expect(asked).toBeEnabled()
    const words = (await asked.textContent()) ?? ''
    const name = /[\p{L}]+(?=[\u2066-\u2069]*: no objection)/u.exec(words)?.[0] ?? 'Lior'
    order.push(name)
    await answers(lior, name, name === objecting ? '2' : '1')
  }
  return order
}

test('single keys can be switched off', async ({ server, crowd }) => {
  const { harrow, sits } = await atHarrow(server, crowd)
  await harrow.until('reacting')
  const lior = await sits('Lior', 'laptop')
  await lior.press('common.more')
  await lior.page.getByText(wordsOf('desk.keys', {}, true)).click()
  await lior.check('desk.keys_on')
  await lior.press('common.close')
  const speaking = await lior.page.getByRole('heading').first().textContent()
  await lior.page.keyboard.press('n')
  await lior.page.keyboard.press('b')
  await expect(lior.page.getByRole('heading').first()).toHaveText(speaking ?? '')
  await lior.press('common.more')
  await lior.page.getByText(wordsOf('desk.keys', {}, true)).click()
  await lior.check('desk.keys_on')
  await lior.press('common.close')
  await lior.page.keyboard.press('n')
  await expect(lior.page.getByRole('heading').first()).not.toHaveText(speaking ?? '')
})
