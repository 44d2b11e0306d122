import { type Stage, stages } from '../support/harrow.ts'
import { expectAccess, expectContrast, expectNoSideways, expectTargets } from './support/access.ts'
import { atHarrow } from './support/at-harrow.ts'
import { test } from './support/fixtures.ts'
import type { Someone } from './support/people.ts'
import { wordsOf } from './support/words.ts'

/** The least a finger needs, on a phone and on a laptop. */
const finger = 48

/** What shows on a listening phone and on the facilitator's laptop that a stage has come. */
const signs: Readonly<Record<Stage, readonly [phone: RegExp, laptop: RegExp]>> = {
  gathering: [wordsOf('lobby.opens', { name: 'Lior' }), wordsOf('desk.all_here')],
  presented: [wordsOf('my.soon.present', { who: 'Lior' }), wordsOf('desk.no_questions')],
  reacting: [wordsOf('my.is_speaking'), wordsOf('desk.is_speaking')],
  consenting: [wordsOf('my.is_answering'), wordsOf('desk.their_none', { name: 'Greta' })],
  result: [wordsOf('my.hears_them', { who: 'Lior' }), wordsOf('desk.hear_name', { name: 'Chidi' })],
  working: [wordsOf('my.would_be'), wordsOf('desk.ask_again', { n: 2 })],
  fresh: [wordsOf('my.is_answering'), wordsOf('desk.their_none', { name: 'Greta' })],
  decided: [wordsOf('my.decided'), wordsOf('desk.end')],
}

/** This stage has come to every screen: the chair's and a listener's say so, and the others were sent it with them. */
async function caughtUp(stage: Stage, lior: Someone, listener: Someone): Promise<void> {
  const [phone, laptop] = signs[stage]
  await lior.reads(laptop)
  await listener.reads(phone)
}

test('no page of a meeting breaks a rule of access, light or dark', async ({ server, crowd }) => {
  const { harrow, sits, hangs } = await atHarrow(server, crowd)
  const lior = await sits('Lior', 'laptop')
  const greta = await sits('Greta', 'phone')
  const pia = await sits('Pia', 'phone')
  const room = await hangs()
  for (const stage of stages) {
    await harrow.until(stage)
    const seen = { lior, greta, pia, room }
    await caughtUp(stage, lior, pia)
    await Promise.all(Object.entries(seen).map(([who, one]) => expectEither(one, `${stage}, ${who}`, one !== room)))
  }
})

/** In light colours, and in dark ones where they are followed: the screen on the wall stays light. */
async function expectEither(one: Someone, where: string, dims: boolean): Promise<void> {
  await expectAccess(one.page, where)
  await one.picture(`access-light-${where}`)
  if (!dims) return
  await one.page.emulateMedia({ colorScheme: 'dark' })
  await expectContrast(one.page, `${where}, dark`)
  await one.picture(`access-dark-${where}`)
  await one.page.emulateMedia({ colorScheme: 'light' })
}

test('on a phone every control is as large as a finger, and nothing stands out to the side', async ({
  server,
  crowd,
}) => {
  const { harrow, sits } = await atHarrow(server, crowd)
  const narrow = await sits('Pia', 'phone', { viewport: { width: 320, height: 640 } })
  const large = await sits('Greta', 'phone')
  const lior = await sits('Lior', 'laptop', { viewport: { width: 640, height: 720 } })
  const visitor = await crowd.one('phone', { viewport: { width: 320, height: 640 } })
  await visitor.page.goto(harrow.link)
  await expectTargets(visitor.page, finger, 'link')
  await visitor.press('join.open')
  await visitor.sees('join.tap')
  await expectTargets(visitor.page, finger, 'names')
  await expectNoSideways(visitor.page, 'names')
  await visitor.pick(/^Oskar/)
  await visitor.sees('lobby.hello', { name: 'Oskar' })
  await expectTargets(visitor.page, finger, 'lobby')
  for (const stage of stages) {
    await harrow.until(stage)
    await caughtUp(stage, lior, narrow)
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
