import { type Reader, sentence } from '../text/text.ts'
import type { Param, PersonId, Saying } from '../types.ts'
import type { Part } from './doc.ts'

/** Who writes a record: in whose language, with whose names, and how changes of a wording are told. */
export interface Writer extends Reader {
  /** What is the same, put in and taken out between two wordings. */
  readonly compare: (was: string, is: string) => readonly Part[]
}

/** A sentence by its id. */
export function said(writer: Reader, id: string, params: Saying['with'] = {}): string {
  return sentence(writer, { id, with: params })
}

export function who(person: PersonId): Param {
  return { person }
}
