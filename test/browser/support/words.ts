import { en, type TextId } from '../../../shared/text/en.ts'
import { say } from '../../../shared/text/say.ts'

export type Params = Readonly<Record<string, string | number>>

/** The words on the screens, by their id. */
export function words(id: TextId, params: Params = {}): string {
  return say(en[id], params, 'en')
}

const signs = /[.*+?^${}()|[\]\\]/g
/** Screens set names apart from the words around them by these, unseen. */
const apart = '[\u2066-\u2069]*'

/** Finds those words on a screen, with the names in them set apart or not; `whole` finds nothing longer. */
export function wordsOf(id: TextId, params: Params = {}, whole = false): RegExp {
  const marked = Object.entries(params).map(([key, value]) => [key, typeof value === 'number' ? value : `<${key}>`])
  const text = say(en[id], Object.fromEntries(marked), 'en').replace(signs, '\\$&')
  const found = Object.entries(params).reduce(
    (all, [key, value]) => all.replaceAll(`<${key}>`, `${apart}${`${value}`.replace(signs, '\\$&')}${apart}`),
    text,
  )
  return new RegExp(whole ? `^\\s*${found}\\s*$` : found)
}
