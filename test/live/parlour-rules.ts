import type { Rules } from '../../server/rules.ts'
import { circle } from './bench.ts'
import { ParlourSchemas, type ParlourState, parlours, rolesOf } from './parlour.ts'

/** Parlours as circles and as meetings, for a whole server. A room that names no circle is in the usual one. */
export const rules: Rules = {
  streams: parlours,
  commands: { circle: ParlourSchemas, meeting: ParlourSchemas },
  rolesOf,
  circleOf: (kind, stream, state) => String(kind === 'circle' ? stream : ((state as ParlourState).circle ?? circle)),
  newcomerIn: () => null,
}
