import { useCallback, useMemo } from 'react'
import { common } from '../../../shared/text/en/common.ts'
import { language } from '../../../shared/text/en/language.ts'
import type { TextId } from '../../../shared/text/en.ts'
import { type Fill, say } from '../../../shared/text/say.ts'
import { type Messages, type Reader, sentence } from '../../../shared/text/text.ts'
import type { PersonId, Phrase, Saying } from '../../../shared/types.ts'
import { useLiveState } from '../context.tsx'

/** What every screen says is here from the start; each brings its own words. */
const messages: Record<string, string> = { ...common }
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/

/** The words of a screen that is loaded only where it is opened. */
export function learn(more: Messages): void {
  Object.assign(messages, more)
}

export function isKnown(id: string): boolean {
  return id in messages
}

/** A name inside a sentence keeps its own direction; most need no help. */
export function isolated(name: string): string {
  return rightToLeft.test(name) ? `\u2068${name}\u2069` : name
}

/** A sentence by its id, outside React: for code that has no hooks. */
export function textOf(id: TextId | (string & {}), fill: Fill = {}): string {
  return say(messages[id] ?? id, fill, language)
}

/** Sentences by id. Names that fill them come from `useName`. */
export function useText(): typeof textOf {
  return textOf
}

/** Whoever reads here: their language, and the names they know. */
export function useReader(): Reader {
  const names = useLiveState((state) => state.names)
  return useMemo(() => {
    const name = (person: PersonId) => isolated(names[person]?.name ?? textOf('common.former'))
    return { language, messages, name }
  }, [names])
}

/** Makes words of a saying: people, days and moments become text. */
export function useSaying(): (saying: Saying) => string {
  const reader = useReader()
  return useCallback((saying) => sentence(reader, saying), [reader])
}

/** What people typed as it is; a sentence of ours in the reader's language. */
export function usePhrase(): (phrase: Phrase) => string {
  const saying = useSaying()
  return useCallback((phrase) => (typeof phrase === 'string' ? phrase : saying(phrase)), [saying])
}
