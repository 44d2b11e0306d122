import { StoreError, type StoreTrouble } from '../store.ts'

const busy = 5
const readOnly = 8
const ioError = 10
const corrupt = 11
const full = 13
const cannotOpen = 14
const notADatabase = 26

/** Whoever runs the server reads these in the log. */
const sentences: Readonly<Record<number, string>> = {
  [busy]: 'The database is held by another process.',
  [readOnly]: 'The database cannot be written: the file or its folder is read-only.',
  [ioError]: 'The disk reported an error while reading or writing the database.',
  [corrupt]: 'The database file is damaged. Restore a backup.',
  [full]: 'The disk is full.',
  [cannotOpen]: 'The database file cannot be opened. Check that the data folder exists and belongs to this user.',
  [notADatabase]: 'The file is not a Commonround database.',
}

/** The primary result code, or null for an error that SQLite did not raise. */
function codeOf(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null
  return error.errcode & 0xff
}

/** What a caller may know of an error: whether it may pass, and one plain sentence. */
export function asStoreError(error: unknown, otherwise: StoreTrouble = 'unavailable'): StoreError {
  if (error instanceof StoreError) return error
  const code = codeOf(error)
  if (code === null) return new StoreError(otherwise, 'The store failed unexpectedly.', error)
  const trouble = code === full ? 'storage_full' : otherwise
  return new StoreError(trouble, sentences[code] ?? `SQLite failed with code ${code}.`, error)
}

/** After these the connection is not to be believed: what the disk holds has to be read again. */
export function needsReopening(error: unknown): boolean {
  const code = codeOf(error)
  return code === ioError || code === corrupt || code === cannotOpen
}

/** Nothing more fits on the disk, whether SQLite or the file system says so. */
export function isFull(error: unknown): boolean {
  if (codeOf(error) === full) return true
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
}
