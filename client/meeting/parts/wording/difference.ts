import { diffWordsWithSpace } from 'diff'
import { difference as differenceBy } from '../../../../shared/record/difference.ts'
import type { Part } from '../../../../shared/record/doc.ts'

/** What changed between two wordings, word by word; the library that finds the words is not for `shared`. */
export function difference(was: string, is: string): readonly Part[] {
  return differenceBy(was, is, diffWordsWithSpace)
}
