import fc from 'fast-check'
import { keyOf, keyOfSchema } from '../../server/gate/key.ts'
import { MeetingCommandSchemas } from '../../shared/meeting/schema.ts'
import { meetingStream } from '../../shared/meeting/stream.ts'
import type { MeetingCommand, MeetingState } from '../../shared/meeting/types.ts'
import type { Context, Seq } from '../../shared/types.ts'
import { ofSchema, type Schema } from './from-schema.ts'
import { frozen } from './same.ts'

const shapes: ReadonlyMap<string, Schema> = new Map(
  (MeetingCommandSchemas as unknown as readonly Schema[]).map((schema) => [keyOfSchema(schema), schema]),
)

/** What says for what it is meant: that stays. Whose it is, is seen in what is sealed. */
export const aim: ReadonlySet<string> = new Set(['type', 'process', 'ask', 'turn', 'replaces'])

/** The same command where another entry stands for the one that it replaces. */
export function meantFor(command: MeetingCommand, stands: ReadonlyMap<Seq, Seq>): MeetingCommand {
  const replaced = 'replaces' in command && command.replaces !== null ? stands.get(command.replaces) : undefined
  return replaced === undefined ? command : frozen({ ...command, replaces: replaced } as MeetingCommand)
}

interface SealedBy {
  /** Where, and whose: the same for both. */
  readonly places: string
  readonly values: string
}

function sealedBy(state: MeetingState, command: MeetingCommand, ctx: Context): SealedBy | null {
  const verdict = meetingStream.decide(state, command, ctx)
  const sealed = verdict.ok ? verdict.events.filter((e) => e.type === 'sealed') : []
  if (sealed.length === 0) return null
  return {
    places: JSON.stringify(sealed.map(({ process, slot, of, only }) => [process, slot, of, only])),
    values: JSON.stringify(sealed.map(({ apart }) => apart)),
  }
}

/**
 * The same command by the same hand about the same thing, by which something else is sealed: of whatever kind of
 * process it is, whatever its schema lets through is tried. Null if there is nothing else to seal.
 */
export function flipped(state: MeetingState, command: MeetingCommand, ctx: Context): MeetingCommand | null {
  const before = sealedBy(state, command, ctx)
  const shape = keyOf(command).flatMap((key) => shapes.get(key) ?? [])[0]
  if (before === null) return null
  for (const [key, schema] of Object.entries(shape?.properties ?? {})) {
    if (aim.has(key)) continue
    for (const value of fc.sample(ofSchema(schema), { seed: ctx.now % 9_973, numRuns: 24 })) {
      const other = frozen({ ...command, [key]: value } as unknown as MeetingCommand)
      const after = sealedBy(state, other, ctx)
      if (after && after.places === before.places && after.values !== before.values) return other
    }
  }
  return null
}
