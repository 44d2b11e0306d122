import { expect } from '@playwright/test'
import type { Someone } from './people.ts'

/** From a link to one's seat: open it, tap one's name, sit down. */
export async function joins(phone: Someone, link: string, name: string, where: 'room' | 'remote' = 'room') {
  await phone.page.goto(link)
  await phone.press('join.open')
  await phone.pick(new RegExp(`^${name}\\b`))
  await phone.sees('lobby.hello', { name })
  if (where === 'remote') await phone.check('lobby.remote')
  await phone.press('lobby.here')
  await phone.sees('lobby.waiting')
}

/** One tap, and a few words if there are any. */
export async function objects(phone: Someone, said: string) {
  await phone.press('my.objection')
  const field = phone.page.getByRole('textbox')
  await field.tap()
  await field.fill(said)
  await phone.press('my.send_words')
  await phone.reads(said)
}

export async function consents(phone: Someone) {
  await phone.press('my.no_objection')
  await expect(phone.button('my.no_objection')).toBeHidden()
}

/** It is this person's turn to speak, and they say that they are done. */
export async function speaks(phone: Someone) {
  await phone.press('my.done')
  await expect(phone.button('my.done')).toBeHidden()
}
