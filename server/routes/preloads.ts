import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { FastifyRequest } from 'fastify'
import type { StreamId } from '../../shared/types.ts'
import { ownIn } from './asking.ts'
import type { RouteParts } from './parts.ts'

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

/**
 * What the page of a meeting goes on to at once, for the people of the device that asks: the desk, or the table and
 * what runs there. Nothing in the lobby, and nothing for strangers: to them there is no meeting.
 */
export async function shownIn(
  parts: RouteParts,
  request: FastifyRequest,
  meeting: StreamId,
): Promise<readonly string[]> {
  const own = await ownIn(parts, request, { stream: meeting, kind: 'meeting' })
  const people = own?.people.map(({ id }) => id) ?? []
  const shows = own && parts.rules.shows('meeting', own.fold.state, people)
  if (!shows) return []
  const process = shows.process === null ? [] : [`processes/${shows.process}/${shows.station}.tsx`]
  return [...stations[shows.station], ...process]
}

const stations = {
  phone: ['stations/phone/PhoneStation.tsx'],
  desk: ['stations/desk/DeskStation.tsx', 'live/words/desk.ts'],
} as const
