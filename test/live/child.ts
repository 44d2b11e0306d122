import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'

/** A server in a process of its own. */
export interface Child {
  readonly process: ChildProcess
  readonly port: number
  /** From being started to being ready, in milliseconds. */
  readonly readyAfter: number
  /** Ends it in the way named, and waits until it is gone; its exit code, or null when it was killed. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>
}

/** Starts a server on a file. */
export async function startChild(file: string, port: number): Promise<Child> {
  const startedAt = performance.now()
  const script = path.join(import.meta.dirname, 'serve.ts')
  const args = ['--disable-warning=ExperimentalWarning', script, file, String(port)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const first = await Promise.race([
    new Promise<string>((resolve) => createInterface({ input: child.stdout }).once('line', resolve)),
    gone.then((code) => Promise.reject(new Error(`The server ended with ${code}.`))),
  ])
  return {
    process: child,
    port: JSON.parse(first).port,
    readyAfter: performance.now() - startedAt,
    end(signal) {
      child.kill(signal)
      return gone
    },
  }
}
