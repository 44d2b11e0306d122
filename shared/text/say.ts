/** Values that fill a message; people and dates have become text before. */
export type Fill = Readonly<Record<string, string | number>>

interface Piece {
  readonly name: string
  readonly kind: string
  readonly cases: Readonly<Record<string, string>>
}

/** The index of the brace that closes the one at `from`. */
function closing(message: string, from: number): number {
  let depth = 0
  for (let i = from; i < message.length; i++) {
    if (message[i] === '{') depth++
    if (message[i] === '}' && --depth === 0) return i
  }
  throw new Error(`unclosed brace in: ${message}`)
}

function cases(body: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (let at = body.indexOf('{'), from = 0; at >= 0; at = body.indexOf('{', from)) {
    const end = closing(body, at)
    found[body.slice(from, at).trim()] = body.slice(at + 1, end)
    from = end + 1
  }
  return found
}

function piece(body: string): Piece {
  const [name = '', kind = '', ...rest] = body.split(',')
  return { name: name.trim(), kind: kind.trim(), cases: kind ? cases(rest.join(',')) : {} }
}

function chosen(part: Piece, value: string | number, language: string): string {
  const exact = part.cases[`=${value}`] ?? (part.kind === 'select' ? part.cases[String(value)] : undefined)
  if (exact !== undefined) return exact
  const plural = part.kind === 'plural' ? new Intl.PluralRules(language).select(Number(value)) : 'other'
  return part.cases[plural] ?? part.cases.other ?? ''
}

/**
 * Fills a message in the ICU form: `{name}`, `{n, plural, one {# day} other {# days}}`,
 * `{x, select, yes {…} other {…}}`. A value that is missing shows as its name, so that a test can see it.
 */
export function say(message: string, fill: Fill, language: string): string {
  let out = ''
  for (let i = 0; i < message.length; i++) {
    if (message[i] !== '{') {
      out += message[i]
      continue
    }
    const end = closing(message, i)
    const part = piece(message.slice(i + 1, end))
    const value = fill[part.name] ?? `{${part.name}}`
    const words = part.kind === 'plural' ? chosen(part, value, language).replaceAll('#', String(value)) : null
    out += part.kind ? say(words ?? chosen(part, value, language), fill, language) : String(value)
    i = end
  }
  return out
}
