import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

type Manifest = Readonly<Record<string, Chunk>>

/** Says in a heading which files of the client these modules stand on, so that none is asked for because of another. */
export type Preloads = (modules: readonly string[]) => string

export function readPreloads(folder: string): Preloads {
  const file = path.join(folder, '.vite/manifest.json')
  const manifest: Manifest = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  return (modules) => {
    const seen = new Set(modules)
    for (const name of seen) for (const next of manifest[name]?.imports ?? []) seen.add(next)
    const chunks = [...seen].flatMap((name) => manifest[name] ?? [])
    const scripts = chunks.map((chunk) => `</${chunk.file}>; rel=modulepreload; crossorigin`)
    const styles = chunks
      .flatMap(({ css }) => css ?? [])
      .map((name) => `</${name}>; rel=preload; as=style; crossorigin`)
    return [...new Set([...scripts, ...styles])].join(', ')
  }
}
