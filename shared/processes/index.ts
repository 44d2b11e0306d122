import { consent } from './consent/index.ts'
import type { Consent, Command as ConsentCommand, ConsentEvent, Setup as ConsentSetup } from './consent/types.ts'
import type { ItemKind, Process } from './process.ts'
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

export type AnyProcess = Process<Kind, Setups[Kind], ProcessState, ProcessCommand, ProcessEvent>

/** The process of a kind, for code that does not care which. */
export function processOf(kind: Kind): AnyProcess {
  // Whoever runs a process gives it back only what it made itself; the compiler cannot know that.
  return processes[kind] as unknown as AnyProcess
}

/** Those that an item of this kind may hold. */
export function processesOn(item: ItemKind): readonly AnyProcess[] {
  return Object.values(processes)
    .map(({ kind }) => processOf(kind))
    .filter(({ on }) => on.includes(item))
}
