import { expect } from '@playwright/test'
import type { Someone } from './people.ts'
import { wordsOf } from './words.ts'

export interface Made {
  readonly decide: string
  readonly name: string
  readonly circle: string
  readonly people: readonly string[]
}

/** From the home page to people gathering. */
export async function founds(laptop: Someone, url: string, { decide, name, circle, people }: Made): Promise<void> {
  await laptop.page.goto(url)
  await laptop.write('home.question', decide)
  await laptop.write('home.name', name)
  await laptop.write('home.circle', circle)
  await laptop.write('home.people', people.join('\n'))
  await laptop.press('home.start')
  await laptop.sees('say.gather')
}

/** The link as the facilitator passes it on. */
export async function copiesLink(laptop: Someone): Promise<string> {
  await laptop.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await laptop.press('desk.copy_link')
  await laptop.sees('desk.copied')
  return laptop.page.evaluate(() => navigator.clipboard.readText())
}

/** The link for a screen on the wall, where the link to join is found later on. */
export async function copiesRoomLink(laptop: Someone): Promise<string> {
  await laptop.press('common.more')
  await laptop.press('desk.link')
  await laptop.press('desk.copy_room_link')
  await expect(laptop.page.getByRole('dialog').getByText(wordsOf('desk.copied'))).toBeVisible()
  await laptop.press('common.close')
  return laptop.page.evaluate(() => navigator.clipboard.readText())
}

/** The next round starts with this person. */
export async function startsWith(laptop: Someone, first: string): Promise<void> {
  const dialog = laptop.page.getByRole('dialog')
  await laptop.press('desk.start_with')
  await laptop.hit(dialog.getByRole('button', { name: first, exact: true }))
  await expect(dialog).toBeHidden()
}

/** The next round goes in this order, whichever way round that is. */
export async function goesRound(laptop: Someone, first: string, second: string): Promise<void> {
  await startsWith(laptop, first)
  const sentence = laptop.page.getByText(new RegExp(`${first}.*, then `))
  await expect(sentence.first()).toBeVisible()
  const wanted = laptop.page.getByText(wordsOf('desk.starts_then', { first, second }))
  if ((await wanted.count()) === 0) await laptop.press('desk.turn_around')
  await expect(wanted.first()).toBeVisible()
}

/** Records what this person says aloud, in their turn. */
export async function records(laptop: Someone, name: string, is: 'none' | 'objection'): Promise<void> {
  await laptop.press(`desk.their_${is}`, { name })
}

/** While an objection is heard: the ways to meet it, under "Go deeper". */
export async function meets(laptop: Someone, ways: readonly ('amend' | 'responsibility' | 'measure')[]): Promise<void> {
  await laptop.press('desk.deeper')
  const dialog = laptop.page.getByRole('dialog')
  for (const way of ways) await laptop.hit(dialog.getByRole('checkbox', { name: wordsOf(`way.${way}`) }))
  await laptop.hit(dialog.getByRole('button', { name: wordsOf('common.close', {}, true) }))
  await expect(dialog).toBeHidden()
}
