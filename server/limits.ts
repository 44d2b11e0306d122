import { isIPv6 } from 'node:net'
import type { Millis, StreamId } from '../shared/types.ts'

/** So many at once, and so many more with every second. */
interface Rate {
  readonly burst: number
  readonly perSecond: number
}

const seatCommands: Rate = { burst: 20, perSecond: 2 }
/** Whoever facilitates types, moves and records for everyone. */
const facilitatorCommands: Rate = { burst: 60, perSecond: 6 }
const streamCommands: Rate = { burst: 60, perSecond: 60 }
/** Before anything is read: more than all people on one device can mean. */
const deviceAsks: Rate = { burst: 200, perSecond: 40 }
/** By device: nobody asks with the credits of somebody else. */
const deviceStarts: Rate = { burst: 20, perSecond: 1 }
/** A village behind one address; and all of them at once after a restart of ours. */
const upgrades: Rate = { burst: 400, perSecond: 10 }
const afterStart = { within: 60_000, factor: 5 }

/** Each says how long to wait, in milliseconds, or null for "go ahead", which takes a credit. */
export interface Limits {
  command(seat: string, stream: StreamId, isFacilitator: boolean): Millis | null
  ask(device: string): Millis | null
  start(device: string): Millis | null
  upgrade(address: string): Millis | null
}

/** Kept in memory and forgotten with the process; `mostKeys` bounds how much. */
export function createLimits(now: () => Millis, mostKeys = 10_000): Limits {
  const startedAt = now()
  const buckets = new Map<string, { credits: number; at: Millis }>()

  function wait(key: string, { burst, perSecond }: Rate): Millis | null {
    const at = now()
    const known = buckets.get(key)
    const gained = known ? (Math.max(0, at - known.at) / 1000) * perSecond : 0
    const credits = Math.min(burst, (known?.credits ?? burst) + gained)
    // Set anew, so that the order of the map is the order of last use.
    buckets.delete(key)
    buckets.set(key, { credits: credits < 1 ? credits : credits - 1, at })
    if (buckets.size > mostKeys) buckets.delete(String(buckets.keys().next().value))
    return credits < 1 ? Math.ceil(((1 - credits) / perSecond) * 1000) : null
  }

  return {
    command(seat, stream, isFacilitator) {
      if (isFacilitator) return wait(`facilitator ${seat} ${stream}`, facilitatorCommands)
      return wait(`seat ${seat}`, seatCommands) ?? wait(`stream ${stream}`, streamCommands)
    },
    ask: (device) => wait(`ask ${device}`, deviceAsks),
    start: (device) => wait(`start ${device}`, deviceStarts),
    upgrade(address) {
      const factor = now() - startedAt < afterStart.within ? afterStart.factor : 1
      const { burst, perSecond } = upgrades
      return wait(`upgrade ${network(address)}`, { burst: burst * factor, perSecond: perSecond * factor })
    },
  }
}

/** One household has many IPv6 addresses and one network. */
function network(address: string): string {
  if (!isIPv6(address) || address.startsWith('::ffff:')) return address
  const [front = [], back = []] = address.split('::').map((half) => half.split(':').filter(Boolean))
  const zeros = Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0')
  return [...front, ...zeros, ...back].slice(0, 4).join(':')
}
