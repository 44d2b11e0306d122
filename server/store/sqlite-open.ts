import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { asStoreError } from './sqlite-errors.ts'
import { StoreError } from './store.ts'

const schemaVersion = 1
/** "Crnd": tells our files from other people's. */
const applicationId = 0x43726e64
const full = 2

const schema = `
  CREATE TABLE log (
    stream TEXT NOT NULL, seq INTEGER NOT NULL CHECK (seq > 0), community TEXT NOT NULL,
    id TEXT NOT NULL, actor TEXT NOT NULL, at INTEGER NOT NULL, events TEXT NOT NULL,
    PRIMARY KEY (stream, seq)
  ) STRICT;
  CREATE TABLE apart (
    stream TEXT NOT NULL, seq INTEGER NOT NULL, n INTEGER NOT NULL, value TEXT,
    PRIMARY KEY (stream, seq, n), FOREIGN KEY (stream, seq) REFERENCES log (stream, seq)
  ) STRICT;
  CREATE TABLE person (
    id TEXT NOT NULL PRIMARY KEY, community TEXT NOT NULL, name TEXT, hint TEXT
  ) STRICT;
  CREATE INDEX person_community ON person (community);
  CREATE TABLE device (
    id TEXT NOT NULL PRIMARY KEY, secret TEXT NOT NULL UNIQUE, last_seen INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE device_person (
    device TEXT NOT NULL REFERENCES device (id) ON DELETE CASCADE, person TEXT NOT NULL REFERENCES person (id),
    PRIMARY KEY (device, person)
  ) STRICT;
  CREATE INDEX device_person_person ON device_person (person);
  CREATE TABLE device_community (
    device TEXT NOT NULL REFERENCES device (id) ON DELETE CASCADE, community TEXT NOT NULL,
    grade TEXT NOT NULL CHECK (grade IN ('join', 'screen')),
    PRIMARY KEY (device, community)
  ) STRICT;
  CREATE TABLE link (
    id TEXT NOT NULL PRIMARY KEY, community TEXT NOT NULL,
    grade TEXT NOT NULL CHECK (grade IN ('join', 'screen')), generation INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX link_community ON link (community);
`

/** Opens, sets what makes an answer lasting, reads it back, and brings the tables into being. */
export function openDatabase(file: string): DatabaseSync {
  let db: DatabaseSync | null = null
  try {
    chmodSync(openForOwner(file), 0o600)
    db = new DatabaseSync(file, { timeout: 2000 })
    checkVersion(String(value(db, 'SELECT sqlite_version()')))
    checkOurs(db)
    setUp(db)
    migrate(db)
    checkFlushing(db)
    checkNumbers(db)
    return db
  } catch (error) {
    db?.close()
    throw asStoreError(error, 'unusable')
  }
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
  if (!isEmpty(db) && value(db, 'PRAGMA application_id') !== applicationId) {
    throw new StoreError('unusable', 'The file is not a Commonround database.')
  }
  if (Number(value(db, 'PRAGMA user_version')) > schemaVersion) {
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

function migrate(db: DatabaseSync): void {
  const found = Number(value(db, 'PRAGMA user_version'))
  const isEmpty = value(db, 'SELECT count(*) FROM sqlite_schema') === 0
  if (!isEmpty && value(db, 'PRAGMA application_id') !== applicationId) {
    throw new StoreError('unusable', 'The file is not a Commonround database.')
  }
  if (found > schemaVersion) {
    throw new StoreError(
      'unusable',
      'The database was written by a newer Commonround: use that version or a newer one.',
    )
  }
  // Written on every open, so that the settings can be read back after a first write.
  db.exec(`
    BEGIN IMMEDIATE;
    ${isEmpty ? schema : ''}
    PRAGMA application_id = ${applicationId};
    PRAGMA user_version = ${schemaVersion};
    COMMIT;
  `)
}

function checkFlushing(db: DatabaseSync): void {
  const isSet = value(db, 'PRAGMA synchronous') === full && value(db, 'PRAGMA journal_mode') === 'wal'
  if (!isSet)
    throw new StoreError('unusable', 'This disk does not let SQLite keep its promises (WAL and full flushing).')
}

/** Numbers without gaps: the first sign of a damaged or mixed up file. */
function checkNumbers(db: DatabaseSync): void {
  const bad = db
    .prepare('SELECT stream FROM log GROUP BY stream HAVING min(seq) <> 1 OR max(seq) <> count(*) LIMIT 1')
    .get()
  if (bad) throw new StoreError('unusable', 'The database has lost entries. Restore a backup.')
}

function value(db: DatabaseSync, sql: string): unknown {
  return Object.values(db.prepare(sql).get() ?? {})[0]
}
