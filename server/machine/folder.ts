import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

/** The 32 bytes that every link is made from; made once, and worth as much as the whole folder. */
export function openSecret(folder: string): Buffer {
  const file = path.join(folder, 'secret')
  try {
    writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx', flush: true })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw unreadable(file, error)
  }
  const secret = readSecret(file)
  if (secret.length === 32) return secret
  throw new FolderError(`The file ${file} is damaged: put back the one from your backup, or old links open nothing.`)
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
