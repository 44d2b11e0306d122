import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { Server } from 'socket.io'
import type { Millis, StreamId } from '../shared/types.ts'
import type { Gate } from './gate.ts'
import type { Fold, News } from './host/folds.ts'
import type { Streams } from './host/streams.ts'
import type { Host } from './host.ts'
import type { Limits } from './limits.ts'
import { engineOptions } from './live/engine.ts'
import { createFollowers, cutSlowLines, type Follower, namesRoom } from './live/followers.ts'
import { framesOf } from './live/frames.ts'
import { namesOf } from './live/names.ts'
import type { Presence, Roles } from './live/presence.ts'
import { createHandlers } from './live/receive.ts'
import type { Io, Out } from './live/wire.ts'
import { wrap } from './live/wrap.ts'
import { type Log, traceOf } from './log.ts'
import { refuse } from './refuse.ts'
import type { Device, DeviceId, Person, Store } from './store/store.ts'

const headsEvery: Millis = 5_000

export interface LiveParts {
  readonly server: HttpServer
  readonly host: Host
  readonly store: Store
  readonly streams: Streams
  readonly gate: Gate
  readonly limits: Limits
  readonly presence: Presence
  readonly log: Log
  readonly now: () => Millis
  readonly rolesOf: (stream: StreamId, state: unknown) => Roles | null
  /** The device whose secret stands in this `Cookie` header. */
  readonly deviceOf: (cookie: string | undefined) => Promise<Device | null>
  /** Does this upgrade come from one of our pages, or from no page at all? */
  readonly isOurs: (request: IncomingMessage) => boolean
  /** The address somebody comes from, behind proxies whose word is taken. */
  readonly addressOf: (request: IncomingMessage) => string
}

export interface Live {
  /** Tells everyone of their community how these people are called now. */
  named(persons: readonly Person[]): void
  /** Ends every line of a device that may no longer be here. */
  removed(device: DeviceId): void
  /** Says goodbye, lets the host finish what is queued, ends every line. The HTTP server stays open. */
  close(): Promise<void>
}

/** Carries commands in, and entries, names and presence out, over Socket.IO on the given HTTP server. */
export function startLive(parts: LiveParts): Live {
  const { host, presence, log, now } = parts
  const followers = createFollowers(presence)
  let isClosing = false
  const io: Io = new Server<Record<never, never>, Out>(parts.server, engineOptions(mayCome))
  const receive = wrap(createHandlers({ ...parts, followers, greet }), log)
  const lastHere = new Map<StreamId, string>()
  const heads = setInterval(() => void beat(), headsEvery).unref()

  function mayCome(request: IncomingMessage): boolean {
    if (isClosing || !parts.isOurs(request)) return false
    return parts.limits.upgrade(parts.addressOf(request)) === null
  }

  io.use((line, next) => {
    const failed = (code: 'unauthenticated' | 'unavailable') =>
      next(Object.assign(new Error(code), { data: refuse(code) }))
    parts.deviceOf(line.handshake.headers.cookie).then(
      (device) => {
        if (!device) return failed('unauthenticated')
        line.data.device = device.id
        next()
      },
      (error) => {
        log.error(traceOf(error), 'a device could not be looked up')
        failed('unavailable')
      },
    )
  })

  io.on('connection', (line) => {
    const follower = followers.add(line, line.data.device)
    line.onAny((event: unknown, ...args: unknown[]) => void receive(follower, event, args))
    line.on('error', (error) => log.warn(traceOf(error), 'a line failed'))
    line.on('disconnect', () => {
      const streams = [...follower.follows.keys()]
      followers.remove(follower)
      for (const stream of streams) void tellHere(stream)
    })
  })

  host.listen((news) => {
    send(news)
    sendHere(news.stream, parts.rolesOf(news.stream, news.state))
    cutSlowLines(io)
  })

  /** Serialised once for everyone; only who sees more than others gets a frame of their own. */
  function send({ stream, entries }: News): void {
    const kind = parts.streams.streamOf(stream)
    if (!kind) return
    const frames = framesOf(kind, entries)
    const apart = [...followers.of(stream)].filter((one) =>
      seats(one, stream).some((as) => as !== null && frames.readers.has(as)),
    )
    const others = apart.map(({ line }) => line.id)
    io.to(stream).except(others).emit('entries', { stream, as: null, entries: frames.everyone })
    for (const follower of apart) {
      for (const as of seats(follower, stream)) {
        const isReader = as !== null && frames.readers.has(as)
        follower.line.emit('entries', { stream, as, entries: isReader ? frames.of(as) : frames.everyone })
      }
    }
  }

  /** People first: what everyone sees comes last, when those who see more already have their own. */
  function seats({ follows }: Follower, stream: StreamId) {
    const all = [...(follows.get(stream) ?? [])]
    return [...all.filter((as) => as !== null), ...all.filter((as) => as === null)]
  }

  function greet(follower: Follower, { stream, state }: Fold): void {
    const roles = parts.rolesOf(stream, state)
    if (!roles) return
    follower.line.emit('here', hereFor(follower, stream, roles))
    sendHere(stream, roles)
  }

  function hereFor(follower: Follower, stream: StreamId, roles: Roles) {
    const here = presence.here(stream, roles)
    const { facilitator, secretary, people } = roles
    const isLeading = seats(follower, stream).some((as) => as !== null && (as === facilitator || as === secretary))
    return isLeading ? { ...here, lights: presence.lights(stream, people) } : here
  }

  /** Sent when it differs from what was sent last, and with every beat, because a frame may be lost. */
  function sendHere(stream: StreamId, roles: Roles | null, isBeat = false): void {
    if (!roles) return
    const { facilitator, secretary, people } = roles
    const what = JSON.stringify([presence.here(stream, roles), facilitator, secretary, presence.lights(stream, people)])
    if (!isBeat && lastHere.get(stream) === what) return
    lastHere.set(stream, what)
    for (const follower of followers.of(stream)) follower.line.volatile.emit('here', hereFor(follower, stream, roles))
  }

  async function tellHere(stream: StreamId): Promise<void> {
    try {
      const fold = await host.look(stream)
      if (fold) sendHere(stream, parts.rolesOf(stream, fold.state))
    } catch (error) {
      log.warn({ ...traceOf(error), stream }, 'presence could not be told')
    }
  }

  /** Am I behind, what time is it, who is here: reading on also finds what another process wrote. */
  async function beat(): Promise<void> {
    const followed = new Set(followers.streams)
    for (const stream of lastHere.keys()) if (!followed.has(stream)) lastHere.delete(stream)
    for (const stream of followed) {
      try {
        const fold = await host.look(stream)
        if (!fold) continue
        io.volatile.to(stream).emit('head', { stream, seq: fold.seq, now: now() })
        sendHere(stream, parts.rolesOf(stream, fold.state), true)
      } catch (error) {
        log.warn({ ...traceOf(error), stream }, 'a head could not be told')
      }
    }
    cutSlowLines(io)
    await host.sweep()
  }

  return {
    named(persons) {
      for (const [community, group] of Map.groupBy(persons, (person) => person.community)) {
        io.to(namesRoom(community)).emit('people', namesOf(group))
      }
    },
    removed(device) {
      for (const follower of [...followers.all]) {
        if (follower.device !== device) continue
        follower.line.emit('bye', 'removed')
        follower.line.disconnect(true)
      }
    },
    async close() {
      isClosing = true
      clearInterval(heads)
      for (const { line } of followers.all) line.emit('bye', 'restarting')
      await host.close()
      // The last answers are on their way once the turn of the event loop is over.
      await new Promise((next) => setImmediate(next))
      for (const { line } of [...followers.all]) line.disconnect(true)
      io.engine.close()
    },
  }
}
