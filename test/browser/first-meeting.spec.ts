import { expect } from '@playwright/test'
import { guestRoom } from '../support/harrow.ts'
import { copiesLink, copiesRoomLink, founds, goesRound, meets, records, startsWith } from './support/desk.ts'
import { test } from './support/fixtures.ts'
import type { Someone } from './support/people.ts'
import { consents, joins, objects, speaks } from './support/phone.ts'
import { takesMinutes, withoutTimes } from './support/record.ts'
import { wordsOf } from './support/words.ts'

const measure = 'nights and income, told to the circle in October 2026'

const minutes = `# General Circle: minutes

TODAY, HH:MM to HH:MM

## Decided: Guest room price

> ${guestRoom.better}

- **Until:** DAY, then it stays until reviewed
- **Looked after by:** Noor
- **Measured:** ${measure}

## Here

Lior, Mireille, Noor, Oskar, Pia (remote), Chidi and Greta

- **Facilitated by:** Lior
- **Secretary:** Noor

## How we decided: Guest room price

- Question: Does it count for family too?
- Idea: sliding scale

Version 1

> ${guestRoom.text}

- Chidi objected to version 1: shuts out families with little money. Because: Whoever cannot pay 12 € has no room for the grandparents. How: Change it. Met in version 2.
- Mireille objected to version 1: nobody collects it. Because: Money that nobody collects makes trouble. How: Name who does it, or help them. How: Measure it. Met in version 2.
- No objection to version 2: Chidi, Pia, Oskar, Noor, Mireille, Lior and Greta.
- It’s decided.
`

// Scenario 3 of the domain, by people at browsers: nobody tells them anything but the screens.
test('a new circle meets for the first time, and decides', async ({ server, crowd }) => {
  const lior = await crowd.one('laptop')
  const room = await crowd.one('room')
  const mireille = await crowd.one('phone')
  const noor = await crowd.one('phone')
  const pia = await crowd.one('phone')
  const chidi = await crowd.one('phone')
  const phones = { mireille, noor, pia, chidi }
  const all: Readonly<Record<string, Someone>> = { lior, room, ...phones }
  async function pictures(stage: string, ...who: string[]): Promise<void> {
    for (const name of who) await all[name]?.picture(`${stage}-${name}`)
  }

  await test.step('from nothing to a circle that gathers', async () => {
    await founds(lior, server.url, {
      decide: guestRoom.title,
      name: 'Lior',
      circle: 'General Circle',
      people: ['Mireille', 'Noor', 'Oskar', 'Pia', 'Chidi'],
    })
    await lior.press('desk.add_person')
    await lior.write('desk.their_name', 'Greta')
    await lior.press('desk.add')
    await lior.sees('desk.added', { name: 'Greta' })
    await lior.press('common.close')
    await lior.write('desk.proposal_for', guestRoom.text, { title: guestRoom.title })
  })

  await test.step('four phones and the room screen come in by their links', async () => {
    const link = await copiesLink(lior)
    await room.page.goto(await copiesRoomLink(lior))
    await room.press('join.open')
    await room.sees('room.scan')
    await pictures('01-gathering', 'lior', 'room')
    await mireille.page.goto(link)
    await pictures('02-link', 'mireille')
    await joins(mireille, link, 'Mireille')
    await joins(noor, link, 'Noor')
    await joins(chidi, link, 'Chidi')
    await joins(pia, link, 'Pia', 'remote')
    await room.reads('Pia')
    await pictures('03-lobby', 'lior', 'room', 'pia')
    await lior.press('desk.others_here')
    await lior.sees('desk.all_here')
    await lior.press('desk.change_person', { name: 'Noor' })
    await lior.press('desk.make_secretary')
    await lior.press('common.close')
  })

  await test.step('the proposal, questions, reactions', async () => {
    await lior.press('desk.begin_title', { title: guestRoom.title })
    await lior.reads(guestRoom.text)
    await chidi.reads(guestRoom.text)
    await room.reads(guestRoom.text)
    await pictures('04-presented', 'lior', 'room', 'chidi')
    await startsWith(lior, 'Mireille')
    await lior.press('desk.questions_with', { name: 'Mireille' })
    await mireille.sees('my.prompt.clarifying')
    await pictures('05-questions', 'lior', 'room', 'mireille', 'chidi')
    await mireille.press('my.note_question')
    await mireille.write('my.your_question', 'Does it count for family too?')
    await mireille.press('my.note_it')
    await speaks(mireille)
    await noor.press('my.clear')
    await lior.reads('Does it count for family too?')
    await lior.press('desk.heard')
    await startsWith(lior, 'Chidi')
    await lior.press('desk.begin_with', { name: 'Chidi' })
    await pictures('06-reactions', 'lior', 'room', 'chidi', 'noor')
    await speaks(chidi)
    await lior.press('desk.heard')
  })

  await test.step('the words, and a round with two objections', async () => {
    await lior.sees('desk.the_words')
    await pictures('07-words', 'lior', 'room', 'noor')
    await goesRound(lior, 'Noor', 'Oskar')
    await lior.press('desk.ask_consent')
    await noor.sees('my.any')
    await room.sees('room.any_objection', { who: 'Noor' })
    await pictures('08-consent', 'lior', 'room', 'noor', 'chidi')
    await consents(noor)
    await records(lior, 'Oskar', 'none')
    await consents(pia)
    await chidi.press('my.objection')
    await chidi.sees('my.noted')
    await pictures('09-noted', 'lior', 'room', 'chidi')
    await chidi.page.getByRole('textbox').tap()
    await chidi.page.getByRole('textbox').fill('shuts out families with little money')
    await pictures('10-words', 'chidi')
    await chidi.press('my.send_words')
    await records(lior, 'Greta', 'none')
    await lior.press('desk.own_none')
    await objects(mireille, 'nobody collects it')
    await lior.sees('desk.objections', { count: 2 })
    await pictures('11-two-objections', 'lior', 'room', 'chidi', 'noor')
  })

  await test.step('both are heard before anyone solves them', async () => {
    await lior.press('desk.hear_name', { name: 'Chidi' })
    await lior.write('desk.because', 'Whoever cannot pay 12 € has no room for the grandparents.')
    await pictures('12-hear', 'lior', 'room', 'chidi', 'noor')
    await meets(lior, ['amend'])
    await lior.press('desk.next_name', { name: 'Mireille' })
    await expect(lior.page.getByRole('heading', { name: 'Mireille', exact: true })).toBeVisible()
    await lior.write('desk.because', 'Money that nobody collects makes trouble.')
    await meets(lior, ['responsibility', 'measure'])
    await lior.press('move.ideas')
    await startsWith(lior, 'Oskar')
    await lior.press('desk.ideas_round', { name: 'Oskar' })
    await lior.press('desk.next_name', { name: 'Noor' })
    await noor.press('my.note_idea')
    await noor.write('my.your_idea', 'sliding scale')
    await noor.press('my.note_it')
    await pictures('13-ideas', 'lior', 'room', 'noor', 'chidi')
    await speaks(noor)
    await lior.reads('sliding scale')
    await lior.press('desk.heard')
    await lior.press('move.wording')
  })

  await test.step('a new version stands beside the old on every screen', async () => {
    await lior.page.getByRole('textbox', { name: guestRoom.title }).fill(guestRoom.better)
    await lior.press('desk.more_fields')
    await lior.write('desk.measured', measure)
    await lior.hit(lior.page.getByRole('button', { name: wordsOf('desk.by_whom') }))
    await lior.hit(lior.page.getByRole('dialog').getByRole('button', { name: 'Noor', exact: true }))
    await room.reads(/paid into the box/)
    await chidi.press('my.it_would')
    await mireille.press('my.it_would')
    await pictures('14-wording', 'lior', 'room', 'chidi', 'noor')
    await goesRound(lior, 'Chidi', 'Pia')
    await lior.press('desk.ask_again', { n: 2 })
    await chidi.sees('my.still')
    await expect(chidi.page.getByRole('heading', { name: wordsOf('my.your_turn') })).toBeInViewport()
    await pictures('15-fresh-round', 'lior', 'room', 'chidi', 'noor')
    await consents(chidi)
    await consents(pia)
    await lior.reads('Oskar')
  })

  await test.step('the server dies in the second round, and everyone comes back to where they were', async () => {
    await server.kill()
    await expect(lior.button('desk.their_none', { name: 'Oskar' })).toBeVisible()
    await server.start()
    await records(lior, 'Oskar', 'none')
    await noor.sees('my.any_now')
    await room.sees('room.any_objection', { who: 'Noor' })
    for (const phone of Object.values(phones)) await expect(phone.page.getByText('You are offline')).toHaveCount(0)
    await pictures('16-back', 'lior', 'room', 'noor', 'chidi')
    await consents(noor)
    await consents(mireille)
    await lior.press('desk.own_none')
    await records(lior, 'Greta', 'none')
  })

  await test.step('announced, ended, and taken home', async () => {
    await lior.sees('desk.no_objections')
    await pictures('17-complete', 'lior', 'room', 'noor')
    await lior.press('desk.announce')
    for (const one of [chidi, mireille, noor]) await one.sees('my.decided')
    await room.sees('room.decided')
    await chidi.sees('my.changed_it')
    await pictures('18-decided', 'lior', 'room', 'chidi', 'noor')
    await lior.press('desk.end')
    await lior.sees('desk.ended')
    await pictures('19-ended', 'lior', 'room', 'chidi')
    await noor.press('my.read_minutes')
    await noor.reads('Decided: Guest room price')
    await pictures('20-minutes', 'noor')
    await lior.page.getByRole('link', { name: wordsOf('desk.minutes') }).click()
    await lior.reads('Decided: Guest room price')
    await pictures('21-minutes', 'lior')
    const { markdown, printed, data } = await takesMinutes(lior)
    expect(withoutTimes(markdown)).toBe(minutes)
    for (const line of [guestRoom.better, guestRoom.text, 'sliding scale', measure]) {
      expect(printed).toContain(line)
      expect(JSON.stringify(data)).toContain(line)
    }
  })
})
