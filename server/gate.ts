import Type, { type Static, type TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { PersonRef } from '../shared/parts/schema.ts'
import type { Start } from '../shared/protocol.ts'
import type { Typed } from '../shared/stream.ts'
import type { CommandId, PersonId, StreamId } from '../shared/types.ts'
import { keyOf, keyOfSchema } from './gate/key.ts'
import { rebuild, type Shape, type Wrong } from './gate/rebuild.ts'

const StreamRef = Type.String({ pattern: '^[a-z]_[a-z2-7]{16}$' })
const CommandRef = Type.String({ pattern: '^[A-Za-z0-9_-]{16,64}$' })
const Count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })

export const StartSchema = Type.Object(
  {
    protocol: Count,
    stream: StreamRef,
    as: Type.Union([PersonRef, Type.Null()]),
    after: Type.Union([Count, Type.Null()]),
    // For programs that do not fold.
    plain: Type.Optional(Type.Literal(true)),
  },
  { additionalProperties: false },
)

/** What stands around a command, which is held to the schema of its stream's kind and of its key. */
export const AroundSchema = Type.Object(
  { stream: StreamRef, as: PersonRef, id: CommandRef },
  { additionalProperties: false },
)

/** Everything but the command, whose shape nobody knows before it is known what the stream is. */
export interface Envelope {
  readonly stream: StreamId
  readonly as: PersonId
  readonly id: CommandId
  readonly command: unknown
}

export type Let<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & Wrong)

export interface Gate {
  start(raw: unknown): Let<Start>
  envelope(raw: unknown): Let<Envelope>
  /** A command whose shape is known to be right; only the rules know whether it is allowed. */
  command(kind: string, raw: unknown): Let<Typed>
}

type Reader<T = unknown> = (raw: unknown) => Let<T>

/** `commands` are objects told apart by their `type`, and where one names a kind of process by that too. */
export function createGate(commands: Readonly<Record<string, readonly TSchema[]>>): Gate {
  const start = readerOf(StartSchema)
  const around = readerOf(AroundSchema)
  const readers = new Map(Object.entries(commands).map(([kind, schemas]) => [kind, readersOf(schemas)]))
  return {
    start,
    envelope(raw) {
      const { command, ...rest } = asObject(raw)
      const outer = around(rest)
      return outer.ok ? { ok: true, value: { ...outer.value, command } } : outer
    },
    command(kind, raw) {
      const known = readers.get(kind)
      const keys = keyOf(raw)
      const reader = keys.map((key) => known?.get(key)).find(Boolean)
      if (!reader) {
        const isTyped = [...(known?.keys() ?? [])].some((key) => key.startsWith(`${keys.at(-1)} `))
        return { ok: false, code: 'invalid', path: isTyped ? '/command/kind' : '/command/type' }
      }
      const inner = reader(raw) as Let<Typed>
      return inner.ok ? inner : { ...inner, path: `/command${inner.path}` }
    },
  }
}

/** Throws where two commands of one key have different shapes: which was meant could not be told. */
function readersOf(schemas: readonly TSchema[]): ReadonlyMap<string, Reader> {
  const shapes = new Map<string, TSchema>()
  for (const schema of schemas) {
    const key = keyOfSchema(schema as Shape)
    const known = shapes.get(key)
    if (known && JSON.stringify(known) !== JSON.stringify(schema)) {
      throw new Error(`Two commands of different shape are called ${key}.`)
    }
    shapes.set(key, schema)
  }
  return new Map([...shapes].map(([key, schema]) => [key, readerOf(schema)]))
}

function readerOf<Schema extends TSchema>(schema: Schema): Reader<Static<Schema>> {
  const compiled = Compile(schema)
  return (raw) => {
    const rebuilt = rebuild(schema as Shape, raw)
    if (!rebuilt.ok) return rebuilt
    const { value } = rebuilt
    if (compiled.Check(value)) return { ok: true, value }
    return { ok: false, code: 'invalid', path: firstPath(compiled.Errors(value)) }
  }
}

interface Fault {
  readonly instancePath: string
  readonly params: object
}

/** Where the first thing is wrong; a missing field is named, though it is not there. */
function firstPath(faults: readonly Fault[]): string {
  const [first] = faults
  if (!first) return ''
  const missing = 'requiredProperties' in first.params ? (first.params.requiredProperties as string[])[0] : undefined
  return missing === undefined ? first.instancePath : `${first.instancePath}/${missing}`
}

function asObject(raw: unknown): Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? { ...raw } : {}
}
