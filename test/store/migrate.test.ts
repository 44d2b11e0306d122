import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { olderCopies } from '../../server/store/sqlite/copy.ts'
import { migrate } from '../../server/store/sqlite/migrate.ts'
import { openSqlite } from '../../server/store/sqlite.ts'
import type { Store } from '../../server/store/store.ts'
import { entry, one } from './entries.ts'
import { entriesOfVersion1, makeVersion1 } from './version-1.ts'

const golden = path.join(import.meta.dirname, '../golden/v1/folder/app.db')
const noRoom =
  /^Before this version can use the database it is copied, and the disk has no room for that: make \d+ MB free in \S+ and start again\.$/

let folder = ''
const file = () => path.join(folder, 'app.db')
const copy = () => `${file()}.version-1`
const half = () => `${copy()}.part`

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'commonround-migrate-'))
  makeVersion1(file())
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('SQLite: a file of version 1', () => {
  test('ST31 every entry is what it was, of language version 1, and what was destroyed stays so', async () => {
    const store = openSqlite(file())
    expect(await store.read('m_a', 0)).toEqual([
      {
        ...{ seq: 1, id: 'k3', by: 'p_ana', at: 11, v: 1 },
        events: [
          { type: 'sealed', apart: 'Walter' },
          { type: 'x', in: { apart: { word: 1 } } },
        ],
      },
      { seq: 2, id: 'k4', by: 'p_bo', at: 12, v: 1, events: [{ type: 'sealed', apart: null }] },
      { seq: 3, id: 'k5', by: 'p_bo', at: 13, v: 1, events: [{ type: 'approved', destroys: [2] }] },
    ])
    expect(await entriesOf(store)).toEqual(ofVersion1(entriesOfVersion1(copy())))
    await store.close()
  })

  test('ST31 every stream is what its id said, meetings owe what has not arrived, and the log goes on', async () => {
    const store = openSqlite(file())
    expect(await listed(store)).toEqual({
      c_one: { about: { kind: 'circle', community: 'o_1' }, seq: 5 },
      c_two: { about: { kind: 'circle', community: 'o_2' }, seq: 1 },
      m_a: { about: { kind: 'meeting', community: 'o_1' }, seq: 3 },
      m_b: { about: { kind: 'meeting', community: 'o_1' }, seq: 1 },
    })
    expect(await store.owing()).toEqual([{ stream: 'm_a', told: 2 }])
    expect(await store.append([one('m_a', entry(4))])).toEqual([true])
    expect(await store.read('m_a', 3)).toEqual([entry(4)])
    expect(await store.about('m_a')).toEqual({ kind: 'meeting', community: 'o_1' })
    await store.close()
  })

  test('ST31 people stay, links and grants lead to the circle of their community, those to none are gone', async () => {
    const store = openSqlite(file())
    const { people } = store
    const one = { community: 'o_1', circle: 'c_one' }
    const two = { community: 'o_2', circle: 'c_two' }
    expect(await people.links('c_one')).toEqual([
      { id: 'l_2', ...one, grade: 'join', generation: 3 },
      { id: 'l_1', ...one, grade: 'screen', generation: 1 },
    ])
    expect(await people.links('c_two')).toEqual([{ id: 'l_3', ...two, grade: 'join', generation: 1 }])
    expect(await people.link('l_4')).toBeNull()
    expect(await people.deviceBySecret('hash 1')).toEqual({
      ...{ id: 'd_1', people: ['p_ana'], lastSeen: 5 },
      grants: [
        { ...two, grade: 'screen' },
        { ...one, grade: 'join' },
      ],
    })
    expect((await people.device('d_2'))?.grants).toEqual([])
    expect((await people.persons('o_1')).map(({ name }) => name)).toEqual(['Ana', null])
    await people.removeDevice('d_1')
    await store.close()
  })

  test('ST31 the tables are those of a new file', async () => {
    await openSqlite(file()).close()
    const fresh = path.join(folder, 'fresh.db')
    await openSqlite(fresh).close()
    expect(shapeOf(file())).toEqual(shapeOf(fresh))
    const db = new DatabaseSync(file())
    expect(db.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
    expect(db.prepare('PRAGMA foreign_key_check').all()).toEqual([])
    db.close()
  })

  test('ST32 a real file of version 1 opens with all it held', async () => {
    cpSync(golden, file())
    const before = entriesOfVersion1(file())
    const sealed = valuesApart(file())
    expect(Object.keys(before)).toHaveLength(3)
    expect(sealed.filter(({ value }) => value === null)).not.toEqual([])
    const store = openSqlite(file())
    expect(await entriesOf(store)).toEqual(ofVersion1(before))
    expect(valuesApart(file())).toEqual(sealed)
    const owing = [...(await store.owing())].sort((a, b) => (a.stream < b.stream ? -1 : 1))
    expect(owing).toEqual(owingIn(before))
    expect(owing).not.toEqual([])
    expect(owing.every(({ told }) => told > 9)).toBe(true)
    const circle = Object.keys(before).find((stream) => stream.startsWith('c_'))!
    expect((await store.people.links(circle)).map(({ grade }) => grade)).toEqual(['join', 'screen'])
    await store.close()
    expect(entriesOfVersion1(copy())).toEqual(before)
  })
})

/** The meetings whose last entry has told the circle nothing: perhaps there was nothing, perhaps it did not arrive. */
function owingIn(streams: Readonly<Record<string, readonly { id: string; by: string; seq: number }[]>>) {
  const arrived = Object.values(streams).flatMap((entries) => entries.filter(({ id, by }) => id.startsWith(`${by}:`)))
  return Object.keys(streams)
    .filter((stream) => stream.startsWith('m_'))
    .sort()
    .map((stream) => ({
      stream,
      told: Math.max(0, ...arrived.filter(({ by }) => by === stream).map(({ id }) => Number(id.split(':')[1]))),
    }))
    .filter(({ stream, told }) => told < (streams[stream]?.at(-1)?.seq ?? 0))
}

describe('SQLite: the copy before a new version', () => {
  test('ST33 it is whole, of version 1 and for its owner alone, and made once', async () => {
    const before = entriesOfVersion1(file())
    await openSqlite(file()).close()
    expect(names()).toEqual(['app.db', 'app.db.lock', 'app.db.version-1'])
    expect(versionOf(copy())).toBe(1)
    expect(versionOf(file())).toBe(2)
    expect(statSync(copy()).mode & 0o777).toBe(0o600)
    expect(entriesOfVersion1(copy())).toEqual(before)
    const { mtimeMs } = statSync(copy())
    await openSqlite(file()).close()
    expect(statSync(copy()).mtimeMs).toBe(mtimeMs)
    rmSync(copy())
    await openSqlite(file()).close()
    expect(names()).toEqual(['app.db', 'app.db.lock'])
  })

  test('ST33 a new file is not copied', async () => {
    rmSync(file())
    await openSqlite(file()).close()
    expect(names()).toEqual(['app.db', 'app.db.lock'])
  })

  test('ST33 it can take the place of the database', async () => {
    const store = openSqlite(file())
    const before = await entriesOf(store)
    await store.close()
    cpSync(copy(), file())
    const again = openSqlite(file())
    expect(await entriesOf(again)).toEqual(before)
    await again.close()
  })

  test('ST33 after going back and on with version 1 it is copied again, and no copy is written over', async () => {
    const first = entriesOfVersion1(file())
    await openSqlite(file()).close()
    const alike = readFileSync(copy())
    for (const n of [2, 3]) {
      cpSync(copy(), file())
      alter(file(), `UPDATE person SET name = 'Ana the ${n}.' WHERE id = 'p_ana'`)
      const since = entriesOfVersion1(file())
      await openSqlite(file()).close()
      expect(nameIn(`${copy()}.${n}`)).toBe(`Ana the ${n}.`)
      expect(entriesOfVersion1(`${copy()}.${n}`)).toEqual(since)
    }
    expect(readFileSync(copy())).toEqual(alike)
    expect(entriesOfVersion1(copy())).toEqual(first)
    // Each time it went back without going on it had its copy already.
    cpSync(`${copy()}.2`, file())
    await openSqlite(file()).close()
    const copies = ['app.db.version-1', 'app.db.version-1.2', 'app.db.version-1.3']
    expect(names()).toEqual(['app.db', 'app.db.lock', ...copies])
    expect(olderCopies(file()).map((one) => path.basename(one))).toEqual(copies)
  })

  test('ST33 something else of that name is no copy, and stays', async () => {
    writeFileSync(copy(), 'my notes')
    await openSqlite(file()).close()
    expect(readFileSync(copy(), 'utf8')).toBe('my notes')
    expect(versionOf(`${copy()}.2`)).toBe(1)
  })

  test.each(['', '-wal', '.version-1'])(
    'ST36 an empty file beside what it held (%s) is not begun anew',
    async (end) => {
      await openSqlite(file()).close()
      const beside = `${file()}${end}`
      rmSync(copy(), { force: true })
      writeFileSync(file(), '')
      if (end !== '') writeFileSync(beside, 'what was held')
      if (end === '') {
        // Nothing else is there: a start that was cut off before it wrote anything.
        const store = openSqlite(file())
        expect(await store.heads(['m_a'])).toEqual(new Map())
        return store.close()
      }
      for (const gone of [false, true]) {
        if (gone) rmSync(file())
        expect(refusal(() => openSqlite(file()))).toMatch(
          /^The database \S+app\.db is empty or gone, but it was used before: /,
        )
        expect(readFileSync(beside, 'utf8')).toBe('what was held')
      }
    },
  )

  test('ST33 what a killed version 1 had not yet written into its main file is in the copy', async () => {
    const writing = new DatabaseSync(file())
    writing.exec(`INSERT INTO log (stream, seq, community, id, actor, at, events)
                  VALUES ('m_b', 2, 'o_1', 'k8', 'p_ana', 16, '[]')`)
    const killed = path.join(folder, 'killed')
    for (const end of ['', '-wal']) cpSync(file() + end, path.join(folder, `killed${end}`))
    writing.close()
    const store = openSqlite(killed)
    expect(await store.heads(['m_b'])).toEqual(new Map([['m_b', 2]]))
    expect(entriesOfVersion1(`${killed}.version-1`).m_b).toHaveLength(2)
    await store.close()
  })

  test('ST34 cut off after the copy, the next start keeps the copy and goes on', async () => {
    const before = readFileSync(file())
    await openSqlite(file()).close()
    const { mtimeMs } = statSync(copy())
    writeFileSync(file(), before)
    const store = openSqlite(file())
    expect(await store.heads(['m_a'])).toEqual(new Map([['m_a', 3]]))
    await store.close()
    expect(statSync(copy()).mtimeMs).toBe(mtimeMs)
    expect(names()).toEqual(['app.db', 'app.db.lock', 'app.db.version-1'])
    expect(versionOf(file())).toBe(2)
  })

  test('ST34 cut off within the copy, the next start throws that half away and makes a whole one', async () => {
    const before = entriesOfVersion1(file())
    writeFileSync(half(), readFileSync(file()).subarray(0, 5000))
    writeFileSync(`${half()}-journal`, 'half')
    await openSqlite(file()).close()
    expect(entriesOfVersion1(copy())).toEqual(before)
    expect(names()).toEqual(['app.db', 'app.db.lock', 'app.db.version-1'])
  })

  test('ST34 what cannot be brought over is refused, stays as it was, and is tried again', async () => {
    alter(file(), "UPDATE log SET stream = 'x_what' WHERE stream = 'm_b'")
    const before = entriesOfVersion1(file())
    expect(() => openSqlite(file())).toThrow(expect.objectContaining({ trouble: 'unusable' }))
    expect(versionOf(file())).toBe(1)
    expect(entriesOfVersion1(file())).toEqual(before)
    alter(file(), "UPDATE log SET stream = 'm_b' WHERE stream = 'x_what'")
    const store = openSqlite(file())
    expect(await store.heads(['m_b'])).toEqual(new Map([['m_b', 1]]))
    await store.close()
  })

  test('ST35 without room the start is refused with one sentence, and nothing has changed', async () => {
    const before = readFileSync(file())
    const needed = before.length * 1.25 + 1_000_000
    expect(refusal(() => migrated((db) => migrate(db, file(), () => needed - 1)))).toMatch(noRoom)
    expect(readFileSync(file())).toEqual(before)
    expect(names()).toEqual(['app.db'])
    migrated((db) => migrate(db, file(), () => needed))
    expect(versionOf(file())).toBe(2)
  })

  test('ST35 a disk that is full only at the new tables is refused with the same sentence', async () => {
    const before = entriesOfVersion1(file())
    const narrow = (db: DatabaseSync) => {
      const { page_count: pages } = db.prepare('PRAGMA page_count').get() ?? {}
      db.exec(`PRAGMA max_page_count = ${pages}`)
      migrate(db, file())
    }
    expect(refusal(() => migrated(narrow))).toMatch(noRoom)
    expect(names()).toEqual(['app.db', 'app.db.version-1'])
    expect(versionOf(file())).toBe(1)
    expect(entriesOfVersion1(file())).toEqual(before)
    await openSqlite(file()).close()
    expect(versionOf(file())).toBe(2)
  })
})

function migrated(how: (db: DatabaseSync) => void): void {
  const db = new DatabaseSync(file())
  try {
    how(db)
  } finally {
    db.close()
  }
}

function refusal(work: () => void): string {
  try {
    work()
  } catch (error) {
    expect(error).toMatchObject({ name: 'StoreError', trouble: 'unusable' })
    return (error as Error).message
  }
  throw new Error('It went through.')
}

function names(): readonly string[] {
  return readdirSync(folder).sort()
}

function alter(where: string, sql: string): void {
  const db = new DatabaseSync(where)
  db.exec(sql)
  db.close()
}

function nameIn(where: string): unknown {
  const db = new DatabaseSync(where, { readOnly: true })
  const found = db.prepare("SELECT name FROM person WHERE id = 'p_ana'").get()?.name
  db.close()
  return found
}

function versionOf(where: string): unknown {
  const db = new DatabaseSync(where, { readOnly: true })
  const found = db.prepare('PRAGMA user_version').get()?.user_version
  db.close()
  return found
}

function valuesApart(where: string): readonly Record<string, unknown>[] {
  const db = new DatabaseSync(where, { readOnly: true })
  const found = db.prepare('SELECT stream, seq, n, value FROM apart ORDER BY stream, seq, n').all()
  db.close()
  return found
}

/** Tables, columns and indexes, without the spacing of the sentences that made them. */
function shapeOf(where: string): unknown {
  const db = new DatabaseSync(where, { readOnly: true })
  const found = db
    .prepare('SELECT type, name, tbl_name FROM sqlite_schema ORDER BY name')
    .all()
    .map((row) => ({
      ...row,
      columns: db.prepare(`SELECT * FROM pragma_table_xinfo(?)`).all(String(row.name)),
      keys: db.prepare(`SELECT * FROM pragma_index_xinfo(?)`).all(String(row.name)),
      foreign: db.prepare(`SELECT * FROM pragma_foreign_key_list(?)`).all(String(row.name)),
      strict: db.prepare(`SELECT strict FROM pragma_table_list WHERE name = ?`).all(String(row.name)),
      partial: db.prepare(`SELECT partial FROM pragma_index_list(?) ORDER BY name`).all(String(row.tbl_name)),
    }))
  db.close()
  return found
}

async function entriesOf(store: Store): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {}
  for await (const { stream } of store.streams()) found[stream] = await store.read(stream, 0)
  return found
}

async function listed(store: Store): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {}
  for await (const { stream, ...rest } of store.streams()) found[stream] = rest
  return found
}

/** What these entries are today. */
function ofVersion1(streams: ReturnType<typeof entriesOfVersion1>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(streams).map(([stream, entries]) => [stream, entries.map((one) => ({ ...one, v: 1 }))]),
  )
}
