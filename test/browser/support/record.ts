import { readFile } from 'node:fs/promises'
import type { Someone } from './people.ts'
import { wordsOf } from './words.ts'

/** The minutes as they are taken home from their page, by the links that stand there. */
export interface Taken {
  readonly markdown: string
  /** The words of the page to print. */
  readonly printed: string
  readonly data: unknown
}

async function downloaded(one: Someone, id: 'record.as_text' | 'record.as_data'): Promise<string> {
  const [file] = await Promise.all([
    one.page.waitForEvent('download'),
    one.page.getByRole('link', { name: wordsOf(id) }).click(),
  ])
  return readFile(await file.path(), 'utf8')
}

export async function takesMinutes(one: Someone): Promise<Taken> {
  const markdown = await downloaded(one, 'record.as_text')
  const data: unknown = JSON.parse(await downloaded(one, 'record.as_data'))
  const [page] = await Promise.all([
    one.context.waitForEvent('page'),
    one.page.getByRole('link', { name: wordsOf('record.as_page') }).click(),
  ])
  const printed = await page.locator('body').innerText()
  await page.close()
  return { markdown, printed, data }
}

/** Days and hours of this run, so that the rest can be compared word for word. */
export function withoutTimes(text: string): string {
  return text
    .replace(/^\w+day,? \d{1,2} \w+ \d{4}/m, 'TODAY')
    .replace(/\b\d\d:\d\d\b/g, 'HH:MM')
    .replace(/(?<=\*\*Until:\*\* )\d{1,2} \w+ \d{4}/, 'DAY')
}
