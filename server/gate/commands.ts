import Type, { type TSchema } from 'typebox'
import { CircleCommandSchemas } from '../../shared/circle/schema.ts'
import { MeetingCommandSchemas } from '../../shared/meeting/schema.ts'

/** What may be sent to which kind of stream, by the first letter of its id. */
export const commands: Readonly<Record<'c' | 'm', TSchema>> = {
  c: Type.Union([...CircleCommandSchemas]),
  m: Type.Union([...MeetingCommandSchemas]),
}
