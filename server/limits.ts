import type { CircleId, Millis, PersonId, StreamId } from '../shared/types.ts'
import { addressKey } from './http/peer.ts'
import type { Nodes, Rate } from './nodes/nodes.ts'
import type { DeviceId } from './store/store.ts'

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
/**
 * What devices do is counted by their address as well, for a new one costs nothing: wide enough for four hundred
 * people behind one router who all come, look and answer at once.
 */
const addressAsks: Rate = { burst: 4_000, perSecond: 400 }
const addressStarts: Rate = { burst: 2_000, perSecond: 40 }
const addressPages: Rate = { burst: 2_000, perSecond: 50 }
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
  /** Names added in a circle, from all devices. */
  readonly named: number
  /** Links that open nothing, in a minute. Wider limits make guessing no easier. */
  readonly failing: number
}

const usual: Allowances = { making: 10, naming: 100, named: 1_000, failing: 5 }

/** Who asks: a device, and the address it is behind. */
export interface Asker {
  readonly device: DeviceId
  readonly address: string
}

/** Whoever has no seat there takes nothing from those who have, and the facilitator nothing from anyone. */
export type Lane = 'facilitator' | 'seated' | 'outside'

/** Each says how long to wait, in milliseconds, or null for "go ahead", which takes a credit. */
export interface Limits {
  command(person: PersonId, stream: StreamId, lane: Lane): Promise<Millis | null>
  ask(asker: Asker): Promise<Millis | null>
  start(asker: Asker): Promise<Millis | null>
  /** A stream's state over HTTP. */
  state(asker: Asker): Promise<Millis | null>
  upgrade(address: string): Promise<Millis | null>
  /** A page of what a circle decided, held or put off. */
  page(asker: Asker): Promise<Millis | null>
  /** Opening a link that opens, which makes a device of whoever is none. */
  enter(address: string): Promise<Millis | null>
  /** A link that opened nothing. */
  failed(address: string): Promise<Millis | null>
  makeCircle(address: string): Promise<Millis | null>
  callMeeting(circle: CircleId): Promise<Millis | null>
  addName(device: DeviceId, circle: CircleId): Promise<Millis | null>
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

  const both = async (what: string, { device, address }: Asker, [own, shared]: readonly [Rate, Rate]) =>
    (await take(`${what} ${device}`, own)) ?? (await take(`${what} at ${addressKey(address)}`, shared))
  const { making, naming, named, failing } = { ...usual, ...allowances }
  const hourly = (key: string, most: number) => nodes.quotas.take(key, { most: most * factor, every: hour })

  return {
    async command(person, stream, lane) {
      if (lane === 'facilitator') return take(`facilitator ${person} ${stream}`, facilitatorCommands)
      return (await take(`seat ${person}`, seatCommands)) ?? (await take(`${lane} ${stream}`, streamCommands))
    },
    ask: (asker) => both('ask', asker, [deviceAsks, addressAsks]),
    start: (asker) => both('start', asker, [deviceStarts, addressStarts]),
    state: (asker) => both('state', asker, [deviceStarts, addressStarts]),
    page: (asker) => both('page', asker, [devicePages, addressPages]),
    enter: (address) => take(`enter ${addressKey(address)}`, entries),
    failed: (address) => nodes.tries.failed(`link ${addressKey(address)}`, failing),
    makeCircle: (address) => hourly(`circle ${addressKey(address)}`, making),
    callMeeting: (circle) => hourly(`meeting ${circle}`, making),
    addName: async (device, circle) =>
      (await hourly(`name ${device}`, naming)) ?? (await hourly(`name in ${circle}`, named)),
    rename: (person) => hourly(`rename ${person}`, naming),
    upgrade(address) {
      const wider = now() - startedAt < afterStart.within ? afterStart.factor : 1
      return take(`upgrade ${addressKey(address)}`, upgrades, wider)
    },
  }
}
