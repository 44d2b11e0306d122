import type { Doc } from '../../shared/record/doc.ts'

/** The record as data, for other programs. `format` names what is inside, so that it can change later. */
export function toJson(doc: Doc): string {
  return `${JSON.stringify({ format: 'commonround-record/1', ...doc }, null, 2)}\n`
}
