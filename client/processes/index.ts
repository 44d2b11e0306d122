import { lazy } from 'react'
import type { Kind } from '../../shared/processes/index.ts'
import { type ProcessView, rooms } from './rooms.ts'

/** How a process looks on each of the three stations. */
export interface ProcessViews {
  readonly Participant: ProcessView
  readonly Facilitator: ProcessView
  readonly Room: ProcessView
}

/** A kind without its views does not compile. */
export const views: Readonly<Record<Kind, ProcessViews>> = {
  consent: {
    Participant: lazy(() => import('./consent/Participant.tsx').then((m) => ({ default: m.ConsentParticipant }))),
    Facilitator: lazy(() => import('./consent/Facilitator.tsx').then((m) => ({ default: m.ConsentFacilitator }))),
    Room: rooms.consent,
  },
  round: {
    Participant: lazy(() => import('./round/Participant.tsx').then((m) => ({ default: m.RoundParticipant }))),
    Facilitator: lazy(() => import('./round/Facilitator.tsx').then((m) => ({ default: m.RoundFacilitator }))),
    Room: rooms.round,
  },
}
