import type { CircleId, Millis, PersonId, StreamId } from '../shared/types.ts'
import { addressKey } from './http/peer.ts'
import type { Nodes, Rate } from './nodes/nodes.ts'

const seatCommands: Rate = { burst: 20, perSecond: 2 }
/** Whoever facilitates types, moves and records for everyone. */
const facilitatorCommands: Rate = { burst: 60, perSecond: 6 }
const streamCommands: Rate = { burst: 60, perSecond: 60 }
/** Before anything is read: more than all people on one device can mean. */
const deviceAsks: Rate = { burst: 200, perSecond: 40 }
/** By device: nobody asks with the credits of somebody else. */
const deviceStarts: Rate = { burst: 20, perSecond: 1 }
/** Somebody who turns pages, and looks for something with every letter typed. */
const devicePages: Rate = { burst: 60, perSecond: 5 }
/** A village behind one address; and all of them at once after a restart of ours. */
const upgrades: Rate = { burst: 400, perSecond: 10 }
/** A training of a hundred behind one address, and again after they have all closed their windows. */
const entries: Rate = { burst: 400, perSecond: 1 }
const hour: Millis = 3_600_000
const afterStart = { within: 60_000, factor: 5 }

/** What is counted by the hour, and failures by the minute. */
export interface Allowances {
  /** Circles made by an address; meetings called in a circle. */
  readonly making: number
  /** Names added by a device; names changed by a person. */
  readonly naming: number
  /** Links that open nothing, in a minute. Wider limits make guessing no easier. */
  readonly failing: number
}

const usual: Allowances = { making: 10, naming: 100, failing: 5 }

/** Each says how long to wait, in milliseconds, or null for "go ahead", which takes a credit. */
export interface Limits {
  command(seat: string, stream: StreamId, isFacilitator: boolean): Promise<Millis | null>
  ask(device: string): Promise<Millis | null>
  start(device: string): Promise<Millis | null>
  /** A stream's state over HTTP. */
  state(device: string): Promise<Millis | null>
  upgrade(address: string): Promise<Millis | null>
  /** A page of what a circle decided, held or put off. */
  page(device: string): Promise<Millis | null>
  /** Opening a link that opens, which makes a device of whoever is none. */
  enter(address: string): Promise<Millis | null>
  /** A link that opened nothing. */
  failed(address: string): Promise<Millis | null>
  makeCircle(address: string): Promise<Millis | null>
  callMeeting(circle: CircleId): Promise<Millis | null>
  addName(device: string): Promise<Millis | null>
  rename(person: PersonId): Promise<Millis | null>
}

export interface LimitsParts {
  readonly nodes: Pick<Nodes, 'credits' | 'quotas' | 'tries'>
  readonly now: () => Millis
  /** Widens every limit, for benchmarks and for training groups behind one address. */
  readonly factor?: number | undefined
  /** Left out, the usual. */
  readonly allowances?: Partial<Allowances> | undefined
}

/** All that is counted, with keys that say what of whom. */
export function createLimits({ nodes, now, factor = 1, allowances = {} }: LimitsParts): Limits {
  const startedAt = now()
  const take = (key: string, { burst, perSecond }: Rate, wider = 1) =>
    nodes.credits.take(key, { burst: burst * factor * wider, perSecond: perSecond * factor * wider })

  const { making, naming, failing } = { ...usual, ...allowances }
  const hourly = (key: string, most: number) => nodes.quotas.take(key, { most: most * factor, every: hour })

  return {
    async command(seat, stream, isFacilitator) {
      if (isFacilitator) return take(`facilitator ${seat} ${stream}`, facilitatorCommands)
      return (await take(`seat ${seat}`, seatCommands)) ?? (await take(`stream ${stream}`, streamCommands))
    },
    ask: (device) => take(`ask ${device}`, deviceAsks),
    start: (device) => take(`start ${device}`, deviceStarts),
    state: (device) => take(`state ${device}`, deviceStarts),
    page: (device) => take(`page ${device}`, devicePages),
    enter: (address) => take(`enter ${addressKey(address)}`, entries),
    failed: (address) => nodes.tries.failed(`link ${addressKey(address)}`, failing),
    makeCircle: (address) => hourly(`circle ${addressKey(address)}`, making),
    callMeeting: (circle) => hourly(`meeting ${circle}`, making),
    addName: (device) => hourly(`name ${device}`, naming),
    rename: (person) => hourly(`rename ${person}`, naming),
    upgrade(address) {
      const wider = now() - startedAt < afterStart.within ? afterStart.factor : 1
      return take(`upgrade ${addressKey(address)}`, upgrades, wider)
    },
  }
}
