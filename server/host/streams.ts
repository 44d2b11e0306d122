import type { AnyStream, Post, Typed } from '../../shared/stream.ts'
import type { Entry, Seq, StreamId } from '../../shared/types.ts'

export type AnyPost = Post<Typed>

/** Another stream that belongs into a command before it can be decided, and which of its entries. */
export interface Need {
  readonly stream: StreamId
  held(other: unknown): readonly Seq[]
}

/** What the host has to know of the streams it runs. */
export interface Streams {
  /** By what the store knows a stream to be; null for no kind of ours. */
  of(kind: string): AnyStream | null
  /** `kind` is what the stream is that the command is for. */
  needs(kind: string, command: Typed, state: unknown): Need | null
  /** Is it done also where a stream takes nothing more, because it leads to the end of it? */
  ends(kind: string, command: Typed): boolean
  /** The command with what it needs of the other stream: its state, and the entries it named. */
  complete(command: Typed, other: unknown, held: readonly Entry<unknown>[]): Typed
}
