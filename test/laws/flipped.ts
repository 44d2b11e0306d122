import fc from 'fast-check'
import { MeetingCommandSchemas } from '../../shared/meeting/schema.ts'
import { meetingStream } from '../../shared/meeting/stream.ts'
import type { MeetingCommand, MeetingState } from '../../shared/meeting/types.ts'
import type { Context } from '../../shared/types.ts'
import { ofSchema, type Schema } from './from-schema.ts'
import { frozen } from './same.ts'

const shapes: ReadonlyMap<string, Schema> = new Map(
  (MeetingCommandSchemas as unknown as readonly Schema[]).map((schema) => [
    String(schema.properties?.type?.const),
    schema,
  ]),
)

/** What says whose it is, and for what it is meant: that stays. */
const aim = new Set(['type', 'process', 'ask', 'turn', 'replaces', 'for', 'person'])

function sealedBy(state: MeetingState, command: MeetingCommand, ctx: Context): string | null {
  const verdict = meetingStream.decide(state, command, ctx)
  const event = verdict.ok ? verdict.events.find((e) => e.type === 'sealed') : undefined
  return event?.type === 'sealed' ? JSON.stringify([event.of, event.slot, event.apart]) : null
}

/**
 * The same command by the same hand about the same thing, by which something else is sealed: of whatever kind of
 * process it is, whatever its schema lets through is tried. Null if there is nothing else to seal.
 */
export function flipped(state: MeetingState, command: MeetingCommand, ctx: Context): MeetingCommand | null {
  const before = sealedBy(state, command, ctx)
  const said = Object.entries(shapes.get(command.type)?.properties ?? {}).filter(([key]) => !aim.has(key))
  if (before === null) return null
  for (const [key, schema] of said) {
    for (const value of fc.sample(ofSchema(schema), { seed: ctx.now % 9_973, numRuns: 24 })) {
      const other = frozen({ ...command, [key]: value } as unknown as MeetingCommand)
      const after = sealedBy(state, other, ctx)
      if (after !== null && after !== before) return other
    }
  }
  return null
}
