import type { Next } from '../processes/process.ts'
import type { Param, Phrase } from '../types.ts'

/** What people typed as it is; a sentence of ours in the words of whoever reads it. */
export function filling(phrase: Phrase): Param {
  return typeof phrase === 'string' ? { words: phrase } : { say: phrase.id, with: phrase.with }
}

/** To whom something is passed on, as sentences choose by it. */
export function toWhom({ to }: Pick<Next, 'to'>): 'helping_circle' | 'other_circle' | 'none' {
  return to === 'helping circle' ? 'helping_circle' : to === 'other circle' ? 'other_circle' : 'none'
}
