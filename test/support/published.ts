import { createHash } from 'node:crypto'
import { commands } from '../../server/gate/commands.ts'
import { AroundSchema, StartSchema } from '../../server/gate.ts'
import { PROTOCOL } from '../../shared/protocol.ts'

interface Union {
  readonly anyOf: readonly { readonly properties: { readonly type: { readonly const: string } } }[]
}

function byType(schema: unknown): Record<string, unknown> {
  const all = (schema as Union).anyOf.map((one) => [one.properties.type.const, one] as const)
  return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** What a client may send, as JSON Schema: the file `docs/commands.schema.json`. */
export function published(): string {
  const wire = {
    protocol: PROTOCOL,
    start: StartSchema,
    command: AroundSchema,
    circle: byType(commands.c),
    meeting: byType(commands.m),
  }
  return `${JSON.stringify(wire, null, 1)}\n`
}

/** Names the shape of everything a client may send. */
export function fingerprint(): string {
  return createHash('sha256').update(published()).digest('hex').slice(0, 16)
}
