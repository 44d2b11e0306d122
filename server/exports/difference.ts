import { diffWordsWithSpace } from 'diff'
import { tidy } from '../../shared/record/difference.ts'
import type { Part } from '../../shared/record/doc.ts'

/** More changes than anyone reads one by one; looking for them would take time with their square. */
const mostChanges = 400

/** What changed between two wordings, word by word; one after the other where hardly a word stayed. */
export function difference(was: string, is: string): readonly Part[] {
  const changes = diffWordsWithSpace(was, is, { maxEditLength: mostChanges })
  if (changes === undefined) {
    return tidy([
      { text: was, kind: 'removed' },
      { text: is, kind: 'added' },
    ])
  }
  return tidy(
    changes.map(({ value, added, removed }) => ({ text: value, kind: added ? 'added' : removed ? 'removed' : 'same' })),
  )
}
