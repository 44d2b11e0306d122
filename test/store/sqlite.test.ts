import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkVersion } from '../../server/store/sqlite/open.ts'
import { openSqlite } from '../../server/store/sqlite.ts'
import { StoreError } from '../../server/store/store.ts'
import { storeContract } from './contract.ts'
import { entry, one } from './entries.ts'

let folder = ''
const file = () => path.join(folder, 'data', 'commonround.db')

function newFolder(): void {
  folder = mkdtempSync(path.join(tmpdir(), 'commonround-store-'))
}

function removeFolder(): void {
  rmSync(folder, { recursive: true, force: true })
}

storeContract('SQLite', {
  open: async () => {
    newFolder()
    return openSqlite(file())
  },
  killed: async (before) => {
    // A copy of the files as they lie there is what the next process would find.
    const copy = path.join(folder, 'copy.db')
    for (const end of ['', '-wal']) writeFileSync(copy + end, readFileSync(file() + end))
    await before.close()
    return openSqlite(copy)
  },
  clean: async () => removeFolder(),
})

describe('SQLite alone', () => {
  beforeEach(newFolder)
  afterEach(removeFolder)

  test('ST15 everything is there after closing and opening again', async () => {
    const first = openSqlite(file())
    await first.append([one('m_a', entry(1, { type: 'a', apart: 'word' }))])
    await first.close()
    const second = openSqlite(file())
    expect(await second.read('m_a', 0)).toEqual([entry(1, { type: 'a', apart: 'word' })])
    await second.close()
  })

  test('ST16 a destroyed apart is in no file any more', async () => {
    const canary = 'canary-5f1e-Walter'
    const store = openSqlite(file())
    await store.append([one('m_a', entry(1, { type: 'sealed', apart: { canary } }))])
    expect(bytes()).toContain(canary)
    await store.append([one('m_a', entry(2, { type: 'approved', destroys: [1] }))])
    expect(bytes()).not.toContain(canary)
    await store.close()
  })

  test('ST16 where somebody was reading meanwhile, it is gone after the next tidying up', async () => {
    const canary = 'canary-5f1e-Walter'
    const store = openSqlite(file())
    await store.append([one('m_a', entry(1, { type: 'sealed', apart: { canary } }))])
    const reading = new DatabaseSync(file(), { readOnly: true })
    reading.exec('BEGIN')
    reading.prepare('SELECT count(*) FROM log').get()
    expect(await store.append([one('m_a', entry(2, { type: 'approved', destroys: [1] }))])).toEqual([true])
    await store.tidy()
    expect(bytes()).toContain(canary)
    reading.exec('COMMIT')
    reading.close()
    await store.tidy()
    expect(bytes()).not.toContain(canary)
    await store.close()
  })

  test('ST17 a second opening of one file is refused with one sentence, and allowed after closing', async () => {
    const first = openSqlite(file())
    expect(refusal(() => openSqlite(file()))).toMatch(/^Another Commonround is already running on .*\.$/)
    await first.close()
    await openSqlite(file()).close()
  })

  test('ST18 a database of a newer version is refused with one sentence', async () => {
    await openSqlite(file()).close()
    alter('PRAGMA user_version = 99')
    expect(refusal(() => openSqlite(file()))).toBe(
      'The database was written by a newer Commonround: use that version or a newer one.',
    )
    alter('PRAGMA user_version = 2')
    await openSqlite(file()).close()
  })

  test('ST19 a file that is not ours is refused and left as it was', async () => {
    await openSqlite(file()).close()
    writeFileSync(file(), 'Dear diary, '.repeat(1000))
    expect(refusal(() => openSqlite(file()))).toBe('The file is not a Commonround database.')
    rmSync(file())
    alter('CREATE TABLE recipes (name TEXT)')
    const before = readFileSync(file())
    expect(refusal(() => openSqlite(file()))).toBe('The file is not a Commonround database.')
    expect(readFileSync(file())).toEqual(before)
  })

  test('ST20 lost entries are noticed on reading, and other streams are read all the same', async () => {
    const before = openSqlite(file())
    await before.append([
      one('m_a', entry(1), entry(2), entry(3)),
      one('m_b', entry(1), entry(2)),
      one('m_c', entry(1)),
    ])
    await before.close()
    alter("DELETE FROM log WHERE stream = 'm_a' AND seq = 2 OR stream = 'm_b' AND seq = 1")
    const store = openSqlite(file())
    const refused = { trouble: 'unavailable', message: 'The database has lost entries. Restore a backup.' }
    await expect(store.read('m_a', 0)).rejects.toMatchObject(refused)
    await expect(store.read('m_a', 1)).rejects.toMatchObject(refused)
    await expect(store.read('m_b', 0)).rejects.toMatchObject(refused)
    expect(await store.read('m_a', 0, 1)).toEqual([entry(1)])
    expect(await store.read('m_c', 0)).toEqual([entry(1)])
    await store.close()
  })

  test('ST21 a folder that cannot be made or written is refused with one sentence', () => {
    writeFileSync(path.join(folder, 'data'), 'a file stands where the folder should be')
    expect(refusal(() => openSqlite(file()))).toMatch(/^The data folder .* cannot be made\. Check who owns it\.$/)
    expect(refusal(() => openSqlite('/proc/self/commonround.db'))).toMatch(
      /^The data folder .* cannot be (made|written)\./,
    )
  })

  test('ST22 SQLite with the bug of lost write-ahead logs is refused', () => {
    for (const bad of ['3.51.2', '3.50.9', '3.7.0', '2.99.99']) expect(() => checkVersion(bad)).toThrow(StoreError)
    for (const good of ['3.51.3', '3.53.4', '3.52.0', '4.0.0']) expect(() => checkVersion(good)).not.toThrow()
  })

  if (process.platform === 'linux') diskRule()

  test('ST23 only the owner can read the file, and a closed store answers unavailable', async () => {
    const store = openSqlite(file())
    await store.append([one('m_a', entry(1))])
    expect(statSync(file()).mode & 0o077).toBe(0)
    expect(statSync(`${file()}-wal`).mode & 0o077).toBe(0)
    await store.close()
    await expect(store.read('m_a', 0)).rejects.toMatchObject({ trouble: 'unavailable' })
    await expect(store.append([one('m_a', entry(2))])).rejects.toMatchObject({ trouble: 'unavailable' })
  })
})

/** Where one process can be forbidden to write any file beyond a size. */
function diskRule(): void {
  test('ST24 while the disk takes nothing more it refuses and goes on reading, then works on by itself', () => {
    const script = path.join(import.meta.dirname, 'limited.ts')
    const { stdout, stderr } = spawnSync(process.execPath, [script, file()], { encoding: 'utf8' })
    expect(stderr.replace(/^.*ExperimentalWarning.*$|^\(Use `node.*$/gm, '').trim()).toBe('')
    expect(JSON.parse(stdout)).toEqual({
      done: { before: 20, during: 0, after: 20 },
      troubles: ['unavailable'],
      stored: 40,
      last: 40,
    })
  })
}

function refusal(open: () => unknown): string {
  try {
    open()
  } catch (error) {
    expect(error).toMatchObject({ name: 'StoreError', trouble: 'unusable' })
    return (error as Error).message
  }
  throw new Error('It opened.')
}

function alter(sql: string): void {
  const db = new DatabaseSync(file())
  db.exec(sql)
  db.close()
}

function bytes(): string {
  const data = path.dirname(file())
  return readdirSync(data)
    .map((name) => readFileSync(path.join(data, name), 'latin1'))
    .join('')
}
