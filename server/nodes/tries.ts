import type { Millis } from '../../shared/types.ts'
import type { Quotas, Tries } from './nodes.ts'

const minute = 60_000
const longest = 15 * minute

interface Failures {
  readonly count: number
  readonly since: Millis
  readonly until: Millis
  readonly blocks: number
}

const fresh = (at: Millis): Failures => ({ count: 0, since: at, until: 0, blocks: 0 })

function afterFailure(before: Failures, most: number, at: Millis): Failures {
  if (at < before.until) return before
  const old = at - before.since >= minute
  const count = (old ? 0 : before.count) + 1
  if (count <= most) return { ...before, count, since: old ? at : before.since }
  const until = at + Math.min(longest, minute * 2 ** before.blocks)
  return { count: most, since: at, until, blocks: before.blocks + 1 }
}

/** Tries in this process's memory. */
export function triesHere(now: () => Millis, mostKeys: number): Tries {
  const known = new Map<string, Failures>()
  return {
    async failed(key, most) {
      const at = now()
      const before = known.get(key)
      const forgiven = before === undefined || at - Math.max(before.since, before.until) > 4 * longest
      const after = afterFailure(forgiven ? fresh(at) : before, most, at)
      remember(known, key, after, mostKeys)
      return after.until > at ? after.until - at : null
    },
  }
}

/** Quotas in this process's memory. */
export function quotasHere(now: () => Millis, mostKeys: number): Quotas {
  const known = new Map<string, { readonly count: number; readonly since: Millis }>()
  return {
    async take(key, { most, every }) {
      const at = now()
      const before = known.get(key)
      const running = before !== undefined && at - before.since < every ? before : { count: 0, since: at }
      if (running.count >= most) return running.since + every - at
      remember(known, key, { ...running, count: running.count + 1 }, mostKeys)
      return null
    },
  }
}

/** The longest untouched key goes when there are too many. */
function remember<Value>(known: Map<string, Value>, key: string, value: Value, mostKeys: number): void {
  known.delete(key)
  known.set(key, value)
  if (known.size > mostKeys) known.delete(String(known.keys().next().value))
}
