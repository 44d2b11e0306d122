import { cleanText, nameLimit, sameName } from '../text.ts'

/** What someone is called, and what tells them from others of that name. */
export interface Called {
  readonly name: string
  readonly hint: string | null
}

/**
 * Names as they were typed, one a line; empty lines are nobody. The first line that cannot be kept, if there is one.
 * "Maria (house 4)" is all name, unless there is another Maria: then the bracket tells them apart.
 */
export function readNames(lines: readonly string[]): readonly Called[] | string {
  const names = lines.map((line) => cleanText(line, nameLimit))
  const wrong = lines.find((_, n) => names[n] === null)
  if (wrong !== undefined) return wrong
  const typed = names.filter((name) => name !== null && name !== '').map((name) => split(String(name)))
  return typed.map((one) => {
    const twins = typed.filter((other) => sameName(other.name, one.name))
    return twins.length > 1 ? { name: one.name, hint: one.hint } : { name: one.whole, hint: null }
  })
}

/** Where someone stands in a list of names they may or may not be on; -1 if they are not. */
export function ownPlace(names: readonly Called[], own: string): number {
  return names.findIndex(({ name, hint }) => sameName(name, own) || sameName(`${name} (${hint})`, own))
}

function split(whole: string): Called & { readonly whole: string } {
  const [, name, hint] = /^(.*\S)\s*\(([^()]+)\)$/u.exec(whole) ?? []
  return name === undefined || hint === undefined ? { whole, name: whole, hint: null } : { whole, name, hint }
}
