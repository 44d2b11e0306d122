import { randomInt } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Millis } from '../shared/types.ts'
import type { Config } from './config.ts'
import { createGate } from './gate.ts'
import { createHost, type Host } from './host.ts'
import { createClosing } from './http/closing.ts'
import { comingOf, fromOurPages } from './http/origins.ts'
import { createPeers } from './http/peer.ts'
import { createSending } from './http/sending.ts'
import { buildWeb } from './http/web.ts'
import { type Allowances, createLimits } from './limits.ts'
import { createEncodings } from './live/encoded.ts'
import { createNames } from './live/names.ts'
import { type Live, startLive } from './live.ts'
import type { Log } from './log.ts'
import { oneNode } from './nodes/memory.ts'
import type { Nodes } from './nodes/nodes.ts'
import { createDevices } from './people/devices.ts'
import { remembering } from './people/remembering.ts'
import { createRegisters } from './reading/registers.ts'
import type { Rules } from './rules.ts'
import type { Store } from './store/store.ts'

export interface AppParts {
  readonly store: Store
  readonly rules: Rules
  readonly secret: Buffer
  readonly config: Pick<Config, 'publicUrl' | 'create' | 'trustProxy' | 'limits'>
  /** The folder with the built client; null serves none. */
  readonly pages: string | null
  readonly linkBase: (host: string) => string
  readonly log: Log
  readonly now: () => Millis
  /** What several servers over one store would share; left out, this one is alone. */
  readonly nodes?: Nodes
  /** For tests that make more in an hour than anyone does. */
  readonly allowances?: Partial<Allowances>
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
  const { rules, config, log, now } = parts
  const nodes = parts.nodes ?? oneNode(parts.store, now)
  const store: Store = { ...parts.store, people: remembering(parts.store.people, nodes) }
  const names = createNames(store.people, nodes)
  const encodings = createEncodings()
  const devices = createDevices(store.people, config.publicUrl, now)
  const peerOf = createPeers(config.trustProxy)
  const limits = createLimits({ nodes, now, factor: config.limits, allowances: parts.allowances })
  const host = createHost({
    store,
    streams: rules.streams,
    log,
    now,
    seed: () => randomInt(2 ** 32),
    heads: nodes.heads,
    async unreachable({ stream, about }, state) {
      return nodes.presence.unreachable(stream, rules.rolesOf(about.kind, state)?.people ?? [])
    },
  })
  const web = await buildWeb({
    store,
    host,
    nodes,
    rules,
    names,
    registers: createRegisters(store),
    encodings,
    sending: createSending(),
    devices,
    peerOf,
    log,
    now,
    secret: parts.secret,
    create: config.create,
    publicUrl: config.publicUrl,
    pages: parts.pages,
    linkBase: parts.linkBase,
    left: (device, person) => live.left(device, person),
    limits,
  })
  const live = startLive({
    server: web.server,
    host,
    store,
    nodes,
    rules,
    gate: createGate(rules.commands),
    limits,
    names,
    encodings,
    log,
    now,
    devices,
    isOurs: (request) => fromOurPages(comingOf(request, peerOf), config.publicUrl),
    addressOf: (request) => peerOf(request).address,
  })
  const closing = createClosing(web.server)
  // Whoever comes first need not wait until what was owed has been told.
  web.server.once('listening', () => {
    void host.start()
  })
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
      await closing(() => web.close())
    },
  }
}
