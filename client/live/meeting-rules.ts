import { decide } from '../../shared/meeting/decide.ts'
import { evolve } from '../../shared/meeting/evolve.ts'
import { predictable } from '../../shared/meeting/stream.ts'
import type { AnyRules } from './desk.ts'

/** Of a meeting's stream only what a copy needs: sending and posting are the server's. */
export const meetingRules = { initial: null, decide, evolve, predictable } as unknown as AnyRules
