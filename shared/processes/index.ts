import { consent } from './consent/index.ts'
import type { ItemKind, Process } from './process.ts'
import { round } from './round/index.ts'

/** The list every union below grows from. */
export const processes = { consent, round } as const

export type Kind = keyof typeof processes

/** What each kind is made of, as its process says. */
type Made = {
  readonly [K in Kind]: (typeof processes)[K] extends Process<K, infer Setup, infer State, infer Command, infer Event>
    ? { readonly setup: Setup; readonly state: State; readonly command: Command; readonly event: Event }
    : never
}

export type Setups = { readonly [K in Kind]: Made[K]['setup'] }
export type States = { readonly [K in Kind]: Made[K]['state'] }
export type Events = { readonly [K in Kind]: Made[K]['event'] }
export type ProcessState = States[Kind]
export type ProcessCommand = Made[Kind]['command']
export type ProcessEvent = Events[Kind]

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
