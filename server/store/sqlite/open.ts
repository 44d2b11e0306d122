import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StoreError } from '../store.ts'
import { olderCopies } from './copy.ts'
import { asStoreError } from './errors.ts'
import { migrate } from './migrate.ts'
import { applicationId, schema, schemaVersion } from './schema.ts'

const full = 2
const marks = `PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion};`

/** Opens, sets what makes an answer lasting, reads it back, and brings the tables into being or to this version. */
export function openDatabase(file: string): DatabaseSync {
  let db: DatabaseSync | null = null
  try {
    checkNotLost(file)
    chmodSync(openForOwner(file), 0o600)
    db = new DatabaseSync(file, { timeout: 2000 })
    checkVersion(String(value(db, 'SELECT sqlite_version()')))
    checkOurs(db)
    setUp(db)
    if (isEmpty(db)) db.exec(`BEGIN IMMEDIATE; ${schema} ${marks} COMMIT;`)
    migrate(db, file)
    // Written on every open, so that the settings can be read back after a first write.
    db.exec(`BEGIN IMMEDIATE; ${marks} COMMIT;`)
    checkFlushing(db)
    return db
  } catch (error) {
    db?.close()
    throw asStoreError(error, 'unusable')
  }
}

/** SQLite would take an empty file for a new database, and throw away what waits beside it to be written into it. */
function checkNotLost(file: string): void {
  if (sizeOf(file) > 0) return
  if (sizeOf(`${file}-wal`) === 0 && olderCopies(file).length === 0) return
  const sentence = `The database ${file} is empty or gone, but it was used before: put back your backup, or move everything out of its folder to begin anew.`
  throw new StoreError('unusable', sentence)
}

/** In bytes; 0 for a file that is not there. */
function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

/** Versions before 3.51.3 can lose what was written when the log file is reset. */
export function checkVersion(version: string): void {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  const isNewEnough = major > 3 || (major === 3 && (minor > 51 || (minor === 51 && patch >= 3)))
  if (isNewEnough) return
  throw new StoreError('unusable', `SQLite ${version} can lose data: use a Node with SQLite 3.51.3 or newer.`)
}

/** Makes the folder where it is missing. */
export function prepareFolder(file: string): void {
  const folder = path.dirname(file)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new StoreError('unusable', `The data folder ${folder} cannot be made. Check who owns it.`, error)
  }
}

/**
 * One process per database. The lock is the operating system's, on a file beside it, and ends with the process
 * however that ends; the database itself stays readable for backups.
 */
export function lockFor(file: string): DatabaseSync {
  let lock: DatabaseSync | null = null
  try {
    lock = new DatabaseSync(`${file}.lock`, { timeout: 0 })
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock?.close()
    const known = asStoreError(error, 'unusable')
    const isHeld = known.message.includes('another process')
    const folder = path.dirname(file)
    throw new StoreError(
      'unusable',
      isHeld
        ? `Another Commonround is already running on ${file}.`
        : `The data folder ${folder} cannot be written. Check who owns it and that it is not read-only.`,
      error,
    )
  }
}

function setUp(db: DatabaseSync): void {
  db.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON;
    PRAGMA foreign_keys = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA mmap_size = 0;
  `)
  checkFlushing(db)
}

/** Looks before anything is written, so that a wrong file stays as it was. */
function checkOurs(db: DatabaseSync): void {
  if (isEmpty(db)) return
  const version = Number(value(db, 'PRAGMA user_version'))
  if (value(db, 'PRAGMA application_id') !== applicationId || version < 1) {
    throw new StoreError('unusable', 'The file is not a Commonround database.')
  }
  if (version > schemaVersion) {
    throw new StoreError(
      'unusable',
      'The database was written by a newer Commonround: use that version or a newer one.',
    )
  }
}

function isEmpty(db: DatabaseSync): boolean {
  return value(db, 'SELECT count(*) FROM sqlite_schema') === 0
}

/** The files that SQLite lays beside it take over who may read it. */
function openForOwner(file: string): string {
  closeSync(openSync(file, 'a', 0o600))
  return file
}

function checkFlushing(db: DatabaseSync): void {
  const isSet = value(db, 'PRAGMA synchronous') === full && value(db, 'PRAGMA journal_mode') === 'wal'
  if (!isSet)
    throw new StoreError('unusable', 'This disk does not let SQLite keep its promises (WAL and full flushing).')
}

function value(db: DatabaseSync, sql: string): unknown {
  return Object.values(db.prepare(sql).get() ?? {})[0]
}
