import { fullName, type Writer } from '../../shared/record/writer.ts'
import { language } from '../../shared/text/en/language.ts'
import { en } from '../../shared/text/en.ts'
import type { PersonId } from '../../shared/types.ts'
import type { Person } from '../store/store.ts'
import { difference } from './difference.ts'

/** Writes for someone in this time zone; null: the server's own. */
export function writerFor(people: readonly Person[], zone: string | null): Writer {
  const names = new Map(people.map((person) => [person.id, nameOf(person)]))
  return {
    language,
    messages: en,
    name: (person: PersonId) => names.get(person) ?? en['common.former'],
    compare: difference,
    ...(zone === null ? {} : { zone }),
  }
}

/** A zone that this machine knows. */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

function nameOf({ name, hint }: Person): string {
  return name === null ? en['common.former'] : fullName({ name, hint })
}
