import { type ComponentType, lazy } from 'react'
import type { Item, Run } from '../../shared/meeting/types.ts'
import type { Kind } from '../../shared/processes/index.ts'

export interface ProcessViewProps {
  readonly item: Item
  readonly run: Run
}

export type ProcessView = ComponentType<ProcessViewProps>

/** How a process looks on the wall: a list of its own, because the facilitator's desk shows that picture too. */
export const rooms: Readonly<Record<Kind, ProcessView>> = {
  consent: lazy(() => import('./consent/room.tsx').then((m) => ({ default: m.ConsentRoom }))),
  round: lazy(() => import('./round/room.tsx').then((m) => ({ default: m.RoundRoom }))),
}
