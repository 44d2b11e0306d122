import { statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { textOf, top } from '../files.ts'

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
}

/** What a participant's phone does not load to take part; every other script counts. */
const notOnPhones = ['stations/facilitator/Facilitator.tsx', 'stations/room/Room.tsx']

const manifest: Readonly<Record<string, Chunk>> = JSON.parse(textOf('dist/client/.vite/manifest.json'))

test('the scripts a phone loads first weigh at most 110 kB as served', () => {
  const files = [...loadedFrom('index.html')].map((name) => manifest[name]?.file ?? '').filter(isScript)
  const weights = files.map((file) => ({ file, bytes: statSync(path.join(top, 'dist/client', `${file}.br`)).size }))
  const total = weights.reduce((sum, { bytes }) => sum + bytes, 0)
  expect(total, JSON.stringify(weights)).toBeLessThanOrEqual(110_000)
  expect(files.length).toBeGreaterThan(0)
})

test('what phones do not load are chunks of their own', () => {
  expect(notOnPhones.filter((name) => !(name in manifest))).toEqual([])
})

function loadedFrom(entry: string): Set<string> {
  const seen = new Set([entry])
  for (const name of seen) {
    const { imports = [], dynamicImports = [] } = manifest[name] ?? { file: '' }
    for (const next of [...imports, ...dynamicImports]) if (!notOnPhones.includes(next)) seen.add(next)
  }
  return seen
}

function isScript(file: string): boolean {
  return file.endsWith('.js')
}
