import type { Run } from '../../../shared/meeting/types.ts'
import type { Events, Kind, ProcessEvent, ProcessState, States } from '../../../shared/processes/index.ts'
import { plausible as consent } from './consent/plausible.ts'
import type { Plausible } from './plausible.ts'
import { plausible as round } from './round/plausible.ts'

/** A kind without its generator does not compile. */
export const plausibles: { readonly [K in Kind]: Plausible<States[K], Events[K]> } = { consent, round }

/** For code that does not care which. */
export function plausibleOf({ kind }: Pick<Run, 'kind'>): Plausible<ProcessState, ProcessEvent> {
  return plausibles[kind] as unknown as Plausible<ProcessState, ProcessEvent>
}

export const kinds = Object.keys(plausibles) as readonly Kind[]

/** Kinds that keep secrets. */
export const keeping: readonly Kind[] = kinds.filter((kind) => plausibleOf({ kind }).secrets !== null)

/** Every event that any process tells. */
export const processEvents: readonly string[] = [
  ...new Set(Object.values(plausibles).flatMap(({ events }) => Object.keys(events))),
]
