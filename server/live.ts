import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { Server } from 'socket.io'
import type { Millis, PersonId } from '../shared/types.ts'
import type { Gate } from './gate.ts'
import type { Host } from './host.ts'
import type { Limits } from './limits.ts'
import type { Encodings } from './live/encoded.ts'
import { type Doorkeeper, engineOptions } from './live/engine.ts'
import { createFollowers, cutSlowLines, type Followers } from './live/followers.ts'
import { createLeaving } from './live/leaving.ts'
import type { Names } from './live/names.ts'
import { createHandlers } from './live/receive.ts'
import { createTelling, type Telling } from './live/telling.ts'
import type { Io, Out } from './live/wire.ts'
import { wrap } from './live/wrap.ts'
import { type Log, traceOf } from './log.ts'
import type { Nodes } from './nodes/nodes.ts'
import type { Devices } from './people/devices.ts'
import { refuse } from './refuse.ts'
import type { Rules } from './rules.ts'
import type { DeviceId, Store } from './store/store.ts'

const headsEvery: Millis = 5_000

export interface LiveParts {
  readonly server: HttpServer
  readonly host: Host
  readonly store: Store
  readonly nodes: Nodes
  readonly rules: Rules
  readonly gate: Gate
  readonly limits: Limits
  readonly names: Names
  readonly encodings: Encodings
  readonly log: Log
  readonly now: () => Millis
  readonly devices: Pick<Devices, 'deviceOf' | 'prune'>
  /** Does this upgrade come from one of our pages, or from no page at all? */
  readonly isOurs: (request: IncomingMessage) => boolean
  /** The address somebody comes from, behind proxies whose word is taken. */
  readonly addressOf: (request: IncomingMessage) => string
}

export interface Live {
  /** This device is no longer that person's: from now on it sees nothing that is theirs alone. */
  left(device: DeviceId, person: PersonId): void
  /** Says goodbye, lets the host finish what is queued, ends every line. The HTTP server stays open. */
  close(): Promise<void>
}

/** Carries commands in, and entries, names and presence out, over Socket.IO on the given HTTP server. */
export function startLive(parts: LiveParts): Live {
  const { host } = parts
  let isClosing = false
  const doorkeeper: Doorkeeper = async (request) => {
    if (isClosing) return 503
    if (!parts.isOurs(request)) return 403
    return (await parts.limits.upgrade(parts.addressOf(request))) === null ? null : 429
  }
  const io: Io = new Server<Record<never, never>, Out>(parts.server, engineOptions(doorkeeper))
  const followers = createFollowers(parts.nodes.presence)
  const telling = createTelling({ ...parts, rolesOf: parts.rules.rolesOf, io, followers })
  let isBeating = false
  const heads = setInterval(async () => {
    if (isBeating) return
    isBeating = true
    await beat(parts, io, followers, telling)
    isBeating = false
  }, headsEvery).unref()
  letIn(parts, io)
  receive(parts, io, followers, telling)
  parts.names.listen(telling.named)
  hearLosses(parts, followers, telling)

  return {
    left(device, person) {
      for (const follower of followers.all) if (follower.device === device) followers.unfollow(follower, person)
    },
    async close() {
      isClosing = true
      clearInterval(heads)
      telling.close()
      for (const { line } of followers.all) line.emit('bye', 'restarting')
      await host.close()
      // The last answers are on their way once the turn of the event loop is over.
      await new Promise((next) => setImmediate(next))
      for (const { line } of [...followers.all]) line.disconnect(true)
      io.engine.close()
    },
  }
}

/** What happened is told first, and then whoever lost their right by it hears no more. */
function hearLosses(parts: LiveParts, followers: Followers, telling: Telling): void {
  const { host, nodes, rules, log, store } = parts
  const leaving = createLeaving({ followers, people: store.people, host, rules })
  const noted = (work: Promise<void>) =>
    void work.catch((error) => log.error(traceOf(error), 'who may still follow could not be found out'))
  host.listen((news) => {
    telling.entries(news)
    noted(leaving.seats(news))
  })
  nodes.onChange((what) => {
    if ('device' in what) noted(leaving.device(what.device))
  })
}

/** A line belongs to a device; whoever has none is told so and goes no further. */
function letIn({ devices, addressOf, log }: LiveParts, io: Io): void {
  io.use(async (line, next) => {
    const failed = (code: 'unauthenticated' | 'unavailable') =>
      next(Object.assign(new Error(code), { data: refuse(code) }))
    try {
      const device = await devices.deviceOf(line.handshake.headers.cookie)
      if (!device) return failed('unauthenticated')
      line.data.asker = { device: device.id, address: addressOf(line.request) }
      next()
    } catch (error) {
      log.error(traceOf(error), 'a device could not be looked up')
      failed('unavailable')
    }
  })
}

function receive(parts: LiveParts, io: Io, followers: Followers, telling: Telling): void {
  const { host, log } = parts
  const take = wrap(createHandlers({ ...parts, followers, tellNames: telling.names, greet: telling.greet }), log)

  io.on('connection', (line) => {
    const follower = followers.add(line, line.data.asker)
    line.onAny((event: unknown, ...args: unknown[]) => void take(follower, event, args))
    line.on('error', (error) => log.warn(traceOf(error), 'a line failed'))
    line.on('disconnect', () => {
      const streams = [...follower.follows.keys()]
      followers.remove(follower)
      for (const stream of streams) {
        const fold = host.known(stream)
        if (fold) telling.hereChanged(fold)
      }
    })
  })
}

/** Am I behind, what time is it, who is here; then what has to be tidied every few seconds. Never rejects. */
async function beat(parts: LiveParts, io: Io, followers: Followers, telling: Telling): Promise<void> {
  const { host, log } = parts
  const steps = {
    'heads could not be told': () => tellHeads(parts, io, followers, telling),
    'slow lines could not be cut': () => cutSlow(io, log),
    'the sweep failed': () => host.sweep(),
    'old devices could not be let go of': () => parts.devices.prune(devicesOf(followers)),
  }
  for (const [trouble, step] of Object.entries(steps)) {
    try {
      await step()
    } catch (error) {
      log.warn(traceOf(error), trouble)
    }
  }
}

/** Catching up also finds what another process wrote. */
async function tellHeads({ host, now }: LiveParts, io: Io, followers: Followers, telling: Telling): Promise<void> {
  const streams = [...followers.streams]
  await host.catchUp(streams)
  for (const stream of streams) {
    const fold = host.known(stream)
    if (!fold) continue
    io.to(stream).emit('head', { stream, seq: fold.seq, now: now() })
    await telling.hereAgain(fold)
  }
}

function devicesOf({ all }: Followers): Set<DeviceId> {
  const devices = new Set<DeviceId>()
  for (const { device } of all) devices.add(device)
  return devices
}

function cutSlow(io: Io, log: Log): void {
  const lines = cutSlowLines(io)
  if (lines > 0) log.warn({ lines }, 'a slow line was cut')
}
