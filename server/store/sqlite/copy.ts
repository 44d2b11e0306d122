import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statfsSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../store.ts'
import { isFull } from './errors.ts'

/** How many bytes the disk of this folder still takes. */
export type Free = (folder: string) => number

/** As the disk says itself. */
export function freeOn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

const million = 1_000_000

/** The copies there are of this database as older versions left it. */
export function olderCopies(file: string): readonly string[] {
  const [folder, name] = [path.dirname(file), `${path.basename(file)}.version-`]
  const isCopy = (one: string) => one.startsWith(name) && /^\d+(\.\d+)?$/.test(one.slice(name.length))
  return readdirSync(folder)
    .filter(isCopy)
    .map((one) => path.join(folder, one))
    .sort()
}

/**
 * Copies the database, whole and flushed, to `<file>.version-<version>`, which only its owner can read. One that holds
 * just this is there already if the last start was cut off after it. One that holds anything else is from before
 * somebody went back to the older version, and stays as it is: this copy then is `<file>.version-<version>.2`, and so on.
 * What destroyed values leave in free pages is not copied. Throws `unusable` with one sentence where the copy cannot
 * be made; then nothing of it is left.
 */
export function keepCopy(db: DatabaseSync, parts: { file: string; version: number; free: Free }): void {
  const { file, version, free } = parts
  const first = `${file}.version-${version}`
  const half = `${first}.part`
  discard(half)
  const content = contentOf(db)
  const names = [first, ...Array.from({ length: 998 }, (_, n) => `${first}.${n + 2}`)]
  const copy = names.find((name) => !existsSync(name) || holds(name, content))
  if (copy === undefined) throw new StoreError('unusable', `There are too many copies beside ${file}: move them away.`)
  if (existsSync(copy)) return
  if (free(path.dirname(file)) < room(db)) throw noRoom(db, file)
  try {
    closeSync(openSync(half, 'wx', 0o600))
    db.prepare('VACUUM INTO ?').run(half)
    flush(half, 'r+')
    renameSync(half, copy)
    flushFolder(path.dirname(file))
  } catch (error) {
    discard(half)
    if (isFull(error)) throw noRoom(db, file, error)
    if (!isOfFiles(error)) throw error
    throw new StoreError('unusable', `The copy ${copy} cannot be written. Check who owns its folder.`, error)
  }
}

/** Whatever this file is, it stays what it is. */
function holds(copy: string, content: string): boolean {
  let db: DatabaseSync | null = null
  try {
    db = new DatabaseSync(copy, { readOnly: true })
    return contentOf(db) === content
  } catch {
    return false
  } finally {
    db?.close()
  }
}

/** What all its tables hold, in few letters. */
function contentOf(db: DatabaseSync): string {
  const hash = createHash('sha256')
  const tables = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name").all()
  for (const { name, sql } of tables) {
    hash.update(`${sql}\n`)
    const rows = db.prepare(`SELECT * FROM "${String(name)}"`)
    for (const row of rows.iterate()) hash.update(`${JSON.stringify(row)}\n`)
  }
  return hash.digest('hex')
}

/** The sentence says what is needed for the copy and for the work after it. */
export function noRoom(db: DatabaseSync, file: string, cause?: unknown): StoreError {
  const needed = Math.ceil(room(db) / million)
  const disk = path.dirname(file)
  const sentence = `Before this version can use the database it is copied, and the disk has no room for that: make ${needed} MB free in ${disk} and start again.`
  return new StoreError('unusable', sentence, cause)
}

/** In bytes: the copy is at most as large as what is copied, and a quarter more is plenty for the new tables. */
function room(db: DatabaseSync): number {
  const pages = Number(db.prepare('PRAGMA page_count').get()?.page_count)
  const size = Number(db.prepare('PRAGMA page_size').get()?.page_size)
  return pages * size * 1.25 + million
}

function discard(half: string): void {
  for (const end of ['', '-journal', '-wal']) rmSync(half + end, { force: true })
}

function flush(target: string, flags: string): void {
  const open = openSync(target, flags)
  try {
    fsyncSync(open)
  } finally {
    closeSync(open)
  }
}

/** So that the name lasts as well; Windows opens no folders. */
function flushFolder(folder: string): void {
  if (process.platform !== 'win32') flush(folder, 'r')
}

function isOfFiles(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}
