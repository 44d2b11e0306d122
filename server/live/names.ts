import type { Name } from '../../shared/protocol.ts'
import type { CommunityId, PersonId } from '../../shared/types.ts'
import type { Nodes } from '../nodes/nodes.ts'
import type { People, Person } from '../store/store.ts'

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
  /** Is told whoever is new or called otherwise, heard of here or on another node. */
  listen(listener: (persons: readonly Person[]) => void): void
}

/** More communities than this are not kept; the longest unasked goes. */
const mostKept = 2_000

interface Kept {
  readonly persons: Map<PersonId, Person>
  readonly read: Promise<unknown>
}

/** Names of communities that are asked for: each is read once, and kept up with what is heard here or on another node. */
export function createNames(people: Pick<People, 'person' | 'persons'>, nodes: Pick<Nodes, 'onChange'>): Names {
  const kept = new Map<CommunityId, Kept>()
  /** Whose name is being read again, and by whom: what is asked or heard later counts. */
  const asked = new Map<PersonId, symbol>()
  const listeners: ((persons: readonly Person[]) => void)[] = []

  function read(community: CommunityId): Kept {
    const persons = new Map<PersonId, Person>()
    const reading = people.persons(community).then(
      (all) => {
        // What was heard meanwhile is newer.
        for (const person of all) if (!persons.has(person.id)) persons.set(person.id, person)
      },
      (error) => {
        if (kept.get(community) === one) kept.delete(community)
        throw error
      },
    )
    const one: Kept = { persons, read: reading }
    return one
  }

  function use(community: CommunityId, one: Kept): void {
    // Set anew, so that the order of the map is the order of last use.
    kept.delete(community)
    kept.set(community, one)
    if (kept.size > mostKept) kept.delete(String(kept.keys().next().value))
  }

  function put(persons: readonly Person[]): void {
    for (const person of persons) kept.get(person.community)?.persons.set(person.id, person)
    for (const listener of listeners) listener(persons)
  }

  async function readAgain(id: PersonId): Promise<void> {
    const mine = Symbol(id)
    asked.set(id, mine)
    try {
      const person = await people.person(id)
      if (person && asked.get(id) === mine) put([person])
    } catch {
      // Nobody knows whose name it was: all are read again when they are asked for.
      kept.clear()
    }
    if (asked.get(id) === mine) asked.delete(id)
  }

  nodes.onChange((what) => {
    if ('person' in what && kept.size > 0) void readAgain(what.person)
  })
  return {
    async of(community) {
      const one = kept.get(community) ?? read(community)
      use(community, one)
      await one.read
      return one.persons
    },
    known(community) {
      const one = kept.get(community)
      if (one) use(community, one)
      return one?.persons ?? new Map()
    },
    heard(persons) {
      for (const { id } of persons) asked.delete(id)
      put(persons)
    },
    listen: (listener) => void listeners.push(listener),
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

/** An id is not longer. */
const mostLetters = 64

/** Every text in it, as a value or as a key, that could be an id. */
export function wordsIn(value: unknown): ReadonlySet<string> {
  const words = new Set<string>()
  look(value, (text) => {
    if (text.length <= mostLetters) words.add(text)
  })
  return words
}

/** Everyone whose id is one of these words. */
export function among(words: ReadonlySet<string>, people: ReadonlyMap<PersonId, Person>): readonly Person[] {
  return [...words].flatMap((word) => people.get(word) ?? [])
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
