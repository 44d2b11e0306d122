import type { TSchema } from 'typebox'
import { CircleCommandSchemas } from '../../shared/circle/schema.ts'
import { MeetingCommandSchemas } from '../../shared/meeting/schema.ts'
import type { StreamKind } from '../../shared/streams.ts'

/** What may be sent to which kind of stream. */
export const commands: Readonly<Record<StreamKind, readonly TSchema[]>> = {
  circle: CircleCommandSchemas,
  meeting: MeetingCommandSchemas,
}
