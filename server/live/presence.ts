import type { Here, Light } from '../../shared/protocol.ts'
import type { Millis, PersonId, StreamId } from '../../shared/types.ts'

/** Who is who in a stream, as far as reaching them matters. */
export interface Roles {
  readonly facilitator: PersonId | null
  readonly secretary: PersonId | null
  /** Everyone whose connection the rules or the facilitator may ask about. */
  readonly people: readonly PersonId[]
}

/** Who follows which stream just now; kept in memory, never in the log. */
export interface Presence {
  came(stream: StreamId, person: PersonId): void
  went(stream: StreamId, person: PersonId): void
  /** Since when this person cannot be reached; null if they can. After a restart nobody was there before it. */
  goneSince(stream: StreamId, person: PersonId): Millis | null
  unreachable(stream: StreamId, people: readonly PersonId[]): Readonly<Record<PersonId, Millis>>
  here(stream: StreamId, roles: Roles): Here
  lights(stream: StreamId, people: readonly PersonId[]): Readonly<Record<PersonId, Light>>
}

interface Line {
  connections: number
  lostAt: Millis
}

export function createPresence(now: () => Millis): Presence {
  const startedAt = now()
  const lines = new Map<string, Line>()
  const keyOf = (stream: StreamId, person: PersonId) => `${stream} ${person}`

  function goneSince(stream: StreamId, person: PersonId): Millis | null {
    const line = lines.get(keyOf(stream, person))
    if (!line) return startedAt
    return line.connections > 0 ? null : line.lostAt
  }

  function light(stream: StreamId, person: PersonId): Light {
    const line = lines.get(keyOf(stream, person))
    if (!line) return 'none'
    return line.connections > 0 ? 'live' : 'asleep'
  }

  return {
    goneSince,
    came(stream, person) {
      const line = lines.get(keyOf(stream, person)) ?? { connections: 0, lostAt: startedAt }
      line.connections += 1
      lines.set(keyOf(stream, person), line)
    },
    went(stream, person) {
      const line = lines.get(keyOf(stream, person))
      if (!line || line.connections === 0) return
      line.connections -= 1
      if (line.connections === 0) line.lostAt = now()
    },
    unreachable(stream, people) {
      const gone: Record<PersonId, Millis> = {}
      for (const person of people) {
        const since = goneSince(stream, person)
        if (since !== null) gone[person] = since
      }
      return gone
    },
    here(stream, { facilitator }) {
      return { stream, facilitatorGone: facilitator === null ? null : goneSince(stream, facilitator) }
    },
    lights(stream, people) {
      return Object.fromEntries(people.map((person) => [person, light(stream, person)]))
    },
  }
}
