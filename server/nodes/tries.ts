import type { Millis } from '../../shared/types.ts'

const minute = 60_000
const longest = 15 * minute
const mostKeys = 10_000

/** Counts failures only, so that a whole venue behind one address is fine as long as its people are. */
export interface Tries {
  /** Notes a failure; says how long this key has to wait, 0 while it has tries left. */
  failed(key: string): Millis
}

interface Failures {
  readonly count: number
  readonly since: Millis
  readonly until: Millis
  readonly blocks: number
}

/** `most` failures a minute, then a minute's wait, doubled each time up to a quarter of an hour. */
export function limitTries(most: number, now: () => Millis): Tries {
  const known = new Map<string, Failures>()
  const fresh = (at: Millis): Failures => ({ count: 0, since: at, until: 0, blocks: 0 })

  function next(before: Failures, at: Millis): Failures {
    if (at < before.until) return before
    const old = at - before.since >= minute
    const count = (old ? 0 : before.count) + 1
    if (count <= most) return { ...before, count, since: old ? at : before.since }
    const until = at + Math.min(longest, minute * 2 ** before.blocks)
    return { count: most, since: at, until, blocks: before.blocks + 1 }
  }

  return {
    failed(key) {
      const at = now()
      const before = known.get(key)
      const forgiven = before === undefined || at - Math.max(before.since, before.until) > 4 * longest
      const after = next(forgiven ? fresh(at) : before, at)
      remember(known, key, after)
      return Math.max(0, after.until - at)
    },
  }
}

/** Lets something be done so often in a while. */
export interface Quota {
  /** Takes one; says how long to wait instead where none is left. */
  take(key: string): Millis
}

/** `most` in each stretch of `every` milliseconds that begins with the first. */
export function limitUse(most: number, every: Millis, now: () => Millis): Quota {
  const known = new Map<string, { readonly count: number; readonly since: Millis }>()
  return {
    take(key) {
      const at = now()
      const before = known.get(key)
      const running = before !== undefined && at - before.since < every ? before : { count: 0, since: at }
      if (running.count >= most) return running.since + every - at
      remember(known, key, { ...running, count: running.count + 1 })
      return 0
    },
  }
}

/** The longest untouched key goes when there are too many. */
function remember<Value>(known: Map<string, Value>, key: string, value: Value): void {
  known.delete(key)
  known.set(key, value)
  if (known.size <= mostKeys) return
  const oldest = known.keys().next()
  if (!oldest.done) known.delete(oldest.value)
}
