import type { Server, Socket } from 'socket.io'
import type { Bye, Done, Here, Name, No } from '../../shared/protocol.ts'
import type { Seen } from '../../shared/stream.ts'
import type { Entry, Millis, PersonId, Seq, StreamId } from '../../shared/types.ts'

export type SeenEntry = Seen<Entry<unknown>>

/** `as: null` is what everyone sees, for every follower on this connection who gets no frame of their own. */
export interface Frame {
  readonly stream: StreamId
  readonly as: PersonId | null
  readonly entries: readonly SeenEntry[]
}

export interface Begun {
  readonly ok: true
  readonly seq: Seq
  readonly now: Millis
  readonly at?: Seq
  readonly state?: Seen<unknown>
  readonly entries?: readonly SeenEntry[]
}

export type Answer = Begun | Done | No
export type Ack = (answer: Answer) => void

/** `ToClient` for streams that are carried without looking inside; what is not `Seen` cannot be sent. */
export interface Out {
  entries(frame: Frame): void
  people(names: Readonly<Record<PersonId, Name>>): void
  head(head: { readonly stream: StreamId; readonly seq: Seq; readonly now: Millis }): void
  here(presence: Here): void
  bye(why: Bye): void
}

type Nothing = Record<never, never>
/** What comes in is unknown bytes: no event has a handler of its own, all go through one. */
export type Io = Server<Nothing, Out>
export type Line = Socket<Nothing, Out>
