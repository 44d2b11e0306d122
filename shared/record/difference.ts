import type { Part } from './doc.ts'

interface Change {
  readonly value: string
  readonly added: boolean
  readonly removed: boolean
}

/** Finds what changed word by word, or gives up where that is more than `maxEditLength`. */
type Words = (was: string, is: string, options: { readonly maxEditLength: number }) => readonly Change[] | undefined

/** More changes than anyone reads one by one; looking for them would take time with their square. */
const mostChanges = 400

const onlyBetween = /^[\s\p{P}]*$/u

/** Too little to hold on to: no word, or a short one (numbers count) lost between changes four times as long. */
function isLost(text: string, around: number): boolean {
  return onlyBetween.test(text) || (!/\d/.test(text) && text.trim().length <= 8 && around >= 4 * text.length)
}

function joined(parts: readonly Part[]): readonly Part[] {
  const list: Part[] = []
  for (const part of parts) {
    const last = list.at(-1)
    if (part.text === '') continue
    if (last?.kind === part.kind) list[list.length - 1] = { kind: part.kind, text: last.text + part.text }
    else list.push(part)
  }
  return list
}

/** First what was taken out, then what was put in, of a stretch in which no word stayed. */
function rewritten(stretch: readonly Part[]): readonly Part[] {
  const told = (kind: Part['kind']) =>
    stretch
      .filter((part) => part.kind === kind || part.kind === 'same')
      .map((part) => part.text)
      .join('')
  if (stretch.length < 2) return stretch
  return [
    { kind: 'removed', text: told('removed') },
    { kind: 'added', text: told('added') },
  ]
}

/**
 * Makes a difference readable: a space, a comma or a small word that stayed between two changes belongs to both, so
 * that a rewritten stretch is struck once and underlined once, not word by word.
 */
export function tidy(parts: readonly Part[]): readonly Part[] {
  const all = joined(parts)
  const list: Part[] = []
  let stretch: Part[] = []
  for (const [index, part] of all.entries()) {
    const next = all[index + 1]?.text.length ?? 0
    const around = next + (stretch.at(-1)?.text.length ?? 0)
    const between = stretch.length > 0 && next > 0 && isLost(part.text, around)
    if (part.kind !== 'same' || between) stretch.push(part)
    else {
      list.push(...rewritten(stretch), part)
      stretch = []
    }
  }
  return joined([...list, ...rewritten(stretch)])
}

/** What changed between two wordings, word by word; one after the other where hardly a word stayed. */
export function difference(was: string, is: string, words: Words): readonly Part[] {
  const changes = words(was, is, { maxEditLength: mostChanges })
  if (changes === undefined) {
    return tidy([
      { text: was, kind: 'removed' },
      { text: is, kind: 'added' },
    ])
  }
  return tidy(
    changes.map(({ value, added, removed }) => ({ text: value, kind: added ? 'added' : removed ? 'removed' : 'same' })),
  )
}
