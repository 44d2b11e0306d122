import type { Beginning } from '../../server/live/begin.ts'
import type { Done, No } from '../../shared/protocol.ts'
import { emptyReplica, type Replica } from '../../shared/replica.ts'
import type { Typed } from '../../shared/stream.ts'
import type { Entry, PersonId, Seq } from '../../shared/types.ts'

type Copy = Replica<unknown, Typed, unknown>
type Message =
  | { readonly is: 'entries'; readonly entries: readonly Entry<unknown>[] }
  | { readonly is: 'answer'; readonly id: string; readonly answer: Done | No }
  | { readonly is: 'begun'; readonly seq: Seq; readonly what: Beginning | null }

/** One viewer, and the line between them and a host: messages wait on it until somebody turns the crank. */
export interface Viewer {
  readonly person: PersonId | null
  copy: Copy
  host: number
  /** Which connection this is; whatever belongs to an earlier one is lost. */
  line: number
  isConnected: boolean
  hasBegun: boolean
  up: (() => void)[]
  down: Message[]
  /** What went out on this connection. */
  readonly sent: Set<string>
  readonly answers: Map<string, (Done | No)[]>
  readonly seen: Seq[]
}

export function newViewer(rules: Copy['rules'], person: PersonId | null): Viewer {
  return {
    person,
    copy: emptyReplica(rules, person),
    host: 0,
    line: 0,
    isConnected: false,
    hasBegun: false,
    up: [],
    down: [],
    sent: new Set(),
    answers: new Map(),
    seen: [],
  }
}
