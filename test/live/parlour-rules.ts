import type { Rules } from '../../server/app.ts'
import { ParlourSchema, parlours, rolesOf } from './parlour.ts'

/** Parlours as circles and as meetings, for a whole server. */
export const rules: Rules = {
  streams: parlours,
  commands: { c: ParlourSchema, m: ParlourSchema },
  rolesOf,
  newcomerIn: () => null,
}
