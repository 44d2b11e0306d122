import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gatherAtHarrow, type Stage, stages } from './support/harrow.ts'

// Starts the real server on a throw-away folder with a fictional circle and a meeting in progress.
const top = path.join(import.meta.dirname, '..')
const folder = mkdtempSync(path.join(tmpdir(), 'commonround-demo-'))
const stage: Stage = stages.find((s) => s === process.argv[2]) ?? 'reacting'
const port = process.env.PORT ?? '8090'
const flags = ['--disable-proto=delete', '--disable-warning=ExperimentalWarning']
const env = { ...process.env, PORT: port, DATA_DIR: folder, CREATE: 'on' }
const server = spawn(process.execPath, [...flags, 'server/main.ts'], {
  cwd: top,
  env,
  stdio: ['ignore', 'ignore', 'inherit'],
})
const url = `http://localhost:${port}`

server.on('exit', (code) => {
  rmSync(folder, { recursive: true, force: true })
  process.exitCode = code ?? 0
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill('SIGTERM'))

async function ready(): Promise<void> {
  for (let tries = 0; tries < 200 && server.exitCode === null; tries++) {
    const answer = await fetch(`${url}/healthz`).catch(() => null)
    if (answer?.ok) return
    await new Promise((next) => setTimeout(next, 50))
  }
  throw new Error('The demo did not start.')
}

try {
  await ready()
  const harrow = await gatherAtHarrow(url)
  await harrow.until(stage)
  const links = JSON.parse(await harrow.lior.get(`/api/circles/${harrow.circle}/link`)) as {
    join: string
    screen: string
  }
  harrow.leave()
  console.log(`
A circle of nine is in its meeting about the guest room (${stage}).

  Pick a name (Lior facilitates)   ${links.join}
  The room screen                  ${links.screen}

Other moments: npm run demo -- ${stages.join(' | ')}
Ctrl-C ends it, and nothing is kept.
`)
} catch (error) {
  console.error(error)
  server.kill('SIGTERM')
}
