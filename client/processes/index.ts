import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { Item, Run } from '../../shared/meeting/types.ts'
import type { Kind } from '../../shared/processes/index.ts'

export interface ProcessViewProps {
  readonly item: Item
  readonly run: Run
}

type View = LazyExoticComponent<ComponentType<ProcessViewProps>>

/** How a process looks on each of the three stations. */
export interface ProcessViews {
  readonly Participant: View
  readonly Facilitator: View
  readonly Room: View
}

/** A kind without its views does not compile. */
export const views: Readonly<Record<Kind, ProcessViews>> = {
  consent: {
    Participant: lazy(() => import('./consent/Participant.tsx').then((m) => ({ default: m.ConsentParticipant }))),
    Facilitator: lazy(() => import('./consent/Facilitator.tsx').then((m) => ({ default: m.ConsentFacilitator }))),
    Room: lazy(() => import('./consent/Room.tsx').then((m) => ({ default: m.ConsentRoom }))),
  },
  round: {
    Participant: lazy(() => import('./round/Participant.tsx').then((m) => ({ default: m.RoundParticipant }))),
    Facilitator: lazy(() => import('./round/Facilitator.tsx').then((m) => ({ default: m.RoundFacilitator }))),
    Room: lazy(() => import('./round/Room.tsx').then((m) => ({ default: m.RoundRoom }))),
  },
}
