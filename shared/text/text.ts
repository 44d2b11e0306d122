import type { Millis, Param, PersonId, Saying } from '../types.ts'
import { type Fill, say } from './say.ts'

export type Messages = Readonly<Record<string, string>>

export interface Reader {
  readonly language: string
  readonly messages: Messages
  readonly name: (person: PersonId) => string
  /** An IANA zone such as `Europe/Brussels`; the reader's own when left out. */
  readonly zone?: string
}

/** A calendar day in words, "30 April 2027". */
export function dayIn(reader: Pick<Reader, 'language'>, day: string): string {
  const [y = 0, m = 1, d = 1] = day.split('-').map(Number)
  const noon = (daysFrom1970(y, m, d) + 0.5) * 86_400_000
  const form = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(reader.language, form).format(noon)
}

/** Days from 1970-01-01 to this day of the common calendar. */
function daysFrom1970(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const inEra = y - era * 400
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  return era * 146_097 + inEra * 365 + Math.floor(inEra / 4) - Math.floor(inEra / 100) + ofYear - 719_468
}

/** A moment in words: weekday, day, hour. */
export function momentIn(reader: Pick<Reader, 'language' | 'zone'>, at: Millis): string {
  const form = { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const
  return new Intl.DateTimeFormat(reader.language, reader.zone ? { ...form, timeZone: reader.zone } : form).format(at)
}

function filled(reader: Reader, param: Param): string | number {
  if (typeof param !== 'object') return param
  if ('person' in param) return reader.name(param.person)
  if ('people' in param) return new Intl.ListFormat(reader.language).format(param.people.map(reader.name))
  if ('day' in param) return dayIn(reader, param.day)
  if ('at' in param) return momentIn(reader, param.at)
  if ('say' in param) return sentence(reader, { id: param.say, with: param.with ?? {} })
  return param.words
}

/** A sentence in the reader's language, with names and dates as they read them. */
export function sentence(reader: Reader, saying: Saying): string {
  const fill: Record<string, string | number> = {}
  for (const [key, param] of Object.entries(saying.with)) fill[key] = filled(reader, param)
  return say(reader.messages[saying.id] ?? saying.id, fill as Fill, reader.language)
}
