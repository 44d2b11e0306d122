import type { Name } from '../../shared/protocol.ts'
import type { PersonId } from '../../shared/types.ts'
import type { CommunityId, People, Person } from '../store/store.ts'

/** Names for the wire; somebody forgotten has none. */
export function namesOf(persons: readonly Person[]): Readonly<Record<PersonId, Name>> {
  return Object.fromEntries(
    persons.flatMap(({ id, name, hint }) => (name === null ? [] : [[id, { name, hint }] as const])),
  )
}

/** The people of communities whose streams are followed here. */
export interface Names {
  /** Everyone of a community by their ids; read once and kept. */
  of(community: CommunityId): Promise<ReadonlyMap<PersonId, Person>>
  /** As far as they are kept here. */
  known(community: CommunityId): ReadonlyMap<PersonId, Person>
  /** Somebody is new or called otherwise. */
  heard(persons: readonly Person[]): void
}

export function createNames(people: Pick<People, 'persons'>): Names {
  const kept = new Map<CommunityId, Map<PersonId, Person>>()
  return {
    async of(community) {
      const known = kept.get(community)
      if (known) return known
      const persons = await people.persons(community)
      const map = kept.get(community) ?? new Map(persons.map((person) => [person.id, person]))
      kept.set(community, map)
      return map
    },
    known: (community) => kept.get(community) ?? new Map(),
    heard(persons) {
      for (const person of persons) kept.get(person.community)?.set(person.id, person)
    },
  }
}

/** Everyone whose id stands anywhere in it, as a value or as a key. */
export function mentioned(value: unknown, people: ReadonlyMap<PersonId, Person>): readonly Person[] {
  const found = new Map<PersonId, Person>()
  look(value, (text) => {
    const person = people.get(text)
    if (person) found.set(person.id, person)
  })
  return [...found.values()]
}

function look(value: unknown, meet: (text: string) => void): void {
  if (typeof value === 'string') meet(value)
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const one of value) look(one, meet)
    return
  }
  for (const [key, inner] of Object.entries(value)) {
    meet(key)
    look(inner, meet)
  }
}
