import Type, { type TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Start } from '../shared/protocol.ts'
import type { CommandId, PersonId, StreamId } from '../shared/types.ts'
import { rebuild, type Shape, type Wrong } from './gate/rebuild.ts'
import type { Typed } from './host/streams.ts'

const StreamRef = Type.String({ pattern: '^[cm]_[a-z2-7]{16}$' })
const PersonRef = Type.String({ pattern: '^p_[a-z2-7]{16}$' })
const CommandRef = Type.String({ pattern: '^[A-Za-z0-9_-]{16,64}$' })
const Count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })

export const StartSchema = Type.Object(
  {
    protocol: Count,
    stream: StreamRef,
    as: Type.Union([PersonRef, Type.Null()]),
    after: Type.Union([Count, Type.Null()]),
  },
  { additionalProperties: false },
)

/** What stands around a command, which is held to the schema of its stream and type. */
export const AroundSchema = Type.Object(
  { stream: StreamRef, as: PersonRef, id: CommandRef },
  { additionalProperties: false },
)

/** A command whose shape is known to be right; only the rules know whether it is allowed. */
export interface Sent {
  readonly stream: StreamId
  readonly as: PersonId
  readonly id: CommandId
  readonly command: Typed
}

export type Let<T> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & Wrong)

export interface Gate {
  start(raw: unknown): Let<Start>
  send(raw: unknown): Let<Sent>
}

type Reader = (raw: unknown) => Let<unknown>

/** `commands` are unions of objects told apart by their `type`, by the first letter of the stream's id. */
export function createGate(commands: Readonly<Record<string, TSchema>>): Gate {
  const start = readerOf(StartSchema)
  const around = readerOf(AroundSchema)
  const readers = new Map(Object.entries(commands).map(([letter, union]) => [letter, readersOf(union)]))
  return {
    start: (raw) => start(raw) as Let<Start>,
    send(raw) {
      const { command, ...rest } = asObject(raw)
      const outer = around(rest) as Let<Omit<Sent, 'command'>>
      if (!outer.ok) return outer
      const type = typeOf(command)
      const reader = type === null ? undefined : readers.get(outer.value.stream.charAt(0))?.get(type)
      if (!reader) return { ok: false, code: 'invalid', path: '/command/type' }
      const inner = reader(command) as Let<Typed>
      if (!inner.ok) return { ...inner, path: `/command${inner.path}` }
      return { ok: true, value: { ...outer.value, command: inner.value } }
    },
  }
}

function readersOf(union: TSchema): ReadonlyMap<string, Reader> {
  const { anyOf = [union as Shape] } = union as Shape
  return new Map(anyOf.map((shape) => [String(shape.properties?.type?.const), readerOf(shape as TSchema)]))
}

function readerOf(schema: TSchema): Reader {
  const compiled = Compile(schema)
  return (raw) => {
    const rebuilt = rebuild(schema as Shape, raw)
    if (!rebuilt.ok) return rebuilt
    if (compiled.Check(rebuilt.value)) return rebuilt
    return { ok: false, code: 'invalid', path: firstPath(compiled.Errors(rebuilt.value)) }
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

function typeOf(command: unknown): string | null {
  if (typeof command !== 'object' || command === null || !Object.hasOwn(command, 'type')) return null
  const { type } = command as { type: unknown }
  return typeof type === 'string' ? type : null
}
