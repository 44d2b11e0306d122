// Cuts the power while the store writes, many times: with full flushing nothing promised may be lost, and without it
// something must be, or this test would prove nothing. Needs Linux, root and loop devices: `npm run test:power-cut`.
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openSqlite } from '../../server/store/sqlite.ts'

const fullRuns = Number(process.argv[2] ?? 20)
const normalRuns = Math.max(1, Math.ceil(fullRuns / 4))
const top = path.join(import.meta.dirname, '../..')
const folder = mkdtempSync(path.join(tmpdir(), 'commonround-power-'))
const disk = path.join(folder, 'disk')

try {
  const full = await runs(path.join(top, 'server/store/sqlite.ts'), fullRuns)
  const normal = await runs(carelessStore(), normalRuns)
  console.log(`F-2 FULL: ${full.promised} promised in ${fullRuns} cuts, ${full.lost} lost`)
  console.log(`F-2 NORMAL (control): ${normal.promised} promised in ${normalRuns} cuts, ${normal.lost} lost`)
  if (full.lost > 0) throw new Error('Entries that were promised are lost.')
  if (normal.lost === 0) throw new Error('The control lost nothing: this test cannot see what it should see.')
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function runs(module: string, times: number): Promise<{ promised: number; lost: number }> {
  const sum = { promised: 0, lost: 0 }
  for (let run = 0; run < times; run += 1) {
    const { promised, found } = await cut(module, 60 + ((run * 37) % 200))
    sum.promised += promised
    sum.lost += Math.max(0, promised - found)
  }
  return sum
}

/** How many entries of each stream were promised before the cut, and how many were there after it. */
async function cut(module: string, after: number): Promise<{ promised: number; found: number }> {
  const image = path.join(folder, 'disk.img')
  const copy = path.join(folder, 'copy.img')
  run('truncate', '-s', '64M', image)
  run('mkfs.ext4', '-q', '-F', image)
  mount(image)
  let promised = 0
  try {
    promised = await writeUntil(module, after, () => run('cp', '--sparse=always', image, copy))
  } finally {
    run('umount', disk)
  }
  mount(copy)
  try {
    return { promised, found: await countIn(path.join(disk, 'app.db')) }
  } finally {
    run('umount', disk)
    rmSync(image)
    rmSync(copy)
  }
}

/** Stops the writer in the middle of its work, lets `then` happen, and kills it; returns what it had promised. */
async function writeUntil(module: string, after: number, then: () => void): Promise<number> {
  const args = ['--disable-warning=ExperimentalWarning', path.join(import.meta.dirname, 'writer.ts'), module]
  const writer = spawn(process.execPath, [...args, path.join(disk, 'app.db')], { stdio: ['ignore', 'pipe', 'inherit'] })
  const gone = new Promise((resolve) => writer.on('close', resolve))
  let said = ''
  const enough = new Promise<void>((resolve, failed) => {
    writer.stdout.on('data', (data) => {
      said += data
      if (said.split('\n').length > after) resolve()
    })
    writer.on('exit', () => failed(new Error('The writer ended.')))
  })
  await enough
  writer.kill('SIGSTOP')
  while (!/^State:\s+T/m.test(readFileSync(`/proc/${writer.pid}/status`, 'utf8'))) await turn()
  then()
  writer.kill('SIGKILL')
  await gone
  return Number(said.trim().split('\n').at(-1) ?? 0)
}

async function countIn(file: string): Promise<number> {
  const store = openSqlite(file)
  const counts: number[] = []
  for (const stream of ['m_a', 'm_b', 'm_c']) counts.push((await store.read(stream, 0)).length)
  await store.close()
  return Math.min(...counts)
}

/** The same store, made careless in a copy: it does not flush before it answers. */
function carelessStore(): string {
  const copy = path.join(folder, 'careless')
  for (const part of ['server', 'shared']) cpSync(path.join(top, part), path.join(copy, part), { recursive: true })
  const file = path.join(copy, 'server/store/sqlite/open.ts')
  const careful = readFileSync(file, 'utf8')
  const careless = careful
    .replace('synchronous = FULL', 'synchronous = NORMAL')
    .replace('const full = 2', 'const full = 1')
  if (careless === careful) throw new Error('The control could not be made careless.')
  writeFileSync(file, careless)
  writeFileSync(path.join(copy, 'package.json'), '{"type":"module"}')
  return path.join(copy, 'server/store/sqlite.ts')
}

function mount(image: string): void {
  mkdirSync(disk, { recursive: true })
  run('mount', '-o', 'loop', image, disk)
}

function run(command: string, ...args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' })
  if (status === 0) return
  throw new Error(`${command} failed: ${error?.message ?? stderr}\nThis test needs Linux, root and loop devices.`)
}

function turn(): Promise<void> {
  return new Promise((next) => setTimeout(next, 10))
}
