import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Something about the data folder that its owner has to change, in one plain sentence. */
export class FolderError extends Error {}

/** Makes the folder fit for personal things: there, writable, and nobody else's business. */
export function openFolder(folder: string): void {
  try {
    // Left as it is if it was there: somebody chose who may enter, and what we put inside is closed anyway.
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const probe = path.join(folder, '.writable')
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    throw new FolderError(
      `The folder ${folder} cannot be written to: give this account the right to, or choose another with DATA_DIR.`,
      { cause: error },
    )
  }
}

/** Where a secret is, a database was: throws where that is empty or gone, for it is not begun anew without a word. */
export function checkDatabase(folder: string, database: string): void {
  const secret = path.join(folder, 'secret')
  const size = statSync(database, { throwIfNoEntry: false })?.size ?? 0
  if (size > 0 || !existsSync(secret)) return
  throw new FolderError(
    `The database ${database} is empty or gone, but its secret is there: put back your backup, or move ${secret} away to begin anew.`,
  )
}

/**
 * The 32 bytes that every link is made from; made once, and worth as much as the whole folder. A folder that is in
 * use gets no other unless its owner asks for it, with a file `new-secret`: all links that were given out open
 * nothing from then on.
 */
export function openSecret(folder: string, isInUse: boolean): Buffer {
  const file = path.join(folder, 'secret')
  const wish = path.join(folder, 'new-secret')
  if (isInUse && !existsSync(file) && !existsSync(wish)) throw secretGone(file, wish)
  rmSync(wish, { force: true })
  try {
    writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx', flush: true })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw unreadable(file, error)
  }
  const secret = readSecret(file)
  if (secret.length === 32) return secret
  throw new FolderError(`The file ${file} is damaged: put back the one from your backup, or old links open nothing.`)
}

function secretGone(file: string, wish: string): FolderError {
  return new FolderError(
    `The file ${file} is gone, without which no link opens: put back the one from your backup. If there is none, make an empty file ${wish} and start again: then every link has to be handed out anew.`,
  )
}

function readSecret(file: string): Buffer {
  try {
    chmodSync(file, 0o600)
    return readFileSync(file)
  } catch (error) {
    throw unreadable(file, error)
  }
}

function unreadable(file: string, cause: unknown): FolderError {
  return new FolderError(`The file ${file} cannot be read: give this account the right to.`, { cause })
}
