import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'

const main = path.join(import.meta.dirname, '../../server/main.ts')
const folders: string[] = []
const running: ChildProcess[] = []

interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>
  /** The address it shows, once it does. */
  address(): Promise<string>
}

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'start-'))
  folders.push(folder)
})

afterEach(async () => {
  for (const child of running.splice(0)) if (child.exitCode === null) child.kill('SIGKILL')
  for (const each of folders.splice(0)) rmSync(each, { recursive: true, force: true })
})

function start(env: Readonly<Record<string, string>>): Running {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], {
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: '0', DATA_DIR: path.join(folder, 'data'), ...env },
  })
  running.push(child)
  let out = ''
  let err = ''
  child.stdout?.on('data', (piece) => (out += String(piece)))
  child.stderr?.on('data', (piece) => (err += String(piece)))
  const ended: Running['ended'] = new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })))
  return {
    child,
    ended,
    address: () =>
      new Promise((resolve, reject) => {
        const look = () => {
          const address = /http:\/\/localhost:\d+/.exec(out)?.[0]
          if (address !== undefined && out.includes('Ctrl-C')) resolve(address)
        }
        child.stdout?.on('data', look)
        void ended.then(({ err: said }) => reject(new Error(`It did not start: ${said}`)))
        look()
      }),
  }
}

/** It stays where it is, says one sentence, and no more than that. */
async function expectSentence(one: Running, sentence: RegExp): Promise<void> {
  const { code, out, err } = await one.ended
  expect(err.trim()).toMatch(sentence)
  expect(err.trim().split('\n')).toHaveLength(1)
  expect([code, out]).toEqual([1, ''])
}

test('one start makes the folder and the secret, tells the address, answers, and Ctrl-C ends it cleanly', async () => {
  const one = start({})
  const address = await one.address()
  expect(await (await fetch(`${address}/healthz`)).json()).toEqual({ ok: true })
  const data = path.join(folder, 'data')
  expect((statSync(data).mode & 0o777).toString(8)).toBe('700')
  for (const name of readdirSync(data)) expect([name, statSync(path.join(data, name)).mode & 0o077]).toEqual([name, 0])
  expect(statSync(path.join(data, 'secret')).size).toBe(32)
  one.child.kill('SIGINT')
  const { code, err } = await one.ended
  expect([code, err]).toEqual([0, ''])
  await expect(fetch(`${address}/healthz`)).rejects.toThrow()
})

test('SIGTERM ends it cleanly too, while a connection is still open, and a second start knows the same circle', async () => {
  const first = start({})
  const address = await first.address()
  const made = await fetch(`${address}/api/circles`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-commonround': '1' },
    body: JSON.stringify({ decide: 'Where', name: 'Ana', circle: 'Garden', people: ['Bo'], selfAdd: false }),
  })
  const { link } = (await made.json()) as { link: string }
  const open = fetch(`${address}/healthz`, { headers: { connection: 'keep-alive' } })
  await open
  first.child.kill('SIGTERM')
  expect((await first.ended).code).toBe(0)

  const second = start({})
  const again = await fetch(`${await second.address()}/api/links/open`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-commonround': '1' },
    body: JSON.stringify({ link }),
  })
  expect(await again.json()).toMatchObject({ name: 'Garden', people: [{ name: 'Ana' }, { name: 'Bo' }] })
  second.child.kill('SIGTERM')
  expect((await second.ended).code).toBe(0)
})

test('a port that is taken is said in one sentence', async () => {
  const other = createServer()
  const port = await new Promise<number>((resolve) =>
    other.listen(0, '127.0.0.1', () => {
      const address = other.address()
      resolve(typeof address === 'object' ? (address?.port ?? 0) : 0)
    }),
  )
  await expectSentence(
    start({ PORT: String(port) }),
    new RegExp(`^Port ${port} is already in use: .*PORT=${port + 1}\\.$`),
  )
  other.close()
})

test('N-O1 a folder that cannot be written to is said in one sentence', async () => {
  // Root may write anywhere, so that a file in the folder's place has to stand in for a missing right.
  writeFileSync(path.join(folder, 'file'), '')
  const inFile = start({ DATA_DIR: path.join(folder, 'file', 'data') })
  await expectSentence(inFile, /^The folder .*file\/data cannot be written to: /)
  if (process.getuid?.() !== 0) {
    chmodSync(folder, 0o500)
    await expectSentence(start({}), /^The folder .*data cannot be written to: /)
  }
})

test('N-O3 a database from a newer version is said in one sentence, and left alone', async () => {
  const first = start({})
  await first.address()
  first.child.kill('SIGTERM')
  await first.ended
  const file = path.join(folder, 'data', 'app.db')
  const database = new DatabaseSync(file)
  database.exec('PRAGMA user_version = 999')
  database.close()
  await expectSentence(start({}), /newer/)
  const after = new DatabaseSync(file)
  expect(after.prepare('PRAGMA user_version').get()).toEqual({ user_version: 999 })
  after.close()
})

test('N-O2 a folder that another server uses is said in one sentence', async () => {
  const first = start({})
  await first.address()
  await expectSentence(start({}), /^\S.*\.$/)
  first.child.kill('SIGTERM')
  expect((await first.ended).code).toBe(0)
})

test('settings that are wrong are all said, a sentence each', async () => {
  const { code, out, err } = await start({ PORT: 'eighty', CREATE: 'maybe' }).ended
  expect(err.trim().split('\n')).toEqual([
    'PORT must be a number from 0 to 65535, not "eighty".',
    'CREATE must be on or off, not "maybe".',
  ])
  expect([code, out]).toEqual([1, ''])
})

test('a damaged secret is said in one sentence', async () => {
  const first = start({})
  await first.address()
  first.child.kill('SIGTERM')
  await first.ended
  writeFileSync(path.join(folder, 'data', 'secret'), 'short')
  await expectSentence(start({}), /^The file .*secret is damaged: /)
})

/** Started once, so that everything is there, and stopped. */
async function begun(): Promise<string> {
  const first = start({})
  const address = await first.address()
  await fetch(`${address}/api/circles`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-commonround': '1' },
    body: JSON.stringify({ decide: 'Where', name: 'Ana', circle: 'Garden', people: [], selfAdd: false }),
  })
  first.child.kill('SIGTERM')
  await first.ended
  return path.join(folder, 'data')
}

test('N-O1 a secret that is gone is not made anew without a word, and a new one is had by asking', async () => {
  const data = await begun()
  rmSync(path.join(data, 'secret'))
  await expectSentence(start({}), /^The file \S+secret is gone, without which no link opens: .*new-secret/)
  expect(readdirSync(data)).not.toContain('secret')
  writeFileSync(path.join(data, 'new-secret'), '')
  const again = start({})
  await again.address()
  again.child.kill('SIGTERM')
  expect((await again.ended).code).toBe(0)
  expect(statSync(path.join(data, 'secret')).size).toBe(32)
  expect(readdirSync(data)).not.toContain('new-secret')
})

test('N-O1 a database that is empty or gone beside its secret is not begun anew without a word', async () => {
  const data = await begun()
  const file = path.join(data, 'app.db')
  for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
  const secret = readFileSync(path.join(data, 'secret'))
  writeFileSync(file, '')
  await expectSentence(
    start({}),
    /^The database \S+app\.db is empty or gone, but its secret is there: .*move \S+secret away/,
  )
  rmSync(file)
  await expectSentence(start({}), /^The database \S+app\.db is empty or gone, but its secret is there: /)
  expect(readdirSync(data)).not.toContain('app.db')
  expect(readFileSync(path.join(data, 'secret'))).toEqual(secret)
  rmSync(path.join(data, 'secret'))
  const fresh = start({})
  await fresh.address()
  fresh.child.kill('SIGTERM')
  expect((await fresh.ended).code).toBe(0)
})
