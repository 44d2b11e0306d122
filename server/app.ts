import { randomInt } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { TSchema } from 'typebox'
import type { Millis, PersonId, StreamId } from '../shared/types.ts'
import type { Config } from './config.ts'
import { createGate } from './gate.ts'
import type { Streams, Typed } from './host/streams.ts'
import { createHost, type Host } from './host.ts'
import { createLimits } from './limits.ts'
import { createPresence, type Roles } from './live/presence.ts'
import { type Live, startLive } from './live.ts'
import type { Log } from './log.ts'
import { comingOf, fromOurPages } from './origins.ts'
import { createPeers } from './peer.ts'
import { createDevices } from './people.ts'
import type { Limits } from './routes/parts.ts'
import type { Store } from './store/store.ts'
import { limitTries, limitUse } from './tries.ts'
import { buildWeb } from './web.ts'

/** What streams there are, what may be sent to them, and who matters in them. */
export interface Rules {
  readonly streams: Streams
  readonly commands: Readonly<Record<string, TSchema>>
  readonly rolesOf: (stream: StreamId, state: unknown) => Roles | null
  /** Somebody whom this command brings into its stream; they have to be of its community. */
  readonly newcomerIn: (command: Typed) => PersonId | null
}

export interface AppParts {
  readonly store: Store
  readonly rules: Rules
  readonly secret: Buffer
  readonly config: Pick<Config, 'publicUrl' | 'create' | 'trustProxy'>
  /** The folder with the built client; null serves none. */
  readonly pages: string | null
  readonly linkBase: (host: string) => string
  readonly log: Log
  readonly now: () => Millis
  readonly limits?: Limits
}

export interface App {
  readonly web: FastifyInstance
  readonly host: Host
  readonly live: Live
  /** The one that is really listened on. */
  port(): number
  /** Says goodbye, finishes what is queued and stops listening. The store stays open. */
  close(): Promise<void>
}

/** The whole server from its parts, ready to listen. */
export async function buildApp(parts: AppParts): Promise<App> {
  const { store, rules, config, log, now } = parts
  const { streams, rolesOf } = rules
  const presence = createPresence(now)
  const devices = createDevices(store.people, config.publicUrl, now)
  const peerOf = createPeers(config.trustProxy)
  const host = createHost({
    store,
    streams,
    log,
    now,
    seed: () => randomInt(2 ** 32),
    unreachable: (stream, state) => presence.unreachable(stream, rolesOf(stream, state)?.people ?? []),
  })
  const web = await buildWeb({
    store,
    host,
    devices,
    peerOf,
    log,
    now,
    secret: parts.secret,
    create: config.create,
    publicUrl: config.publicUrl,
    pages: parts.pages,
    linkBase: parts.linkBase,
    named: (people) => live.named(people),
    left: (device, person) => live.left(device, person),
    limits: parts.limits ?? usualLimits(now),
  })
  const live = startLive({
    server: web.server,
    host,
    store,
    streams,
    gate: createGate(rules.commands),
    limits: createLimits(now),
    presence,
    log,
    now,
    rolesOf,
    newcomerIn: rules.newcomerIn,
    deviceOf: devices.deviceOf,
    isOurs: (request) => fromOurPages(comingOf(request, peerOf), config.publicUrl),
    addressOf: (request) => peerOf(request).address,
  })
  await host.start()
  return {
    web,
    host,
    live,
    port() {
      const address = web.server.address()
      return typeof address === 'object' ? (address?.port ?? 0) : 0
    },
    async close() {
      await live.close()
      await host.close()
      const patience = setTimeout(() => web.server.closeAllConnections(), 2_000)
      await web.close()
      clearTimeout(patience)
    },
  }
}

function usualLimits(now: () => Millis): Limits {
  const hour: Millis = 3_600_000
  return { links: limitTries(5, now), making: limitUse(10, hour, now), naming: limitUse(100, hour, now) }
}
