import { sameName } from '../text.ts'
import type { Person } from './store.ts'

/** What tells a person from others of one name: the hint they come with, or the next number, or nothing. */
export function hintFor(wanted: Pick<Person, 'id' | 'name' | 'hint'>, others: readonly Person[]): string | null {
  const { id, name, hint } = wanted
  if (hint !== null || name === null) return hint
  const taken = new Set(
    others
      .filter((other) => other.id !== id && other.name !== null && sameName(other.name, name))
      .map((other) => other.hint),
  )
  if (taken.size === 0) return null
  let number = 2
  while (taken.has(String(number))) number += 1
  return String(number)
}
