import { commands } from '../../server/gate/commands.ts'
import { keyOfSchema } from '../../server/gate/key.ts'
import { AroundSchema, StartSchema } from '../../server/gate.ts'
import { MakeBody } from '../../server/routes/circles.ts'
import { Query as ExportQuery } from '../../server/routes/exports.ts'
import { ClaimBody, LeaveBody, OpenBody } from '../../server/routes/joining.ts'
import { CallBody } from '../../server/routes/meetings.ts'
import { AddBody, RenameBody } from '../../server/routes/people.ts'
import { PageQuery, Query as SearchQuery } from '../../server/routes/registers.ts'
import { Query as StateQuery } from '../../server/routes/states.ts'
import { PROTOCOL } from '../../shared/protocol.ts'
import type { Told } from './told.ts'

const strict = { type: 'object', additionalProperties: false }

/** Commands by their key, each a definition of its own. */
function commandDefs(kind: 'circle' | 'meeting'): Record<string, unknown> {
  const named = commands[kind].map((schema) => [`command ${kind} ${keyOfSchema(schema as object)}`, schema] as const)
  return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function ref(name: string) {
  return { $ref: `#/$defs/${name.replaceAll('~', '~0').replaceAll('/', '~1')}` }
}

/** What a client may say: messages on the line, and bodies and queries over HTTP. */
export function asked() {
  const circle = commandDefs('circle')
  const meeting = commandDefs('meeting')
  const around = AroundSchema as unknown as { properties: object; required: readonly string[] }
  const sent = (defs: object) => ({
    ...strict,
    properties: { ...around.properties, command: { anyOf: Object.keys(defs).map(ref) } },
    required: [...around.required, 'command'],
  })
  return {
    messages: { start: StartSchema, command: { anyOf: [sent(circle), sent(meeting)] } },
    http: {
      'POST /api/circles': { body: MakeBody },
      'POST /api/links/open': { body: OpenBody },
      'POST /api/people/claim': { body: ClaimBody },
      'POST /api/people/leave': { body: LeaveBody },
      'POST /api/people': { body: AddBody },
      'POST /api/people/rename': { body: RenameBody },
      'POST /api/meetings': { body: CallBody },
      'POST /api/circles/:id/link/rotate': { body: { ...strict, properties: {} } },
      'GET /api/circles/:id/decisions': { query: SearchQuery },
      'GET /api/circles/:id/meetings': { query: PageQuery },
      'GET /api/circles/:id/backlog': { query: PageQuery },
      'GET /api/circles/:id/decisions.(md|html|json)': { query: ExportQuery },
      'GET /api/meetings/:id/minutes.(md|html|json)': { query: ExportQuery },
      'GET /api/streams/:id/state': { query: StateQuery },
    },
    definitions: { ...circle, ...meeting },
  }
}

/** The file `docs/protocol.schema.json`: all that is said both ways. */
export function published({ properties, definitions }: Told): string {
  const { messages, http, definitions: ours } = asked()
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'The protocol of Commonround',
    protocol: PROTOCOL,
    asked: { messages, http },
    told: inOrder(properties),
    $defs: { ...ours, ...(inOrder(definitions) as object) },
  }
  return `${JSON.stringify(schema, null, 1)}\n`
}

/** What a compiler lists as it comes to it, by name: so that nothing changes because a file was moved. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    const all = value.map(inOrder)
    return all.every((one) => typeof one === 'string') ? all.sort() : all
  }
  if (typeof value !== 'object' || value === null) return value
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(sorted.map(([key, inner]) => [key, inOrder(inner)]))
}
