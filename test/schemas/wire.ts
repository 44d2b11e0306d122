import type { CircleEvent, CircleState } from '../../shared/circle/types.ts'
import type {
  Added,
  BacklogPage,
  DecisionPage,
  LinkOpened,
  Links,
  Made,
  MeetingCalled,
  MeetingPage,
  Mine,
  Named,
} from '../../shared/http.ts'
import type { SentEvent } from '../../shared/meeting/events.ts'
import type { MeetingState } from '../../shared/meeting/types.ts'
import type { Bye, Done, Here, Name, No } from '../../shared/protocol.ts'
import type { Doc } from '../../shared/record/doc.ts'
import type { Entry, Millis, PersonId, Seq, StreamId } from '../../shared/types.ts'

// What goes over the wire towards a client, as a reader of the schema knows it: without the mark that says it may.

type AnEntry = Entry<CircleEvent> | Entry<SentEvent>
type State = CircleState | MeetingState

interface Started {
  readonly ok: true
  readonly seq: Seq
  readonly now: Millis
  readonly at?: Seq
  readonly state?: State
  readonly entries?: readonly AnEntry[]
}

interface Read {
  readonly protocol: number
  readonly seq: Seq
  readonly now: Millis
  readonly at: Seq
  readonly state: State
  readonly entries: readonly AnEntry[]
  readonly people: Readonly<Record<PersonId, Name>>
}

interface Paper extends Doc {
  readonly format: 'commonround-record/1'
}

/** Everything a server says, by what it is said in. */
export interface Wire {
  readonly refusal: No
  readonly answers: {
    readonly start: Started | No
    readonly command: Done | No
  }
  readonly messages: {
    readonly entries: { readonly stream: StreamId; readonly as: PersonId | null; readonly entries: readonly AnEntry[] }
    readonly people: Readonly<Record<PersonId, Name>>
    readonly head: { readonly stream: StreamId; readonly seq: Seq; readonly now: Millis }
    readonly here: Here
    readonly bye: Bye
  }
  readonly http: {
    readonly 'POST /api/circles': Made
    readonly 'POST /api/links/open': LinkOpened
    readonly 'POST /api/people/claim': Named
    readonly 'POST /api/people/leave': Readonly<Record<never, never>>
    readonly 'POST /api/people': Added
    readonly 'POST /api/people/rename': Named
    readonly 'POST /api/meetings': MeetingCalled
    readonly 'POST /api/circles/:id/link/rotate': Links
    readonly 'GET /api/circles/:id/link': Links
    readonly 'GET /api/circles/:id/decisions': DecisionPage
    readonly 'GET /api/circles/:id/meetings': MeetingPage
    readonly 'GET /api/circles/:id/backlog': BacklogPage
    readonly 'GET /api/circles/:id/decisions.json': Paper
    readonly 'GET /api/meetings/:id/minutes.json': Paper
    readonly 'GET /api/streams/:id/state': Read
    readonly 'GET /api/me': Mine
    readonly 'GET /healthz': { readonly ok: true }
  }
  readonly states: { readonly circle: CircleState; readonly meeting: MeetingState }
  readonly entries: { readonly circle: Entry<CircleEvent>; readonly meeting: Entry<SentEvent> }
}
