import { difference } from '../../server/exports/difference.ts'
import type { Writer } from '../../shared/record/writer.ts'
import { en } from '../../shared/text/en.ts'

/** Writes as someone in Brussels would read it; a person is called by their id. */
export const writer: Writer = {
  language: 'en-GB',
  messages: en,
  zone: 'Europe/Brussels',
  name: (person) => person.charAt(0).toUpperCase() + person.slice(1),
  compare: difference,
}
