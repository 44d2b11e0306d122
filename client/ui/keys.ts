/** Keys for a fixed list in which the same words may stand twice. */
export function keyed<T>(items: readonly T[], wordsOf: (item: T) => string): { key: string; item: T }[] {
  const seen = new Map<string, number>()
  return items.map((item) => {
    const words = wordsOf(item)
    const count = seen.get(words) ?? 0
    seen.set(words, count + 1)
    return { key: `${words} ${count}`, item }
  })
}
