import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesUnder, textOf } from './files.ts'
import { findCycle, type Import, reachable, readImports } from './graph.ts'

const imports = readImports()
const isSchema = (file: string) => /(^|[/.])schemas?\.ts$/.test(file)
const isOurs = (file: string) => /^(client|server|shared)\//.test(file)
const isFoundation = (file: string) => /^shared\/(types\.ts$|refusals\.ts$|parts\/|processes\/process\.ts$)/.test(file)
const processOf = (file: string) => /^(?:shared|client)\/processes\/([^/]+)\//.exec(file)?.[1]

/** Each import from a file that `where` picks and that `allowed` does not let pass, as a line to read. */
function broken(where: (from: string) => boolean, allowed: (each: Import) => boolean): string[] {
  return imports.filter((each) => where(each.from) && !allowed(each)).map(({ from, to }) => `${from} → ${to}`)
}

describe('who may import whom', () => {
  test('shared imports only shared, and its schemas only typebox', () => {
    const inShared = (from: string) => from.startsWith('shared/')
    expect(broken(inShared, ({ from, to }) => inShared(to) || (isSchema(from) && /^typebox(\/|$)/.test(to)))).toEqual(
      [],
    )
  })

  test('client and server never import each other', () => {
    expect(
      broken(
        (from) => from.startsWith('client/'),
        ({ to }) => !/^server\/|^node:/.test(to),
      ),
    ).toEqual([])
    expect(
      broken(
        (from) => from.startsWith('server/'),
        ({ to }) => !to.startsWith('client/'),
      ),
    ).toEqual([])
  })

  test('a process imports types, parts, what a process is, and itself', () => {
    expect(
      broken(
        (from) => from.startsWith('shared/') && processOf(from) !== undefined,
        ({ from, to }) => !isOurs(to) || isFoundation(to) || processOf(to) === processOf(from),
      ),
    ).toEqual([])
  })

  test('parts import the same, and no process', () => {
    expect(
      broken(
        (from) => from.startsWith('shared/parts/'),
        ({ to }) => !isOurs(to) || isFoundation(to),
      ),
    ).toEqual([])
  })

  test('everyone else reaches processes through their list', () => {
    const list = /^shared\/processes\/(index|known|process)\.ts$/
    expect(
      broken(
        (from) => !/^shared\/processes\//.test(from),
        ({ from, to, isType }) =>
          !to.startsWith('shared/processes/') ||
          list.test(to) ||
          isSchema(to) ||
          (isType && from.startsWith('client/processes/') && to.endsWith('/types.ts')) ||
          // The list of a phone, which loads the rules of a kind when a meeting needs them.
          (from === 'client/processes/index.ts' && to.endsWith('/index.ts')),
      ),
    ).toEqual([])
  })

  test('commands have their schemas read by the gate alone, and no schema leaves the server', () => {
    const isGate = (file: string) => /^server\/gate(\.ts$|\/)/.test(file)
    const isCommandSchema = (file: string) => isSchema(file) && !file.startsWith('shared/parts/')
    expect(
      broken(
        (from) => !isSchema(from) && !isGate(from),
        ({ from, to, isType }) =>
          isType || !to.startsWith('shared/') || !(from.startsWith('server/') ? isCommandSchema : isSchema)(to),
      ),
    ).toEqual([])
  })

  test('client/ui imports React and itself', () => {
    expect(
      broken(
        (from) => from.startsWith('client/ui/'),
        ({ to }) => /^client\/ui\/|^react(-dom)?(\/|$)/.test(to),
      ),
    ).toEqual([])
  })

  test('on the client everything points one way: ui, meeting, processes, stations, screens', () => {
    const order = ['ui', 'meeting', 'processes', 'stations', 'screens']
    const height = (file: string) => order.indexOf(/^client\/([^/]+)\//.exec(file)?.[1] ?? '')
    expect(
      broken(
        (from) => height(from) >= 0,
        ({ from, to }) => height(to) <= height(from),
      ),
    ).toEqual([])
  })

  test('a process on the client imports no other', () => {
    expect(
      broken(
        (from) => from.startsWith('client/') && processOf(from) !== undefined,
        ({ from, to }) => processOf(to) === undefined || processOf(to) === processOf(from),
      ),
    ).toEqual([])
  })

  test('nothing imports itself by a detour', () => {
    expect(findCycle(imports.filter((each) => isOurs(each.to)))).toBeNull()
  })

  test('no schema reaches the client', () => {
    expect(
      [...reachable(imports, 'client/main.tsx')].filter((file) => isSchema(file) || file.startsWith('typebox')),
    ).toEqual([])
  })
})

test('shared knows no clock and no dice', () => {
  const forbidden = /\bDate\b\s*[.(]|\bMath\.random\b|\bperformance\.now\b|\bset(Timeout|Interval)\b|\bcrypto\./
  const rules = filesUnder('shared', ['.ts']).filter((file) => !file.startsWith('shared/text/'))
  expect(rules.filter((file) => forbidden.test(textOf(file)))).toEqual([])
})

/** The folders that hold more than so many files; style sheets stand beside what they are of. */
function crowded(top: string, most: number): readonly string[] {
  const folders = Map.groupBy(filesUnder(top, ['.ts', '.tsx', '.mjs', '.json']), (file) => path.posix.dirname(file))
  expect(folders.size).toBeGreaterThan(5)
  return [...folders].filter(([, files]) => files.length > most).map(([folder]) => folder)
}

test('no folder holds more than somebody can look over', () => {
  expect(crowded('server', 14)).toEqual([])
  // Steps of one process: a file for each step and station, called so.
  expect(crowded('client', 18)).toEqual(['client/processes/consent/steps'])
})

test('a style sheet is of a few files beside it: what many need is a component, or a word of base.css', () => {
  const sheets = [
    ...Map.groupBy(
      imports.filter(({ to }) => to.endsWith('.module.css')),
      ({ to }) => to,
    ),
  ]
  const elsewhere = (sheet: string, uses: readonly Import[]) =>
    uses.filter(({ from }) => path.posix.dirname(from) !== path.posix.dirname(sheet))
  expect(sheets.length).toBeGreaterThan(30)
  expect(sheets.filter(([sheet, uses]) => elsewhere(sheet, uses).length > 1).map(([sheet]) => sheet)).toEqual([])
  // Each of one thing that takes several files, and hardly more than three.
  expect(sheets.filter(([, uses]) => uses.length > 3).map(([sheet]) => sheet)).toEqual([
    'client/meeting/minutes/minutes.module.css',
    'client/meeting/parts/wording/wording.module.css',
    'client/processes/consent/answering/answering.module.css',
  ])
})

test('no source file is longer than 300 lines', () => {
  const files = ['client', 'server', 'shared'].flatMap((folder) => filesUnder(folder, ['.ts', '.tsx', '.css', '.mjs']))
  const long = files
    .map((file) => ({ file, lines: textOf(file).split('\n').length - 1 }))
    .filter(({ lines }) => lines > 300)
  expect(long).toEqual([])
})
