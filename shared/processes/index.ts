import { consent } from './consent/index.ts'
import type { Consent, Command as ConsentCommand, ConsentEvent, Setup as ConsentSetup } from './consent/types.ts'
import type { Process } from './process.ts'
import { round } from './round/index.ts'
import type { Round, Command as RoundCommand, RoundEvent, Setup as RoundSetup } from './round/types.ts'

/** The list every union below grows from. */
export const processes = { consent, round } as const

export type Kind = keyof typeof processes
export type ProcessState = Consent | Round
export type ProcessCommand = ConsentCommand | RoundCommand
export type ProcessEvent = ConsentEvent | RoundEvent
export interface Setups {
  readonly consent: ConsentSetup
  readonly round: RoundSetup
}

/** The process of a kind, for code that does not care which. */
export function processOf(kind: Kind): Process<Kind, unknown, ProcessState, ProcessCommand, ProcessEvent> {
  return processes[kind] as unknown as Process<Kind, unknown, ProcessState, ProcessCommand, ProcessEvent>
}
