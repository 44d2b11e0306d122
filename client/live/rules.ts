import { meetingStream } from '../../shared/meeting/stream.ts'
import type { StreamId } from '../../shared/types.ts'
import type { AnyRules } from './desk.ts'

/** By the first letter of a stream's id. Meetings are here from the start; a circle's rules come with its page. */
const known = new Map<string, AnyRules>([['m', meetingStream as unknown as AnyRules]])

export function learnRules(letter: string, rules: AnyRules): void {
  known.set(letter, rules)
}

export function rulesOf(stream: StreamId): AnyRules {
  const rules = known.get(stream.charAt(0))
  if (!rules) throw new Error(`no rules for ${stream}`)
  return rules
}
