import { diffWordsWithSpace } from 'diff'
import { tidy } from '../../shared/record/difference.ts'
import type { Part } from '../../shared/record/doc.ts'

/** What changed between two wordings, word by word. */
export function difference(was: string, is: string): readonly Part[] {
  const changes = diffWordsWithSpace(was, is)
  return tidy(
    changes.map(({ value, added, removed }) => ({ text: value, kind: added ? 'added' : removed ? 'removed' : 'same' })),
  )
}
