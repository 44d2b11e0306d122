import { lazy } from 'react'
import type { Kind } from '../../shared/processes/index.ts'
import { ConsentParticipant } from './consent/Participant.tsx'
import { type ProcessView, rooms } from './rooms.ts'
import { RoundParticipant } from './round/Participant.tsx'

/** How a process looks on each of the three stations. Only phones have theirs at once: on them every tap counts. */
export interface ProcessViews {
  readonly Participant: ProcessView
  readonly Facilitator: ProcessView
  readonly Room: ProcessView
}

/** A kind without its views does not compile. */
export const views: Readonly<Record<Kind, ProcessViews>> = {
  consent: {
    Participant: ConsentParticipant,
    Facilitator: lazy(() => import('./consent/Facilitator.tsx').then((m) => ({ default: m.ConsentFacilitator }))),
    Room: rooms.consent,
  },
  round: {
    Participant: RoundParticipant,
    Facilitator: lazy(() => import('./round/Facilitator.tsx').then((m) => ({ default: m.RoundFacilitator }))),
    Room: rooms.round,
  },
}
