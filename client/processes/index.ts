import { type ComponentType, lazy } from 'react'
import type { Item } from '../../shared/meeting/types.ts'
import type { Kind } from '../../shared/processes/index.ts'
import type { ItemKind } from '../../shared/processes/process.ts'
import { ConsentParticipant } from './consent/phone.tsx'
import { type ProcessView, rooms } from './rooms.ts'
import { RoundParticipant } from './round/phone.tsx'

/** How a process looks on each of the three stations. Only phones have theirs at once: on them every tap counts. */
export interface ProcessViews {
  readonly Participant: ProcessView
  readonly Facilitator: ProcessView
  readonly Room: ProcessView
}

/** How a process that is begun by hand is begun at an item, on the desk. */
export type ProcessBegin = ComponentType<{ readonly item: Item }>

/** For each kind of item the process that may be begun at it by hand, where there is one. */
export const begins: Readonly<Record<ItemKind, ProcessBegin | null>> = {
  decide: null,
  talk: lazy(() => import('./round/begin.desk.tsx').then((m) => ({ default: m.RoundBegin }))),
}

const desks = {
  consent: () => import('./consent/desk.tsx').then((m) => ({ default: m.ConsentFacilitator })),
  round: () => import('./round/desk.tsx').then((m) => ({ default: m.RoundFacilitator })),
}

/** Brings every process's desk before it is needed, so that no step begins with an empty screen. */
export async function fetchDesks(): Promise<void> {
  await Promise.allSettled(Object.values(desks).map((load) => load()))
}

/** A kind without its views does not compile. */
export const views: Readonly<Record<Kind, ProcessViews>> = {
  consent: {
    Participant: ConsentParticipant,
    Facilitator: lazy(desks.consent),
    Room: rooms.consent,
  },
  round: {
    Participant: RoundParticipant,
    Facilitator: lazy(desks.round),
    Room: rooms.round,
  },
}
