import type { Waited } from './circle/register.ts'
import type { Decision, MeetingMark } from './circle/types.ts'
import type { Name } from './protocol.ts'
import type { CircleId, MeetingId, Millis, PersonId, StreamId } from './types.ts'

/** What is asked and answered over HTTP beside the streams. */

export interface Named extends Name {
  readonly person: PersonId
}

/** Somebody who may be picked. */
export interface Choice extends Named {
  /** Another device speaks for them already, which is allowed. */
  readonly taken: boolean
  readonly yours: boolean
}

/** `POST /api/links/open`: where a link leads. */
export interface LinkOpened {
  readonly circle: CircleId
  readonly name: string
  readonly grade: 'join' | 'screen'
  /** People may add themselves as members. */
  readonly selfAdd: boolean
  readonly people: readonly Choice[]
  /** The meeting people gather for or are in. */
  readonly meeting: MeetingId | null
}

/** `POST /api/circles`. */
export interface Made {
  readonly circle: CircleId
  readonly meeting: MeetingId
  readonly person: PersonId
  readonly link: string
}

/** `POST /api/meetings`. */
export interface MeetingCalled {
  readonly meeting: MeetingId
}

/** `POST /api/people`: the new person, and who else is called so. */
export interface Added extends Named {
  readonly twins: readonly Named[]
}

/** `GET /api/circles/:id/link`: a room screen gets no link for another. */
export interface Links {
  readonly join: string
  readonly screen?: string
}

export interface MyPerson extends Named {
  /** The circles of their community that this device was let into. */
  readonly circles: readonly CircleId[]
}

export interface MyCircle {
  readonly circle: CircleId
  readonly name: string
  readonly grade: 'join' | 'screen'
  readonly meeting: MeetingId | null
}

/** `GET /api/me`: whose device this is, and where it is at home. */
export interface Mine {
  readonly people: readonly MyPerson[]
  readonly circles: readonly MyCircle[]
}

/** A decision as it stands in a list, newest first; of its consent only who was absent. */
export interface DecisionLine
  extends Pick<
    Decision,
    'id' | 'title' | 'meeting' | 'effect' | 'fields' | 'absentHours' | 'announcedAt' | 'words' | 'consent'
  > {
  /** When its record counts as delivered: when its meeting ended. */
  readonly delivered: Millis | null
}

/** A page. `more` is whether there are older ones: ask again with `before`, the id of the last. */
export interface DecisionPage {
  readonly decisions: readonly DecisionLine[]
  readonly more: boolean
  readonly people: Readonly<Record<PersonId, Name>>
}

export interface MeetingPage {
  readonly meetings: readonly MeetingMark[]
  readonly more: boolean
}

/** What waited once and was taken or removed. */
export interface BacklogPage {
  readonly backlog: readonly Waited[]
  readonly more: boolean
}

/** Where a stream's state is read as somebody may see it, null for a screen: as it stands, or to fold on from. */
export function statePath(stream: StreamId, as: PersonId | null, how: 'plain' | 'fold'): string {
  return `/api/streams/${stream}/state?as=${as ?? ''}${how === 'fold' ? '&fold=1' : ''}`
}
