import type { Name } from '../../shared/protocol.ts'
import type { PersonId } from '../../shared/types.ts'
import type { Person } from '../store/store.ts'

/** Names for the wire; somebody forgotten has none. */
export function namesOf(persons: readonly Person[]): Readonly<Record<PersonId, Name>> {
  return Object.fromEntries(
    persons.flatMap(({ id, name, hint }) => (name === null ? [] : [[id, { name, hint }] as const])),
  )
}
