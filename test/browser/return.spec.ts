import { expect } from '@playwright/test'
import { atHarrow } from './support/at-harrow.ts'
import { layCable } from './support/cable.ts'
import { test } from './support/fixtures.ts'
import { wordsOf } from './support/words.ts'

test('reload, another tab, another browser: the same seat, and nothing is asked twice', async ({ server, crowd }) => {
  const { harrow, sits } = await atHarrow(server, crowd)
  await harrow.until('consenting')
  const greta = await sits('Greta', 'phone')
  await greta.sees('my.your_turn')
  await greta.page.reload()
  await greta.sees('my.your_turn')

  const tab = await crowd.tab(greta.context, 'phone')
  await tab.page.goto(`${server.url}/`)
  await tab.page.getByRole('link', { name: wordsOf('home.open_circle') }).click()
  await tab.sees('my.your_turn')

  const tablet = await crowd.one('phone')
  await tablet.page.goto(harrow.link)
  await tablet.press('join.open')
  await tablet.pick(/^Greta/)
  await tablet.sees('my.your_turn')

  await greta.press('my.no_objection')
  for (const one of [greta, tab, tablet]) await one.sees('my.said.none')
  await expect.poll(() => harrow.lior.seq).toBeGreaterThan(0)
  const again = await crowd.tab(greta.context, 'phone')
  await again.page.goto(harrow.link)
  await again.press('join.open')
  await again.sees('my.said.none')
})

test('an answer given without a network waits, survives a reload, and goes when it is back', async ({
  server,
  crowd,
}) => {
  const { harrow, sits } = await atHarrow(server, crowd)
  await harrow.until('consenting')
  const lior = await sits('Lior', 'laptop')
  const greta = await sits('Greta', 'phone')
  await greta.sees('my.any')
  await lior.sees('desk.is_answering')
  const cable = await layCable(greta.page)
  await greta.page.reload()
  await greta.sees('my.any')
  await cable.unplug()
  await greta.press('my.no_objection')
  await greta.sees('live.unsent')
  await greta.page.reload()
  await greta.sees('live.offline')
  await expect(lior.button('desk.their_none', { name: 'Greta' })).toBeVisible()
  cable.plug()
  await expect(lior.button('desk.their_none', { name: 'Greta' })).toHaveCount(0)
  await greta.sees('my.said.none')
  await greta.sees('my.saved')
})

test('a killed server: what was tapped meanwhile arrives once, and words being written stay', async ({
  server,
  crowd,
}) => {
  const { harrow, sits, hangs } = await atHarrow(server, crowd)
  await harrow.until('consenting')
  const lior = await sits('Lior', 'laptop')
  const greta = await sits('Greta', 'phone')
  const room = await hangs()
  await room.sees('room.any_objection', { who: 'Greta' })
  await greta.press('my.objection')
  await greta.sees('my.noted')
  await greta.page.getByRole('textbox').tap()
  await greta.page.getByRole('textbox').fill('Who cleans')
  await server.kill()
  await greta.page.getByRole('textbox').pressSequentially(' the room?')
  await greta.press('my.send_words')
  await greta.sees('live.unsent')
  await server.start()
  await lior.reads('Who cleans the room?')
  await lior.button('desk.their_none', { name: 'Ines' }).waitFor()
  await room.sees('room.any_objection', { who: 'Ines' })
})

test('words being written are not taken away when the facilitator goes on', async ({ server, crowd }) => {
  const { harrow, sits } = await atHarrow(server, crowd)
  await harrow.until('consenting')
  const chidi = await sits('Chidi', 'phone')
  await chidi.press('my.not_right')
  await chidi.press('my.objection')
  const field = chidi.page.getByRole('textbox')
  await field.tap()
  await field.fill('Families with little')
  await harrow.until('working')
  await chidi.sees('my.moved_on')
  await expect(field).toBeFocused()
  await field.pressSequentially(' money')
  await expect(field).toHaveValue('Families with little money')
})

// Scenario 5b of the domain.
test('the facilitator’s laptop dies: the chair is offered, taken by a person, and offered back', async ({
  server,
  crowd,
}) => {
  const { harrow, sits } = await atHarrow(server, crowd)
  await harrow.until('reacting')
  const lior = await sits('Lior', 'laptop')
  const noor = await sits('Noor', 'phone')
  const oskar = await sits('Oskar', 'phone')
  await lior.sees('desk.is_speaking')
  await oskar.sees('my.your_turn')
  harrow.lior.leaves()
  await lior.context.close()
  await oskar.sees('chair.gone', { name: 'Lior' })
  await expect(oskar.button('my.done')).toBeVisible()
  await expect(noor.button('chair.take')).toBeVisible({ timeout: 30_000 })
  await expect(oskar.button('chair.take')).toHaveCount(0)
  await noor.press('chair.take')
  await noor.sees('desk.is_speaking')
  await oskar.misses(wordsOf('chair.gone', { name: 'Lior' }))

  const back = await sits('Lior', 'phone')
  await back.reads('Noor')
  await noor.press('chair.offer_back')
  await back.press('chair.accept')
  await back.sees('desk.is_speaking')
  await oskar.press('my.done')
  await expect(oskar.button('my.done')).toBeHidden()
})
