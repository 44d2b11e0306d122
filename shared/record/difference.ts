import type { Part } from './doc.ts'

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
