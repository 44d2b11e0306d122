import type { Part } from './doc.ts'

const onlyBetween = /^[\s\p{P}]*$/u

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
 * Makes a difference readable: a space or a comma that stayed between two changes belongs to both, so
 * that a rewritten stretch is struck once and underlined once, not word by word.
 */
export function tidy(parts: readonly Part[]): readonly Part[] {
  const all = joined(parts)
  const list: Part[] = []
  let stretch: Part[] = []
  for (const [index, part] of all.entries()) {
    const between = stretch.length > 0 && index < all.length - 1 && onlyBetween.test(part.text)
    if (part.kind !== 'same' || between) stretch.push(part)
    else {
      list.push(...rewritten(stretch), part)
      stretch = []
    }
  }
  return joined([...list, ...rewritten(stretch)])
}
