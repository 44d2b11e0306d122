import { useCallback, useMemo } from 'react'
import { en, language, type TextId } from '../../shared/text/en.ts'
import { type Fill, say } from '../../shared/text/say.ts'
import { type Messages, type Reader, sentence } from '../../shared/text/text.ts'
import type { PersonId, Saying } from '../../shared/types.ts'
import { useLiveState } from './context.tsx'

const messages: Messages = en
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/

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
