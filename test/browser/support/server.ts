import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

const top = path.join(import.meta.dirname, '../../..')
const flags = ['--disable-proto=delete', '--disable-warning=ExperimentalWarning']

/** A real server process on a folder of its own, to be killed and started again at the same address. */
export interface Server {
  readonly url: string
  /** As a power cut would: nothing is said, nothing is finished. */
  kill(): Promise<void>
  start(): Promise<void>
  /** Ends it and throws its folder away. */
  remove(): Promise<void>
}

/** A port of this machine that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' ? (address?.port ?? 0) : 0
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  const end = performance.now() + 20_000
  while (child.exitCode === null && performance.now() < end) {
    const answer = await fetch(`${url}/healthz`).catch(() => null)
    if (answer?.ok) return
    await new Promise((next) => setTimeout(next, 20))
  }
  throw new Error('the server did not start')
}

/** Starts the server as `npm start` does, on a free port and an empty folder. */
export async function startServer(): Promise<Server> {
  const folder = mkdtempSync(path.join(tmpdir(), 'commonround-browser-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  let child: ChildProcess | null = null

  async function start(): Promise<void> {
    const env = { ...process.env, PORT: `${port}`, HOST: '127.0.0.1', DATA_DIR: folder }
    child = spawn(process.execPath, [...flags, 'server/main.ts'], {
      cwd: top,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    await ready(url, child)
  }

  async function kill(): Promise<void> {
    const running = child
    child = null
    if (!running || running.exitCode !== null) return
    const gone = once(running, 'exit')
    running.kill('SIGKILL')
    await gone
  }

  await start()
  return {
    url,
    kill,
    start,
    async remove() {
      await kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
