import type { Post, Stream } from '../../shared/stream.ts'
import type { StreamId } from '../../shared/types.ts'

export interface Typed {
  readonly type: string
}

/** A stream whose state and events the host carries without looking inside. */
export type AnyStream = Stream<unknown, Typed, unknown, Typed>
export type AnyPost = Post<Typed>

/** What the host has to know of the streams it runs. */
export interface Streams {
  /** By the id's prefix; null for an id that names no kind of stream. */
  streamOf(id: StreamId): AnyStream | null
  /** Another stream whose state belongs into the command before it can be decided. */
  needs(command: Typed, state: unknown): StreamId | null
  /** The command with what it needs of the other stream's state. */
  complete(command: Typed, other: unknown): Typed
  /** Nothing more will come of this stream's posts: an ended meeting. */
  isOver(id: StreamId, state: unknown): boolean
}
