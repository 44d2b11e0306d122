import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const top = path.join(import.meta.dirname, '../..')

/** Files under a top-level folder, as paths from the top with forward slashes; ends are like `.ts`. */
export function filesUnder(folder: string, ends: readonly string[]): string[] {
  return readdirSync(path.join(top, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ends.includes(path.extname(entry.name)))
    .map((entry) => path.relative(top, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

export function textOf(file: string): string {
  return readFileSync(path.join(top, file), 'utf8')
}
