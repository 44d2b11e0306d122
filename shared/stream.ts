import type { Context, Entry, PersonId, Seq, StreamId, Verdict } from './types.ts'

/** Fit to be sent: only the two streams say so (`meeting/view.ts`, `circle/stream.ts`), and the wire takes nothing else. */
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

/** An entry as it was written, in version `v` of the log's language. */
export interface Logged extends Entry<unknown> {
  readonly v: number
}

/**
 * What a stream is. The host, the replica and the tests are generic over it:
 * `decide` says what a command does, `evolve` folds an entry, `seeEntry` and `seeState` leave out
 * what a viewer may not know, such that seeing and folding may be swapped.
 */
export interface Stream<State, Command extends { readonly type: string }, Event, Posted = never> {
  readonly initial: State
  /** The version of the log's language that `decide` writes. */
  readonly v: number
  /** An entry of any version in today's language. `state` is what came before it. */
  upcast(state: State, entry: Logged): Entry<Event>
  decide(state: State, command: Command, ctx: Context): Verdict<Event>
  evolve(state: State, entry: Entry<Event>): State
  seeEntry(entry: Entry<Event>, viewer: Viewer): Seen<Entry<Event>>
  seeState(state: State, viewer: Viewer): Seen<State>
  /** Does this person see anything in the state that not everyone sees? */
  seesMore(state: State, person: PersonId): boolean
  /** As it is now, without what only somebody who folds on needs. */
  still(state: Seen<State>): Seen<State>
  /** Where folding has to begin so that everything in `state` comes of it; null where the state itself will do. */
  from(state: State): { readonly seq: Seq; readonly state: State } | null
  /** `state` is folded up to and including `entry`. */
  posts(state: State, entry: Entry<Event>): readonly Post<Posted>[]
  /** May a client show this command's effect before the server has said yes? */
  predictable(state: State, command: Command, me: PersonId): boolean
}

export interface Typed {
  readonly type: string
}

/** A stream for code that carries states, commands and events without looking inside. */
export type AnyStream = Stream<unknown, Typed, unknown, Typed>

/** Whoever carries these hands back only what the stream made or the gate let in; the compiler cannot know that. */
export function opaque<State, Command extends Typed, Event, Posted extends Typed>(
  stream: Stream<State, Command, Event, Posted>,
): AnyStream {
  return stream as unknown as AnyStream
}
