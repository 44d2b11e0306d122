import { consent } from './consent/index.ts'
import { learn } from './known.ts'
import type { Process } from './process.ts'
import { round } from './round/index.ts'

/** The list every union below grows from; whoever imports it for more than its types knows them all. */
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

for (const process of Object.values(processes)) learn(process)
