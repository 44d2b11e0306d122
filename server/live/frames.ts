import type { AnyStream } from '../../shared/stream.ts'
import type { Entry, PersonId } from '../../shared/types.ts'
import type { SeenEntry } from './wire.ts'

/** The same entries for different eyes. Who is in `readers` sees something that others do not. */
export interface Frames {
  readonly everyone: readonly SeenEntry[]
  readonly readers: ReadonlySet<PersonId>
  /** What this reader sees. */
  of(person: PersonId): readonly SeenEntry[]
}

/** Entries for everyone, and for each who sees more. */
export function framesOf(rules: AnyStream, entries: readonly Entry<unknown>[]): Frames {
  const seenBy = (person: PersonId | null) => entries.map((entry) => rules.seeEntry(entry, { person }))
  const readers = new Set<PersonId>()
  for (const { events } of entries) findReaders(events, readers)
  return { everyone: seenBy(null), readers, of: seenBy }
}

/** Puts in who is named as a reader: a secret is an event, or a part of one, that names them in `only`. */
export function findReaders(value: unknown, readers: Set<PersonId>): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const one of value) findReaders(one, readers)
    return
  }
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'only' && Array.isArray(inner)) for (const person of inner) readers.add(String(person))
    else findReaders(inner, readers)
  }
}
