import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { Seq, StreamId } from '../../../shared/types.ts'
import { StoreError } from '../store.ts'
import { asStoreError, needsReopening } from './errors.ts'
import { lockFor, openDatabase, prepareFolder } from './open.ts'

export type Sql = (text: string) => StatementSync

export interface Connection {
  /** Reads; goes on while the disk takes nothing more. What SQLite throws comes out as a `StoreError`. */
  run<T>(work: (sql: Sql) => T): T
  /** Writes all or nothing, flushed before it returns. */
  write<T>(work: (sql: Sql) => T): T
  /** Remembers that somebody may have been told of this entry. */
  promise(stream: StreamId, seq: Seq): void
  /** Writes everything into the main file, so that nothing destroyed stays in the log file. */
  truncate(): void
  /** Truncates where that could not be done, because somebody was reading. */
  tidy(): void
  close(): void
}

/**
 * One process, one connection that writes and one that reads. After an error of the disk a connection is closed, and
 * opened again before the next piece of work: the kernel may have dropped what it could not write, so what was
 * promised is looked for first.
 */
export function connect(file: string): Connection {
  prepareFolder(file)
  const lock = lockFor(file)
  const promised = new Map<StreamId, Seq>()
  const writer = createHandle(() => opened(file, promised))
  const reader = createHandle(() => new DatabaseSync(file, { readOnly: true, timeout: 2000 }))
  let isClosed = false
  let isUntidy = false

  function work<T>(handle: Handle, job: (sql: Sql) => T): T {
    if (isClosed) throw new StoreError('unavailable', 'The store is closed.')
    try {
      return job(handle.sql)
    } catch (error) {
      if (needsReopening(error)) handle.close()
      const { trouble, message } = asStoreError(error)
      throw new StoreError(trouble === 'storage_full' ? trouble : 'unavailable', message, error)
    }
  }

  function truncate(): void {
    // First, so that it is also tried again after an exception.
    isUntidy = true
    isUntidy = work(writer, (sql) => sql('PRAGMA wal_checkpoint(TRUNCATE)').get()?.busy !== 0)
  }

  function close(): void {
    isClosed = true
    reader.close()
    writer.close()
    lock.close()
  }

  try {
    writer.open()
  } catch (error) {
    close()
    throw error
  }
  return {
    run: (job) => work(reader, job),
    write: (job) => work(writer, () => transaction(writer, job)),
    promise: (stream, seq) => void promised.set(stream, seq),
    truncate,
    tidy() {
      if (isUntidy) truncate()
    },
    close,
  }
}

/** A connection that is opened when it is needed, with its prepared statements. */
interface Handle {
  open(): DatabaseSync
  readonly sql: Sql
  close(): void
}

function createHandle(make: () => DatabaseSync): Handle {
  let db: DatabaseSync | null = null
  let statements = new Map<string, StatementSync>()

  function open(): DatabaseSync {
    db ??= make()
    return db
  }

  return {
    open,
    sql(text) {
      const known = statements.get(text)
      if (known) return known
      const made = open().prepare(text)
      statements.set(text, made)
      return made
    },
    close() {
      const old = db
      db = null
      statements = new Map()
      try {
        old?.close()
      } catch {
        // A connection that cannot be closed is not used again either way.
      }
    },
  }
}

function transaction<T>(writer: Handle, job: (sql: Sql) => T): T {
  writer.sql('BEGIN IMMEDIATE').run()
  try {
    const result = job(writer.sql)
    writer.sql('COMMIT').run()
    return result
  } catch (error) {
    if (writer.open().isTransaction) writer.sql('ROLLBACK').run()
    throw error
  }
}

function opened(file: string, promised: ReadonlyMap<StreamId, Seq>): DatabaseSync {
  const db = openDatabase(file)
  const head = db.prepare('SELECT max(seq) AS seq FROM log WHERE stream = ?')
  for (const [stream, seq] of promised) {
    if (Number(head.get(stream)?.seq ?? 0) >= seq) continue
    db.close()
    throw new StoreError('unavailable', 'The database has lost entries that were promised. Restore a backup.')
  }
  return db
}
