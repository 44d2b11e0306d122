import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { io, type Socket } from 'socket.io-client'
import { type App, buildApp } from '../../server/app.ts'
import { oneNode } from '../../server/nodes/memory.ts'
import type { Nodes } from '../../server/nodes/nodes.ts'
import { createDevices } from '../../server/people/devices.ts'
import type { Rules } from '../../server/rules.ts'
import { openSqlite } from '../../server/store/sqlite.ts'
import type { Store } from '../../server/store/store.ts'
import { PROTOCOL } from '../../shared/protocol.ts'
import type { PersonId, StreamId } from '../../shared/types.ts'
import { circle, community, listLog } from './bench.ts'
import { rules as parlourRules } from './parlour-rules.ts'

/** A whole server with a real file and a real port, full of parlours. */
export interface House {
  readonly app: App
  readonly store: Store
  readonly log: ReturnType<typeof listLog>
  readonly clock: { now: number }
  readonly nodes: Nodes
  readonly url: string
  readonly port: number
  /** A device that belongs to these people; its `Cookie` header. */
  device(...people: readonly PersonId[]): Promise<string>
  close(): Promise<void>
}

export async function openHouse(rules: Rules = parlourRules): Promise<House> {
  const folder = mkdtempSync(path.join(tmpdir(), 'commonround-live-'))
  const store = openSqlite(path.join(folder, 'app.db'))
  const log = listLog()
  const clock = { now: 1_000_000 }
  const now = () => clock.now
  const nodes = oneNode(store, now)
  const config = { publicUrl: null, create: true, trustProxy: [], limits: 1 }
  const app = await buildApp({
    store,
    rules,
    config,
    nodes,
    log,
    now,
    secret: Buffer.alloc(32, 1),
    pages: null,
    linkBase: () => '',
  })
  await app.web.listen({ host: '127.0.0.1', port: 0 })
  const port = app.port()
  const devices = createDevices(store.people, null, now)

  async function device(...people: readonly PersonId[]): Promise<string> {
    const { device: made, cookie } = await devices.welcome()
    await store.people.grant(made.id, { circle, community, grade: 'screen' })
    for (const id of people) {
      const known = await store.people.person(id)
      if (!known) await store.people.addPerson({ id, community, name: id.slice(0, 4), hint: null })
      await store.people.bind(made.id, id)
    }
    return cookie.split(';')[0] ?? ''
  }

  async function close(): Promise<void> {
    await app.close()
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }

  return { app, store, log, clock, nodes, port, device, close, url: `http://127.0.0.1:${port}` }
}

/** A test's end of a line: everything that came in is kept in order. */
export interface Guest {
  readonly socket: Socket
  readonly heard: { readonly event: string; readonly what: Record<string, unknown> }[]
  start(stream: StreamId, as: PersonId | null, after?: number | null): Promise<Record<string, unknown>>
  send(stream: StreamId, as: PersonId, command: object, id?: string): Promise<Record<string, unknown>>
  /** Any event with any payloads. */
  raw(event: string, ...payloads: readonly unknown[]): Promise<Record<string, unknown>>
  /** Waits until something like this was heard, also before. */
  hears(event: string, isIt?: (what: Record<string, unknown>) => boolean): Promise<Record<string, unknown>>
}

let commands = 0

export function commandId(): string {
  commands += 1
  return `test-${process.pid}-${String(commands).padStart(10, '0')}`
}

export async function enter(url: string, cookie: string | null, options: object = {}): Promise<Guest> {
  const extraHeaders: Record<string, string> = cookie === null ? {} : { cookie }
  const socket = io(url, { transports: ['websocket'], extraHeaders, reconnection: false, forceNew: true, ...options })
  const heard: Guest['heard'] = []
  socket.onAny((event, what) => void heard.push({ event, what }))
  socket.on('disconnect', (reason) => void heard.push({ event: 'disconnect', what: { reason } }))
  const ask = async (event: string, ...payloads: readonly unknown[]) =>
    socket.timeout(10_000).emitWithAck(event, ...payloads)
  await new Promise<void>((connected, failed) => {
    socket.on('connect', () => connected())
    socket.on('connect_error', failed)
  })
  return {
    socket,
    heard,
    raw: ask,
    start: (stream, as, after = null) => ask('start', { protocol: PROTOCOL, stream, as, after }),
    send: (stream, as, command, id = commandId()) => ask('command', { stream, as, id, command }),
    hears: (event, isIt = () => true) =>
      until(() => heard.find((one) => one.event === event && isIt(one.what ?? {}))?.what ?? null, `hearing ${event}`),
  }
}

/** Asks again and again until it is so; fails after ten seconds. */
export async function until<T>(
  what: () => T | null | false | Promise<T | null | false>,
  name = 'it',
  within = 10_000,
): Promise<T> {
  const end = performance.now() + within
  while (performance.now() < end) {
    const found = await what()
    if (found !== null && found !== false) return found
    await new Promise((next) => setTimeout(next, 5))
  }
  throw new Error(`Waited in vain for ${name}.`)
}
