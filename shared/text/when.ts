import type { Day, Millis } from '../types.ts'
import type { Reader } from './text.ts'

type Where = Pick<Reader, 'language' | 'zone'>

function formed(reader: Where, form: Intl.DateTimeFormatOptions, at: Millis): string {
  const zoned = reader.zone ? { ...form, timeZone: reader.zone } : form
  return new Intl.DateTimeFormat(reader.language, zoned).format(at)
}

/** "Tuesday, 14 April 2026", as the reader's language puts it. */
export function dateIn(reader: Where, at: Millis): string {
  return formed(reader, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, at)
}

/** "Friday". */
export function weekdayIn(reader: Where, at: Millis): string {
  return formed(reader, { weekday: 'long' }, at)
}

/** "19:30" or "7:30 PM". */
export function timeIn(reader: Where, at: Millis): string {
  return formed(reader, { hour: '2-digit', minute: '2-digit' }, at)
}

/** The calendar day it is in the reader's zone. */
export function dayOf(reader: Pick<Reader, 'zone'>, at: Millis): Day {
  const form = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const zoned = reader.zone ? { ...form, timeZone: reader.zone } : form
  const parts = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', zoned).formatToParts(at)
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** Names one after the other as the language joins them: "Ana, Bruno and Chidi". */
export function listIn(reader: Pick<Reader, 'language'>, items: readonly string[]): string {
  return new Intl.ListFormat(reader.language).format(items)
}
