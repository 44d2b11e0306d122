import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { generateSchema, programFromConfig } from 'typescript-json-schema'

const here = import.meta.dirname
const top = path.join(here, '../..')
/** Ids are told apart by a mark that only the compiler sees. */
const marked = 'export type Id<Kind extends string> = string & { readonly __kind?: Kind }'
const plain = 'export type Id<Kind extends string> = Kind extends string ? string : never'

export interface Told {
  /** The schema of `Wire`. */
  readonly properties: Readonly<Record<string, unknown>>
  readonly definitions: Readonly<Record<string, unknown>>
}

/** Where a map's values begin: `Record` of ids, and `Slots`, which is a map of maps. */
const maps = /\bRecord<(?:string|\w*Id|Slot),|(?<!\btype )\bSlots</

/** A map as what it is, an object with any keys: the maker of schemas knows it only so, and loses its values otherwise. */
function spelledOut(text: string): string {
  const found = maps.exec(text)
  if (found === null) return text
  const from = found.index + found[0].length
  let depth = 1
  let to = from
  for (; depth > 0; to += 1) depth += text[to] === '<' ? 1 : text[to] === '>' && text[to - 1] !== '=' ? -1 : 0
  const map = (value: string) => `{ readonly [key: string]: ${value} }`
  const value = spelledOut(text.slice(from, to - 1))
  const is = found[0] === 'Slots<' ? map(map(value)) : map(value)
  return `${text.slice(0, found.index)}${is}${spelledOut(text.slice(to))}`
}

/** The types as a reader of the wire knows them, in a folder that is thrown away. */
function copied(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'commonround-schemas-'))
  cpSync(path.join(top, 'shared'), path.join(folder, 'shared'), { recursive: true })
  cpSync(here, path.join(folder, 'test/schemas'), { recursive: true })
  symlinkSync(path.join(top, 'node_modules'), path.join(folder, 'node_modules'), 'dir')
  const types = path.join(folder, 'shared/types.ts')
  const text = readFileSync(types, 'utf8')
  if (!text.includes(marked)) throw new Error('Ids are marked in another way.')
  writeFileSync(types, text.replace(marked, plain))
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(folder, name)
    if (name.startsWith('node_modules') || !name.endsWith('.ts')) continue
    writeFileSync(file, spelledOut(readFileSync(file, 'utf8')))
  }
  return path.join(folder, 'test/schemas')
}

/** Everything a server says, as JSON Schema, made of its types. It takes some seconds. */
export function told(): Told {
  const folder = copied()
  try {
    const program = programFromConfig(path.join(folder, 'tsconfig.json'), [path.join(folder, 'wire.ts')])
    const settings = { required: true, noExtraProps: true, strictNullChecks: true, ignoreErrors: true }
    const made = generateSchema(program, 'Wire', settings)
    if (!made) throw new Error('The types of the wire make no schema.')
    return unlost(named(made as never))
  } finally {
    rmSync(path.join(folder, '../..'), { recursive: true, force: true })
  }
}

/** Said to be empty, and no more: whatever else has no field has lost what it was made of. */
const empty = ['Record_never_never']

function unlost(told: Told): Told {
  const lost = Object.entries(told.definitions).filter(
    ([name, definition]) => !empty.includes(name) && isEmpty(definition as Readonly<Record<string, unknown>>),
  )
  if (lost.length > 0) throw new Error(`Nothing is left of ${lost.map(([name]) => name).join(', ')}.`)
  return told
}

function isEmpty({ type, properties, additionalProperties }: Readonly<Record<string, unknown>>): boolean {
  return type === 'object' && properties === undefined && additionalProperties === false
}

/** Types by the name they have in the code, told apart by a number where several files use one. */
function named({ properties, definitions }: Told): Told {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  for (const long of Object.keys(definitions).sort()) {
    const short = long
      .replace(/import\([^)]*\)\.?/g, '')
      .replace(/[^A-Za-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
    let name = short
    for (let n = 2; taken.has(name); n += 1) name = `${short}_${n}`
    taken.add(name)
    names.set(long, name)
  }
  const rename = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(rename)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, key === '$ref' ? ref(inner) : rename(inner)]),
    )
  }
  const ref = (to: unknown) =>
    `#/$defs/${names.get(decodeURIComponent(String(to).replace('#/definitions/', ''))) ?? to}`
  return {
    properties: rename(properties) as Told['properties'],
    definitions: Object.fromEntries(
      Object.entries(definitions).map(([long, definition]) => [String(names.get(long)), rename(definition)]),
    ),
  }
}
