import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statfsSync } from 'node:fs'
import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
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

const olderVersions = [1]

/** Where the copy of a database of an older version lies. */
export function copyOf(file: string, version: number): string {
  return `${file}.version-${version}`
}

/** The copies there are of this database as older versions left it. */
export function olderCopies(file: string): readonly string[] {
  return olderVersions.map((version) => copyOf(file, version)).filter((copy) => existsSync(copy))
}

/**
 * Copies the database, whole and flushed, to `<file>.version-<version>`, which only its owner can read. A copy that is
 * there stays as it is: it has its name only since it was finished. What destroyed values leave in free pages is not
 * copied. Throws `unusable` with one sentence where the copy cannot be made; then nothing of it is left.
 */
export function keepCopy(db: DatabaseSync, parts: { file: string; version: number; free: Free }): void {
  const { file, version, free } = parts
  const copy = copyOf(file, version)
  const half = `${copy}.part`
  discard(half)
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
