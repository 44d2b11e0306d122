import { decide } from '../../../shared/meeting/decide.ts'
import { evolve } from '../../../shared/meeting/evolve.ts'
import { predictable } from '../../../shared/meeting/predictable.ts'
import { opaqueRules } from '../board.ts'

/** Of a meeting's stream only what a copy needs: sending and posting are the server's. */
export const meetingRules = opaqueRules({ initial: null, decide, evolve, predictable })
