import { expect, test } from 'vitest'
import { textOf } from './files.ts'

/** Below these a known hole is open. */
const floors: Readonly<Record<string, string>> = {
  fastify: '5.12.8',
  '@fastify/static': '10.1.4',
  'socket.io': '4.8.4',
  'engine.io': '6.6.12',
  'socket.io-parser': '4.2.7',
  ws: '8.23.0',
  node: '24.0.0',
}

interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const lockfile: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(textOf('package-lock.json'))
const installed = Object.entries(lockfile.packages).map(([place, { version, resolved }]) => ({
  name: place.split('node_modules/').at(-1) ?? '',
  version: version ?? '',
  resolved,
}))

test.each(Object.entries(floors))('every copy of %s is at least %s', (name, floor) => {
  const versions = installed.filter((each) => each.name === name).map((each) => each.version)
  expect(versions.length).toBeGreaterThan(0)
  expect(versions.filter((version) => isBelow(version, floor))).toEqual([])
})

test('SQLite is at least 3.51.3', () => {
  expect(isBelow(process.versions.sqlite ?? '0', '3.51.3')).toBe(false)
})

test('the lockfile names no registry', () => {
  expect(installed.filter((each) => each.resolved !== undefined)).toEqual([])
})

test('the lockfile knows the libraries of every system, not only of the one it was made on', () => {
  const known = new Set(installed.map((each) => each.name))
  const wanted = Object.values(lockfile.packages).flatMap((each) => Object.keys(each.optionalDependencies ?? {}))
  expect(wanted.filter((name) => !known.has(name))).toEqual([])
})

test('package.json names exact versions', () => {
  const { dependencies, devDependencies, overrides } = JSON.parse(textOf('package.json'))
  const versions = Object.entries<string>({ ...dependencies, ...devDependencies, ...overrides })
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})

function isBelow(version: string, floor: string): boolean {
  const [a, b] = [version, floor].map((each) => each.split(/[.-]/).map(Number))
  const at = [0, 1, 2].find((n) => a?.[n] !== b?.[n])
  return at !== undefined && !((a?.[at] ?? 0) > (b?.[at] ?? 0))
}
