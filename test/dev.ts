// `npm run dev`: the server, restarted at every change, behind Vite, which swaps changed parts of the page in place.
import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'

const page = process.env.PORT ?? '5173'
const behind = process.env.DEV_SERVER_PORT ?? '4001'
const origin = process.env.PUBLIC_URL ?? `http://localhost:${page}`

const children = [
  begin('node', ['--disable-proto=delete', '--disable-warning=ExperimentalWarning', '--watch', 'server/main.ts'], {
    PORT: behind,
    PUBLIC_URL: origin,
  }),
  begin('vite', ['--port', page, '--strictPort', '--host', process.env.HOST ?? '127.0.0.1'], {
    DEV_SERVER: `http://127.0.0.1:${behind}`,
  }),
]

for (const child of children) child.on('exit', endAll)
process.on('SIGINT', endAll)
process.on('SIGTERM', endAll)

function begin(command: string, args: string[], env: Record<string, string>): ChildProcess {
  const cwd = path.join(import.meta.dirname, '..')
  return spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: 'inherit' })
}

function endAll(): void {
  for (const child of children) child.kill('SIGTERM')
}
