import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { statePath } from '../../shared/http.ts'
import type { Ahead } from '../reading/ahead.ts'

/** By module of the client all the files it stands on, itself first, as the build wrote them down. */
type Files = Readonly<Record<string, readonly string[]>>

/** Says in a heading what a page goes on to, so that nothing is asked for because of another: files, and states. */
export type Preloads = (ahead: Ahead) => string

export function readPreloads(folder: string): Preloads {
  const file = path.join(folder, '.vite/ahead.json')
  const files: Files = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  return ({ modules, states }) => {
    // What everything stands on comes first, on the line that is there already.
    const first = (files['main.tsx'] ?? []).slice(0, 1)
    const all = modules.flatMap((module) => files[module] ?? [])
    const styles = all
      .filter((name) => name.endsWith('.css'))
      .map((name) => `</${name}>; rel=preload; as=style; crossorigin`)
    const scripts = all.filter((name) => name.endsWith('.js')).map(script)
    const read = states.map(
      ({ stream, as }) => `<${statePath(stream, as, 'plain')}>; rel=preload; as=fetch; crossorigin`,
    )
    return [...new Set([...first.map(script), ...read, ...styles, ...scripts])].join(', ')
  }
}

function script(file: string): string {
  return `</${file}>; rel=modulepreload; crossorigin`
}
