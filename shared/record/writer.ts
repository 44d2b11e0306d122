import { type Reader, sentence } from '../text/text.ts'
import { dateIn, timeIn } from '../text/when.ts'
import type { Millis, PersonId, Saying } from '../types.ts'
import type { Block, Fact, Part } from './doc.ts'

/** Who writes a record: in whose language, with whose names, and how changes of a wording are told. */
export interface Writer extends Reader {
  /** What is the same, put in and taken out between two wordings. */
  readonly compare: (was: string, is: string) => readonly Part[]
}

/** A name with what tells two people of it apart, for places where no face or seat does. */
export function fullName({ name, hint }: { readonly name: string; readonly hint: string | null }): string {
  return hint ? `${name} (${hint})` : name
}

/**
 * A sentence by its id. For every text that fills it there is also `has_…`, `yes` or `no`, so that a
 * message can leave out what nobody said.
 */
export function told(writer: Reader, id: string, params: Saying['with'] = {}): string {
  const has = Object.entries(params).map(([key, param]) => {
    const text = typeof param === 'object' && 'words' in param ? param.words : param
    return [`has_${key}`, text === '' ? 'no' : 'yes'] as const
  })
  return sentence(writer, { id, with: { ...params, ...Object.fromEntries(has) } })
}

/** A date with its year and the hour, for records that are read years later. */
export function moment(writer: Reader, at: Millis): string {
  return told(writer, 'minutes.moment', { date: dateIn(writer, at), time: timeIn(writer, at) })
}

/** As a sentence among sentences. */
export function stopped(text: string): string {
  return /[.!?…。！？]$/u.test(text) ? text : `${text}.`
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text }
}

/** Facts without those that nobody gave. */
export function facts(list: readonly (Fact | null)[]): readonly Block[] {
  const given = list.filter((fact) => fact !== null).filter((fact) => fact.value !== '')
  return given.length > 0 ? [{ kind: 'facts', facts: given }] : []
}

export function people(list: readonly PersonId[]): { readonly people: readonly PersonId[] } {
  return { people: list }
}
