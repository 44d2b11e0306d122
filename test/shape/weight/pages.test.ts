import { statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { modules } from '../../../server/reading/ahead.ts'
import { processes } from '../../../shared/processes/index.ts'
import { textOf, top } from '../files.ts'

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
}

const manifest: Readonly<Record<string, Chunk>> = JSON.parse(textOf('dist/client/.vite/manifest.json'))

const ahead: Readonly<Record<string, readonly string[]>> = JSON.parse(textOf('dist/client/.vite/ahead.json'))

/** The scripts that a page names: what the browser asks for at once. */
function namedBy(page: string): readonly string[] {
  const html = textOf(`dist/client/${page}.html`)
  return Array.from(html.matchAll(/(?:href|src)="\/(assets\/[^"]+\.js)"/g), ([, file]) => file ?? '')
}

/** A module's script, and all that it stands on, as the server names them. */
function loadedWith(module: string): readonly string[] {
  const files = ahead[module]
  if (!files) throw new Error(`the build says nothing of ${module}`)
  return files.filter((file) => file.endsWith('.js'))
}

/** Scripts as they are served with brotli, each once. */
function weigh(page: string, modules: readonly string[] = []): { readonly bytes: number; readonly files: number } {
  const files = [...new Set([...namedBy(page), ...modules.flatMap(loadedWith)])]
  const bytes = files.reduce((sum, file) => sum + statSync(path.join(top, 'dist/client', `${file}.br`)).size, 0)
  return { bytes, files: files.length }
}

function standsOn(module: string): ReadonlySet<string> {
  const seen = new Set([module])
  for (const name of seen) for (const next of manifest[name]?.imports ?? []) seen.add(next)
  return new Set([...seen].map((name) => manifest[name]?.file ?? ''))
}

const kind = 'processes/consent'

test.each([
  { what: 'somebody who joins', page: 'join', modules: [], kB: 95, files: 6 },
  { what: 'somebody in the lobby', page: 'meeting', modules: [], kB: 100, files: 7 },
  {
    what: 'a member asked for consent',
    page: 'meeting',
    modules: ['stations/phone/PhoneStation.tsx', `${kind}/phone.tsx`],
    kB: 125,
    files: 10,
  },
  {
    what: 'the room',
    page: 'room',
    modules: [`${kind}/room.tsx`],
    kB: 110,
    files: 12,
  },
  {
    what: 'the desk',
    page: 'meeting',
    modules: ['live/words/desk.ts', 'stations/desk/DeskStation.tsx', `${kind}/desk.tsx`],
    kB: 160,
    files: 16,
  },
])('$what loads at most $kB kB of script in $files files', ({ page, modules: more, kB, files }) => {
  const weight = weigh(page, more)
  expect(weight.files).toBeGreaterThan(0)
  expect(weight.files).toBeLessThanOrEqual(files)
  expect(weight.bytes).toBeLessThanOrEqual(kB * 1000)
})

test('every process’s screens are files of their own, which joining and the lobby do not load', () => {
  const apart = Object.keys(manifest).filter((name) => /^processes\/[^/]+\/(phone|desk|room)\.tsx$/.test(name))
  const early = [...namedBy('join'), ...namedBy('meeting')]
  expect(apart.length).toBeGreaterThan(5)
  expect(apart.filter((name) => early.includes(manifest[name]?.file ?? ''))).toEqual([])
})

test('all that a page may go on to is known to the build', () => {
  const kinds = Object.keys(processes)
  const wanted = [
    ...Object.values(modules).flat(),
    ...kinds.flatMap((each) => Object.keys(modules).map((station) => `processes/${each}/${station}.tsx`)),
  ]
  expect(wanted.filter((module) => !ahead[module])).toEqual([])
})

test('phones and walls load nothing of the desk, not later either', () => {
  const desk = ahead['stations/desk/DeskStation.tsx']?.[0]
  const apart = Object.entries(manifest).filter(([name]) => /\.(phone|room)\.tsx$|minutes\/Minutes\.tsx$/.test(name))
  expect(apart.length).toBeGreaterThan(3)
  for (const [name] of apart) expect([name, standsOn(name).has(desk ?? '')]).toEqual([name, false])
})
