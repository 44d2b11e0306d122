import { createStore } from 'zustand/vanilla'
import type { AnyCommand, AnyEvent, AnyState, Done, No } from '../../shared/protocol.ts'
import type { Rules } from '../../shared/replica.ts'
import type { StreamKind } from '../../shared/streams.ts'
import type { CommandId, Entry, Millis } from '../../shared/types.ts'
import { createOutbox, type Outbox } from './sending/outbox.ts'
import { type AnyReplica, type Connection, type Following, type LiveState, nothingYet, type View } from './state.ts'
import type { World } from './world.ts'

export type AnyRules = Rules<AnyState, AnyCommand, AnyEvent>

/** A copy hands back only what its own rules made; the compiler cannot know that. */
export function opaqueRules<State, Command extends AnyCommand, Event>(rules: Rules<State, Command, Event>): AnyRules {
  return rules as unknown as AnyRules
}

/** Where rules come from, which are a good part of the app: of a kind of stream, and of the processes in it. */
export interface Rulebook {
  /** At once, or when they have been loaded. */
  readonly rulesOf: (kind: StreamKind) => AnyRules | Promise<AnyRules>
  /** Kinds of processes whose rules it takes to fold these entries on this state, and which are not here. */
  readonly lacking: (kind: StreamKind, state: AnyState, entries: readonly Entry<AnyEvent>[]) => readonly string[]
  readonly bring: (processes: readonly string[]) => Promise<void>
}

/** What the parts of the live app share: the state on the screens, and what waits for an answer. */
export interface Board {
  readonly world: World
  readonly outbox: Outbox
  readonly rules: Rulebook
  get(): LiveState
  set(change: Partial<LiveState>): void
  subscribe(listener: () => void): () => void
  /** By the server's clock. */
  serverNow(): Millis
  following(key: string): Following | null
  /** Puts a new copy on the screen, and settles what it shows to be done. */
  put(key: string, replica: AnyReplica): void
  change(key: string, change: Partial<Following>): void
  /** Whoever waits for this command hears; it is no longer kept. */
  settle(id: CommandId, answer: Done | No): void
  awaiting(id: CommandId): Promise<Done | No>
  tell(view: View, no: No): void
  know(names: LiveState['names']): void
  connection(state: Connection['state']): void
}

/** Said here, not by the server: nothing was sent. */
export function saidHere(code: No['code'], reason: string): No {
  return { ok: false, code, reason, with: {}, retryable: false, ref: '' }
}

export function createBoard(world: World, rules: Rulebook): Board {
  const store = createStore<LiveState>()(() => ({
    ...nothingYet,
    connection: { state: 'connecting', since: world.now() },
  }))
  const outbox = createOutbox(world.kept)
  const waiting = new Map<CommandId, { readonly promise: Promise<Done | No>; resolve(answer: Done | No): void }>()
  let told = 0

  const board: Board = {
    world,
    outbox,
    rules,
    get: store.getState,
    set: (change) => store.setState(change),
    subscribe: store.subscribe,
    serverNow: () => world.now() + store.getState().offset,
    following: (key) => store.getState().follows[key] ?? null,
    change(key, change) {
      const { follows } = store.getState()
      const was = follows[key]
      if (was) store.setState({ follows: { ...follows, [key]: { ...was, ...change } } })
    },
    put(key, replica) {
      const was = board.following(key)
      if (!was || was.replica === replica) return
      board.change(key, { replica })
      for (const tap of was.replica.taps) {
        const still = replica.taps.find(({ id }) => id === tap.id)
        if (!still) board.settle(tap.id, { ok: true, seq: replica.seq ?? 0 })
        else if (still.command !== tap.command && still.done === null) {
          const { id, command, at, guess } = still
          outbox.keep({ stream: was.stream, as: was.as, id, command, at, guess })
        }
      }
    },
    settle(id, answer) {
      outbox.drop(id)
      waiting.get(id)?.resolve(answer)
      waiting.delete(id)
    },
    awaiting(id) {
      const known = waiting.get(id)
      if (known) return known.promise
      let resolve: (answer: Done | No) => void = () => undefined
      const promise = new Promise<Done | No>((settled) => {
        resolve = settled
      })
      waiting.set(id, { promise, resolve })
      return promise
    },
    tell(view, no) {
      const id = `${++told}`
      store.setState({ told: [...store.getState().told, { id, view, no }] })
    },
    know: (names) => store.setState({ names: { ...store.getState().names, ...names } }),
    connection(state) {
      const { connection } = store.getState()
      if (connection.state === state) return
      const goesOn = connection.state !== 'live' && state !== 'live'
      store.setState({ connection: { state, since: goesOn ? connection.since : world.now() } })
    },
  }
  return board
}
