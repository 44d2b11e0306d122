import { expect } from '@playwright/test'
import { type Stage, stages } from '../support/harrow.ts'
import { expectAccess, expectNoSideways, expectTargets } from './support/access.ts'
import { atHarrow } from './support/at-harrow.ts'
import { test } from './support/fixtures.ts'
import type { Someone } from './support/people.ts'
import { joins } from './support/phone.ts'

/** The least a finger needs, on a phone and on a laptop. */
const finger = 48

/** Every screen has caught up with the server. */
async function caughtUp(people: readonly Someone[], stage: Stage): Promise<void> {
  for (const one of people) await expect(one.page.locator('h1').first(), stage).toBeAttached()
}

for (const scheme of ['light', 'dark'] as const) {
  test(`no page of a meeting breaks a rule of access, ${scheme}`, async ({ server, crowd }) => {
    const { harrow, sits, hangs } = await atHarrow(server, crowd)
    const lior = await sits('Lior', 'laptop', { colorScheme: scheme })
    const greta = await sits('Greta', 'phone', { colorScheme: scheme })
    const chidi = await sits('Chidi', 'phone', { colorScheme: scheme })
    const room = await hangs({ colorScheme: scheme })
    for (const stage of stages) {
      await harrow.until(stage)
      const seen = { lior, greta, chidi, room }
      await caughtUp(Object.values(seen), stage)
      for (const [who, one] of Object.entries(seen)) {
        await expectAccess(one.page, `${stage}, ${who}`)
        await one.picture(`access-${scheme}-${stage}-${who}`)
      }
    }
  })
}

test('on a phone every control is as large as a finger, and nothing stands out to the side', async ({
  server,
  crowd,
}) => {
  const { harrow, sits } = await atHarrow(server, crowd)
  const narrow = await sits('Chidi', 'phone', { viewport: { width: 320, height: 640 } })
  const large = await sits('Greta', 'phone')
  const lior = await sits('Lior', 'laptop', { viewport: { width: 640, height: 720 } })
  const visitor = await crowd.one('phone', { viewport: { width: 320, height: 640 } })
  await visitor.page.goto(harrow.link)
  await expectTargets(visitor.page, finger, 'link')
  await joins(visitor, harrow.link, 'Pia')
  for (const stage of stages) {
    await harrow.until(stage)
    await caughtUp([narrow, large, lior], stage)
    await large.page.evaluate(() => document.documentElement.setAttribute('data-text', '200'))
    await lior.page.evaluate(() => document.documentElement.setAttribute('data-text', '200'))
    await expectTargets(narrow.page, finger, `${stage}, 320 wide`)
    await expectNoSideways(narrow.page, `${stage}, 320 wide`)
    await expectNoSideways(large.page, `${stage}, 200 % text`)
    await expectNoSideways(lior.page, `${stage}, laptop, 200 % text`)
    await narrow.picture(`narrow-${stage}`)
    await large.picture(`large-${stage}`)
    await lior.picture(`large-laptop-${stage}`)
  }
})
