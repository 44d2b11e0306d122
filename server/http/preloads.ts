import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { statePath } from '../../shared/http.ts'
import type { Ahead } from '../reading/ahead.ts'

interface Chunk {
  readonly file: string
  readonly name?: string
  readonly imports?: readonly string[]
  readonly css?: readonly string[]
}

type Manifest = Readonly<Record<string, Chunk>>

/** Says in a heading what a page goes on to, so that nothing is asked for because of another: files, and states. */
export type Preloads = (ahead: Ahead) => string

export function readPreloads(folder: string): Preloads {
  const file = path.join(folder, '.vite/manifest.json')
  const manifest: Manifest = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  // What everything stands on comes first, on the line that is there already.
  const first = Object.values(manifest).filter(({ name, file }) => name === 'main' && file.endsWith('.js'))
  return ({ modules, states }) => {
    const seen = new Set(modules)
    for (const name of seen) for (const next of manifest[name]?.imports ?? []) seen.add(next)
    const chunks = [...seen].flatMap((name) => manifest[name] ?? [])
    const scripts = chunks.map(({ file }) => script(file))
    const styles = chunks
      .flatMap(({ css }) => css ?? [])
      .map((name) => `</${name}>; rel=preload; as=style; crossorigin`)
    const read = states.map(
      ({ stream, as }) => `<${statePath(stream, as, 'plain')}>; rel=preload; as=fetch; crossorigin`,
    )
    return [...new Set([...first.map(({ file }) => script(file)), ...read, ...styles, ...scripts])].join(', ')
  }
}

function script(file: string): string {
  return `</${file}>; rel=modulepreload; crossorigin`
}
