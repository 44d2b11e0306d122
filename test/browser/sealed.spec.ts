import { expect } from '@playwright/test'
import { atHarrow } from './support/at-harrow.ts'
import { test } from './support/fixtures.ts'
import type { Someone } from './support/people.ts'
import { consents, objects } from './support/phone.ts'
import { documentOf, storedIn } from './support/wire.ts'
import { words } from './support/words.ts'

const secret = 'Too dear for my sister and her children'
/** What an answer looks like on the wire, whoever gave it. */
const answers = ['"is":"objection"', '"is":"none"']

async function everywhere(one: Someone): Promise<string> {
  const minutes = await one.page.evaluate(async () => {
    const meeting = /m_[a-z2-7]+/.exec(location.pathname)?.[0]
    const answer = meeting ? await fetch(`/api/meetings/${meeting}/minutes.json`) : null
    return answer?.ok ? answer.text() : ''
  })
  return [await documentOf(one.page), await storedIn(one.page, one.context), minutes].join('\n')
}

test('nobody receives a sealed answer of another before all are opened', async ({ server, crowd }) => {
  const { harrow, sits, hangs } = await atHarrow(server, crowd)
  await harrow.until('reacting')
  const lior = await sits('Lior', 'laptop')
  const chidi = await sits('Chidi', 'phone')
  const greta = await sits('Greta', 'phone')
  const noor = await sits('Noor', 'phone')
  const room = await hangs()
  await lior.press('desk.heard')
  await lior.press('desk.all_at_once')
  await lior.press('desk.ask_consent')

  const others = { lior, greta, noor, room }
  await chidi.sees('my.only_you')
  await greta.sees('my.only_you')
  const heardBefore = Object.values(others).map((one) => one.wire.heard.length)
  await objects(chidi, secret)
  await chidi.sees('my.saved_sealed')
  await consents(greta)
  await greta.sees('my.saved_sealed')
  for (const name of ['Mireille', 'Oskar', 'Pia', 'Ines']) {
    const visitor = harrow.visitors[name]
    await visitor?.does({ type: 'consent.answer', replaces: null, answer: { is: 'none' }, for: null })
  }

  await test.step('closed: it is with its owner and nowhere else', async () => {
    expect(await documentOf(chidi.page)).toContain(secret)
    for (const [at, [who, one]] of Object.entries(others).entries()) {
      await expect
        .poll(() => one.wire.heard.length, `${who} hears that someone answered`)
        .toBeGreaterThan(heardBefore[at] ?? 0)
      expect(one.wire.holds(secret), `${who}: wire`).toBe(false)
      expect(await everywhere(one), `${who}: page, storage, minutes`).not.toContain(secret)
      const since = one.wire.heard.slice(heardBefore[at])
      const own = one === greta ? ['"is":"objection"'] : answers
      expect(
        since.filter((piece) => own.some((sign) => piece.includes(sign))),
        `${who}: any answer`,
      ).toEqual([])
    }
    for (const one of [noor, room]) {
      expect(await one.page.getByText(words('seat.answered')).count(), 'who has answered is not told').toBe(0)
    }
    await lior.picture('sealed-laptop-waiting')
    await room.picture('sealed-room')
    await chidi.picture('sealed-phone-saved')
  })

  await test.step('reloading brings back one’s own and no other', async () => {
    await chidi.page.reload()
    await chidi.reads(secret)
    await noor.page.reload()
    await noor.sees('my.only_you')
    expect(noor.wire.holds(secret)).toBe(false)
    expect(await everywhere(noor)).not.toContain(secret)
  })

  await test.step('the rest answer; the facilitator opens all together', async () => {
    await consents(noor)
    await lior.press('desk.answers_here_for', { name: 'Walter' })
    await lior.press('desk.own_none')
    await lior.press('common.ok')
    await lior.press('desk.answers_here_for', { name: 'Lior' })
    await lior.press('desk.own_none')
    await lior.press('common.ok')
    await lior.sees('desk.all_in')
    await lior.picture('sealed-laptop-all-in')
    expect(room.wire.holds(secret)).toBe(false)
    await lior.press('desk.open_answers')
  })

  await test.step('open: everyone has it', async () => {
    for (const [who, one] of Object.entries(others)) {
      await expect.poll(() => one.wire.holds(secret), `${who}: wire`).toBe(true)
    }
    await lior.reads(secret)
    await room.reads(secret)
  })
})
