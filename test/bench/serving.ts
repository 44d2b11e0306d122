import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { io } from 'socket.io-client'
import { type No, PROTOCOL, type Started } from '../../shared/protocol.ts'
import type { PersonId, StreamId } from '../../shared/types.ts'
import { freePort } from '../browser/support/server.ts'

const top = path.join(import.meta.dirname, '../..')
const flags = ['--disable-proto=delete', '--disable-warning=ExperimentalWarning']

/** A real server process, as `npm start` runs it. */
export interface Serving {
  readonly port: number
  readonly url: string
  /** When it was spawned, by `performance.now()`. */
  readonly spawnedAt: number
  stop(): Promise<void>
}

/** Spawns a server on this data folder and waits for its first 200 of `/healthz`. */
export async function serveFolder(folder: string): Promise<Serving> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = { ...process.env, PORT: `${port}`, HOST: '127.0.0.1', DATA_DIR: folder }
  const spawnedAt = performance.now()
  const child: ChildProcess = spawn(process.execPath, [...flags, 'server/main.ts'], {
    cwd: top,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  while (!(await fetch(`${url}/healthz`).catch(() => null))?.ok) {
    if (child.exitCode !== null) throw new Error('The server ended.')
    await new Promise((next) => setTimeout(next, 2))
  }
  return {
    port,
    url,
    spawnedAt,
    async stop() {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}

/** Connects as this device and begins to follow; the answer, once it is here. */
export async function firstStart(url: string, cookie: string, stream: StreamId, as: PersonId): Promise<Started | No> {
  const socket = io(url, { transports: ['websocket'], extraHeaders: { cookie }, forceNew: true })
  try {
    await once(socket as unknown as NodeJS.EventEmitter, 'connect')
    return await socket.emitWithAck('start', { protocol: PROTOCOL, stream, as, after: null })
  } finally {
    socket.disconnect()
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
