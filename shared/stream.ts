import type { Context, Entry, PersonId, StreamId, Verdict } from './types.ts'

/** Fit to be sent: only the `view.ts` files make one, and the wire takes nothing else. */
declare const seen: unique symbol
export type Seen<T> = T & { readonly [seen]: true }

/** Whose eyes: a person's, or a screen's, which sees what everyone sees. */
export interface Viewer {
  readonly person: PersonId | null
}

/** A command for another stream, told by this one. Repeats are harmless: the id is `stream:seq:n`. */
export interface Post<Command> {
  readonly to: StreamId
  readonly id: string
  readonly command: Command
}

/**
 * What a stream is. The host, the replica and the tests are generic over it:
 * `decide` says what a command does, `evolve` folds an entry, `seeEntry` and `seeState` leave out
 * what a viewer may not know, such that seeing and folding may be swapped.
 */
export interface Stream<State, Command extends { readonly type: string }, Event, Posted = never> {
  readonly initial: State
  decide(state: State, command: Command, ctx: Context): Verdict<Event>
  evolve(state: State, entry: Entry<Event>): State
  seeEntry(entry: Entry<Event>, viewer: Viewer): Seen<Entry<Event>>
  seeState(state: State, viewer: Viewer): Seen<State>
  /** `state` is folded up to and including `entry`. */
  posts(state: State, entry: Entry<Event>): readonly Post<Posted>[]
  /** May a client show this command's effect before the server has said yes? */
  predictable(state: State, command: Command): boolean
}
