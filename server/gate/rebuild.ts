import type { TSchema } from 'typebox'
import { Check } from 'typebox/value'
import { cleanText, type Limit, nameLimit, titleLimit, whyNot } from '../text.ts'

/** A JSON Schema as it lies in memory; only what command schemas use is read. */
export interface Shape {
  readonly type?: string
  readonly const?: unknown
  readonly text?: unknown
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly patternProperties?: Readonly<Record<string, Shape>>
  readonly items?: Shape
  readonly anyOf?: readonly Shape[]
}

/** What kept a value from being rebuilt, and where. */
export interface Wrong {
  readonly code: 'invalid' | 'too_large'
  readonly path: string
}

export type Rebuilt = { readonly ok: true; readonly value: unknown } | ({ readonly ok: false } & Wrong)

/** Texts by the `text` keyword of their schema. */
const limits: Readonly<Record<string, Limit>> = {
  name: nameLimit,
  title: titleLimit,
  line: { graphemes: 300, bytes: 4_800, lines: false },
  note: { graphemes: 2_000, bytes: 24_000, lines: true },
  proposal: { graphemes: 8_000, bytes: 30_000, lines: true },
}

/**
 * A new value with what the schema names and nothing else; texts are cleaned on the way. What does not fit the
 * schema at all is passed on as it is, for the compiled check to refuse.
 */
export function rebuild(shape: Shape, value: unknown, path = ''): Rebuilt {
  if (shape.anyOf) return rebuildOneOf(shape.anyOf, value, path)
  if (typeof value === 'string')
    return typeof shape.text === 'string' ? rebuildText(shape.text, value, path) : fine(value)
  if (Array.isArray(value)) return shape.items ? rebuildList(shape.items, value, path) : wrong(path)
  if (typeof value === 'object' && value !== null) return rebuildObject(shape, value, path)
  return fine(value)
}

function rebuildText(kind: string, value: string, path: string): Rebuilt {
  const limit = limits[kind]
  if (!limit) throw new Error(`There is no text of the kind ${kind}.`)
  const text = cleanText(value, limit)
  return text === null ? { ok: false, code: whyNot(value), path } : fine(text)
}

function rebuildList(items: Shape, list: readonly unknown[], path: string): Rebuilt {
  const value: unknown[] = []
  for (const [n, one] of list.entries()) {
    const rebuilt = rebuild(items, one, `${path}/${n}`)
    if (!rebuilt.ok) return rebuilt
    value.push(rebuilt.value)
  }
  return fine(value)
}

function rebuildObject(shape: Shape, object: object, path: string): Rebuilt {
  const pairs: [string, unknown][] = []
  for (const [key, inner] of Object.entries(object)) {
    const field = fieldOf(shape, key)
    if (!field) return wrong(`${path}/${key.slice(0, 60)}`)
    const rebuilt = rebuild(field, inner, `${path}/${key}`)
    if (!rebuilt.ok) return rebuilt
    pairs.push([key, rebuilt.value])
  }
  return fine(Object.fromEntries(pairs))
}

/** The first alternative that fits once rebuilt; if none does, why the one meant did not. */
function rebuildOneOf(alternatives: readonly Shape[], value: unknown, path: string): Rebuilt {
  let why: Rebuilt | null = null
  for (const shape of alternatives) {
    const rebuilt = rebuild(shape, value, path)
    if (rebuilt.ok && Check(shape as TSchema, rebuilt.value)) return rebuilt
    if (isMeant(shape, value)) why = rebuilt.ok ? wrong(path) : rebuilt
  }
  return why ?? wrong(path)
}

/** Do the constants agree, so that only something inside can be wrong? */
function isMeant(shape: Shape, value: unknown): boolean {
  if (typeof value === 'string') return shape.type === 'string' && shape.const === undefined
  if (typeof value !== 'object' || value === null || !shape.properties) return false
  return Object.entries(shape.properties).every(
    ([key, field]) => field.const === undefined || (value as Record<string, unknown>)[key] === field.const,
  )
}

function fieldOf(shape: Shape, key: string): Shape | null {
  if (key === '__proto__' || key === 'constructor' || key === 'prototype') return null
  if (shape.properties && Object.hasOwn(shape.properties, key)) return shape.properties[key] ?? null
  const patterns = Object.entries(shape.patternProperties ?? {})
  return patterns.find(([pattern]) => new RegExp(pattern).test(key))?.[1] ?? null
}

function fine(value: unknown): Rebuilt {
  return { ok: true, value }
}

function wrong(path: string): Rebuilt {
  return { ok: false, code: 'invalid', path }
}
