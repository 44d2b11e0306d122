import type { Light } from '../../shared/protocol.ts'
import type { Millis, PersonId, StreamId } from '../../shared/types.ts'
import type { Store } from '../store/store.ts'
import type { Credits, Nodes, Presence, Rate, Remembered } from './nodes.ts'
import { quotasHere, triesHere } from './tries.ts'

/** `mostKeys` bounds how many keys of each kind are remembered; the longest untouched goes. */
interface Bounds {
  readonly mostKeys: number
}

/** One node alone: everything is kept in its memory and forgotten with it. */
export function oneNode(
  store: Pick<Store, 'heads'>,
  now: () => Millis,
  { mostKeys }: Bounds = { mostKeys: 10_000 },
): Nodes {
  const waiting = new Map<string, Promise<unknown>>()
  const listeners: ((what: Remembered) => void)[] = []
  return {
    presence: presenceHere(now),
    credits: creditsHere(now, mostKeys),
    quotas: quotasHere(now, mostKeys),
    tries: triesHere(now, mostKeys),
    async alone(name, work) {
      const mine = (waiting.get(name) ?? Promise.resolve()).then(work)
      const settled = mine.catch(() => undefined)
      waiting.set(name, settled)
      void settled.then(() => waiting.get(name) === settled && waiting.delete(name))
      return mine
    },
    heads: (streams) => store.heads(streams),
    changed(what) {
      for (const listener of listeners) listener(what)
    },
    onChange: (listener) => void listeners.push(listener),
  }
}

/** Whoever is away for longer is as one who never was here. */
const remembersGone: Millis = 24 * 3_600_000

function presenceHere(now: () => Millis): Presence {
  const startedAt = now()
  const connections = new Map<string, number>()
  /** Since when, the longest gone first. */
  const gone = new Map<string, Millis>()
  const keyOf = (stream: StreamId, person: PersonId) => `${stream} ${person}`

  function forgetLongGone(): void {
    for (const [key, since] of gone) {
      if (since > now() - remembersGone) return
      gone.delete(key)
    }
  }

  function goneSince(stream: StreamId, person: PersonId): Millis | null {
    const key = keyOf(stream, person)
    return connections.has(key) ? null : (gone.get(key) ?? startedAt)
  }

  function light(stream: StreamId, person: PersonId): Light {
    const key = keyOf(stream, person)
    if (connections.has(key)) return 'live'
    return gone.has(key) ? 'asleep' : 'none'
  }

  return {
    came(stream, person) {
      const key = keyOf(stream, person)
      gone.delete(key)
      connections.set(key, (connections.get(key) ?? 0) + 1)
    },
    went(stream, person) {
      const key = keyOf(stream, person)
      const left = (connections.get(key) ?? 0) - 1
      if (left < 0) return
      if (left > 0) return void connections.set(key, left)
      connections.delete(key)
      gone.set(key, now())
      forgetLongGone()
    },
    async unreachable(stream, people) {
      const away: Record<PersonId, Millis> = {}
      for (const person of people) {
        const since = goneSince(stream, person)
        if (since !== null) away[person] = since
      }
      return away
    },
    lights: async (stream, people) => Object.fromEntries(people.map((person) => [person, light(stream, person)])),
  }
}

function creditsHere(now: () => Millis, mostKeys: number): Credits {
  const buckets = new Map<string, { credits: number; at: Millis }>()
  return {
    async take(key, { burst, perSecond }: Rate) {
      const at = now()
      const known = buckets.get(key)
      const gained = known ? (Math.max(0, at - known.at) / 1000) * perSecond : 0
      const credits = Math.min(burst, (known?.credits ?? burst) + gained)
      // Set anew, so that the order of the map is the order of last use.
      buckets.delete(key)
      buckets.set(key, { credits: credits < 1 ? credits : credits - 1, at })
      if (buckets.size > mostKeys) buckets.delete(String(buckets.keys().next().value))
      return credits < 1 ? Math.ceil(((1 - credits) / perSecond) * 1000) : null
    },
  }
}
