type Segmenter = { segment(text: string): Iterable<{ segment: string }> }

const segmenter: Segmenter | null =
  typeof Intl !== 'undefined' && 'Segmenter' in Intl ? new Intl.Segmenter(undefined, { granularity: 'grapheme' }) : null

/** What a reader takes for one letter each, accents and joined signs included. */
function letters(text: string): string[] {
  const parts = segmenter ? [...segmenter.segment(text)].map(({ segment }) => segment) : [...text]
  return parts.filter((part) => /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(part))
}

function twoLetters(first: string | undefined, second: string | undefined): string {
  return (first ?? '').toLocaleUpperCase() + (second ?? '').toLocaleLowerCase()
}

function same(mark: string): string {
  return mark.toLocaleLowerCase()
}

/** Other marks a person may carry, the most telling first: a letter that differs, the last name, any letter, a number. */
function* others(name: string, rival: string): Generator<string> {
  const [given = '', ...family] = name.trim().split(/\s+/)
  const own = letters(given)
  const theirs = letters(rival.trim().split(/\s+/)[0] ?? '')
  const last = letters(family.at(-1) ?? '')[0]
  for (let at = 1; at < own.length; at++) {
    if (own[at] !== theirs[at]) yield twoLetters(own[0], own[at])
  }
  if (last) yield (own[0] ?? '').toLocaleUpperCase() + last.toLocaleUpperCase()
  for (let at = 1; at < own.length; at++) yield twoLetters(own[0], own[at])
  for (let number = 2; number < 100; number++) yield `${(own[0] ?? '').toLocaleUpperCase()}${number}`
}

/**
 * Two letters for each name, kept apart as far as names allow: Maria and Mario become Ma and Mo.
 * Who comes first in the list keeps the plain mark, so adding people at the end changes nobody's.
 */
export function marks(names: readonly string[]): string[] {
  const plain = names.map((name) => {
    const [first, second] = letters(name)
    return twoLetters(first, second)
  })
  const owner = new Map<string, number>()
  plain.forEach((mark, index) => {
    if (!owner.has(same(mark))) owner.set(same(mark), index)
  })
  return plain.map((mark, index) => {
    const first = owner.get(same(mark)) ?? index
    if (first === index) return mark
    for (const other of others(names[index] ?? '', names[first] ?? '')) {
      if (owner.has(same(other))) continue
      owner.set(same(other), index)
      return other
    }
    return mark
  })
}
