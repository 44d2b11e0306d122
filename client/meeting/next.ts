import type { Next } from '../../shared/processes/process.ts'
import { textOf } from '../live/words/text.ts'

/** What is to be done next, in words, after whom it is passed on to. */
export function nextWords({ to, words }: Next): string {
  return textOf('next.words', { to: to === null ? 'none' : to.replace(' ', '_'), words })
}
