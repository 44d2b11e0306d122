import Type, { type Static } from 'typebox'
import { Aim, Begin, command, LineText, NoteSchemas, TurnSchemas } from '../../parts/schema.ts'

/** Kinds that may go round outside a decision. */
export const RoundRef = Type.Union([
  Type.Literal('clarifying'),
  Type.Literal('reaction'),
  Type.Literal('exploration'),
  Type.Literal('ideas'),
])

export const SetupSchema = Type.Object({ round: RoundRef, prompt: LineText, ...Begin }, { additionalProperties: false })
export type Setup = Static<typeof SetupSchema>

export const RoundSchemas = [command('round.again', Aim), ...TurnSchemas, ...NoteSchemas] as const
export type Command = Static<(typeof RoundSchemas)[number]>
