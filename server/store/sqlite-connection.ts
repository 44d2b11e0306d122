import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Seq, StreamId } from '../../shared/types.ts'
import { asStoreError, needsReopening } from './sqlite-errors.ts'
import { lockFor, openDatabase, prepareFolder } from './sqlite-open.ts'
import { StoreError } from './store.ts'

export interface Connection {
  /** Runs one piece of work; what SQLite throws comes out as a `StoreError`. */
  run<T>(work: (sql: (text: string) => StatementSync) => T): T
  /** As `run`, all or nothing and flushed before it returns. */
  write<T>(work: (sql: (text: string) => StatementSync) => T): T
  /** Remembers that somebody may have been told of this entry. */
  promise(stream: StreamId, seq: Seq): void
  /** Writes everything into the main file, so that nothing destroyed stays in the log file. */
  truncate(): void
  close(): void
}

/**
 * One connection to one file. After an error of the disk it is closed, and opened again before the next piece of
 * work: the kernel may have dropped what it could not write, so what was promised is looked for first.
 */
export function connect(file: string): Connection {
  prepareFolder(file)
  const lock = lockFor(file)
  const promised = new Map<StreamId, Seq>()
  let db: DatabaseSync | null
  try {
    db = openDatabase(file)
  } catch (error) {
    lock.close()
    throw error
  }
  let statements = new Map<string, StatementSync>()
  let isClosed = false

  function healthy(): DatabaseSync {
    if (isClosed) throw new StoreError('unavailable', 'The store is closed.')
    if (db) return db
    const opened = openDatabase(file)
    try {
      findPromised(opened, promised)
    } catch (error) {
      opened.close()
      throw error
    }
    statements = new Map()
    db = opened
    return db
  }

  function giveUp(): void {
    const broken = db
    db = null
    try {
      broken?.close()
    } catch {
      // A connection that cannot be closed is not used again either way.
    }
  }

  function sql(text: string): StatementSync {
    const known = statements.get(text)
    if (known) return known
    const made = healthy().prepare(text)
    statements.set(text, made)
    return made
  }

  function run<T>(work: (sql: (text: string) => StatementSync) => T): T {
    try {
      healthy()
      return work(sql)
    } catch (error) {
      if (needsReopening(error)) giveUp()
      const { trouble, message } = asStoreError(error)
      throw new StoreError(trouble === 'storage_full' ? trouble : 'unavailable', message, error)
    }
  }

  return {
    run,
    write(work) {
      return run((prepare) => {
        prepare('BEGIN IMMEDIATE').run()
        try {
          const result = work(prepare)
          prepare('COMMIT').run()
          return result
        } catch (error) {
          if (db?.isTransaction) prepare('ROLLBACK').run()
          throw error
        }
      })
    },
    promise(stream, seq) {
      promised.set(stream, seq)
    },
    truncate() {
      run((prepare) => prepare('PRAGMA wal_checkpoint(TRUNCATE)').get())
    },
    close() {
      if (isClosed) return
      isClosed = true
      giveUp()
      lock.close()
    },
  }
}

function findPromised(db: DatabaseSync, promised: ReadonlyMap<StreamId, Seq>): void {
  const head = db.prepare('SELECT max(seq) AS seq FROM log WHERE stream = ?')
  for (const [stream, seq] of promised) {
    if (Number(head.get(stream)?.seq ?? 0) < seq) {
      throw new StoreError('unavailable', 'The database has lost entries that were promised. Restore a backup.')
    }
  }
}
