import type { AnyCommand, AnyEvent, AnyState, Bye, Done, Here, Name, No } from '../../shared/protocol.ts'
import type { Replica } from '../../shared/replica.ts'
import type { StreamKind } from '../../shared/streams.ts'
import type { Millis, PersonId, StreamId } from '../../shared/types.ts'

export type AnyReplica = Replica<AnyState, AnyCommand, AnyEvent>

/** Who is looking at what: one of this device's people, or a screen (`as` null). */
export interface View {
  readonly stream: StreamId
  readonly kind: StreamKind
  readonly as: PersonId | null
}

export interface Following extends View {
  readonly replica: AnyReplica
  /** Following was refused, for good. */
  readonly refused: No | null
}

export interface Connection {
  readonly state: 'live' | 'connecting' | 'offline'
  readonly since: Millis
}

/** A refusal that nobody has put away yet. */
export interface Told {
  readonly id: string
  readonly view: View
  readonly no: No
}

export interface LiveState {
  readonly connection: Connection
  /** Server time less the time here. */
  readonly offset: Millis
  readonly names: Readonly<Record<PersonId, Name>>
  readonly here: Readonly<Record<StreamId, Here>>
  readonly follows: Readonly<Record<string, Following>>
  readonly told: readonly Told[]
  /** Why the server closed, if it said so. */
  readonly bye: Bye | null
  /** The server is there and cannot save; what was tapped is tried again. */
  readonly trouble: No | null
}

/** What screens may do with the live part of the app. */
export interface Live {
  getState(): LiveState
  subscribe(listener: () => void): () => void
  /** Settles when the server has said yes or a final no; until then it is kept, also over a reload. */
  send(view: View, command: AnyCommand): Promise<Done | No>
  /** Keeps a copy as long as somebody wants it; returns how to stop wanting it. */
  follow(view: View): () => void
  /** Names that came another way. */
  know(names: LiveState['names']): void
  /** The reader has read it. */
  putAway(id: string): void
  /** Look at once whether the connection is still there. */
  wake(): void
}

export function keyOf({ stream, as }: Pick<View, 'stream' | 'as'>): string {
  return `${stream} ${as ?? ''}`
}

export const nothingYet: LiveState = {
  connection: { state: 'connecting', since: 0 },
  offset: 0,
  names: {},
  here: {},
  follows: {},
  told: [],
  bye: null,
  trouble: null,
}
