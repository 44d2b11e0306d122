import { expect } from '@playwright/test'
import { copiesLink, founds, goesRound } from './support/desk.ts'
import { test } from './support/fixtures.ts'
import type { Someone } from './support/people.ts'
import { wordsOf } from './support/words.ts'

const words = 'Shared dinners Monday to Thursday start at 18:30; kitchen team decides the menu.'

/** Asked without rounds before it: nobody has a question or a reaction. Farid's seat is the second in the order. */
async function asksAtOnce(amara: Someone): Promise<void> {
  await amara.press('desk.begin_title', { title: 'Shared dinners' })
  await amara.press('desk.no_questions')
  await amara.press('desk.anything')
  await amara.sees('desk.the_words')
  await goesRound(amara, 'Bruno', 'Elif')
  await amara.press('desk.ask_consent')
}

// Scenarios 1 and 1c of the domain.
test('who comes in the middle of a consent round is asked last, and may object', async ({ server, crowd }) => {
  const amara = await crowd.one('laptop')
  const farid = await crowd.one('phone')
  await founds(amara, server.url, {
    decide: 'Shared dinners',
    name: 'Amara',
    circle: 'Meals Circle',
    people: ['Bruno', 'Farid', 'Elif'],
  })
  const link = await copiesLink(amara)
  await amara.write('desk.proposal_for', words, { title: 'Shared dinners' })
  await amara.press('desk.no_phone_for', { name: 'Bruno' })
  await amara.press('desk.no_phone_for', { name: 'Elif' })
  await asksAtOnce(amara)

  const asked = amara.page.getByRole('button', { name: /no objection$/i })
  await expect(asked).toBeEnabled()
  const first = (await asked.textContent()) ?? ''
  await amara.hit(asked)
  await expect(asked).not.toHaveText(first)
  await farid.page.goto(link)
  await farid.press('join.open')
  await farid.pick('Farid')
  await farid.check('lobby.remote')
  await farid.press('lobby.here')
  await farid.reads(words)
  for (let left = 2; left > 0; left--) {
    await expect(asked).toBeEnabled()
    const said = (await asked.textContent()) ?? ''
    expect(said, 'he comes after everyone in the order').not.toContain('Farid')
    await amara.hit(asked)
    await expect(asked).not.toHaveText(said)
  }
  await expect(amara.button('desk.their_none', { name: 'Farid' })).toBeEnabled()
  await expect(amara.button('desk.announce')).toHaveCount(0)
  await amara.reads(wordsOf('say.late', { first: 'Farid' }))
  await farid.sees('my.your_turn')
  await farid.press('my.objection')
  await farid.sees('my.noted')
  await amara.sees('desk.objections', { count: 1 })
  await expect(amara.button('desk.announce')).toHaveCount(0)
})
