import { statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { textOf, top } from '../files.ts'

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly isDynamicEntry?: boolean
}

/** Loaded when it is opened, or while a phone that shows its first screen has nothing else to do. */
const laterOnPhones = [
  'live/meeting-rules.ts',
  'meeting/menu/MenuBody.tsx',
  'meeting/minutes/Minutes.tsx',
  'meeting/parts/wording/Difference.phone.tsx',
  'processes/consent/steps/afterwards.phone.tsx',
  'screens/join/NewName.tsx',
  'screens/meeting/ChairStrip.tsx',
]

/** What somebody who takes part with a phone has no use for. */
const notOnPhones = [
  /^live\/(circle-rules|words\/.*)\.ts$/,
  /^processes\/[^/]+\/(desk|room)\.tsx$/,
  /^screens\/(MeScreen|MinutesPage|RoomScreen|circle\/CircleScreen|home\/HomeScreen)\.tsx$/,
  /^stations\/(desk|room)\//,
  /node_modules\/uqr\//,
]

const manifest: Readonly<Record<string, Chunk>> = JSON.parse(textOf('dist/client/.vite/manifest.json'))

test('the scripts a phone loads first, with all it takes to take part, weigh at most 110 kB as served', () => {
  const files = [...loadedFrom('index.html')].map((name) => manifest[name]?.file ?? '').filter(isScript)
  const weights = files.map((file) => ({ file, bytes: statSync(path.join(top, 'dist/client', `${file}.br`)).size }))
  const total = weights.reduce((sum, { bytes }) => sum + bytes, 0)
  expect(total, JSON.stringify(weights)).toBeLessThanOrEqual(110_000)
  expect(files.length).toBeGreaterThan(0)
})

test('whatever comes later is known here, so that nothing a phone needs at first hides from the scales', () => {
  const apart = Object.keys(manifest).filter((name) => manifest[name]?.isDynamicEntry)
  const known = (name: string) => laterOnPhones.includes(name) || notOnPhones.some((each) => each.test(name))
  expect(apart.filter((name) => !known(name))).toEqual([])
  expect(laterOnPhones.filter((name) => !apart.includes(name))).toEqual([])
})

/** The entry and all it imports at once. */
function loadedFrom(entry: string): Set<string> {
  const seen = new Set([entry])
  for (const name of seen) for (const next of manifest[name]?.imports ?? []) seen.add(next)
  return seen
}

function isScript(file: string): boolean {
  return file.endsWith('.js')
}
