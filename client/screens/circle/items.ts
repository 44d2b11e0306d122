import type { BacklogEntry } from '../../../shared/circle/types.ts'

/** What a meeting is called with: by title, or as it waits in the circle. */
export type Wanted = string | { readonly backlog: string }

/** One item a line. A line that says what waits is that itself, so that what goes with it comes along; each once. */
export function itemsOf(text: string, backlog: readonly Pick<BacklogEntry, 'id' | 'title'>[]): readonly Wanted[] {
  const left = [...backlog]
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const at = left.findIndex(({ title }) => title === line)
      const [waiting] = at < 0 ? [] : left.splice(at, 1)
      return waiting ? { backlog: waiting.id } : line
    })
}
