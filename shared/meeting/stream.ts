// Whoever keeps meetings knows every process.
import '../processes/index.ts'
import type { Fact } from '../circle/types.ts'
import type { Stream } from '../stream.ts'
import { decide } from './decide.ts'
import type { MeetingEvent } from './events.ts'
import { evolve } from './evolve.ts'
import { posts } from './posts.ts'
import { predictable } from './predictable.ts'
import type { MeetingCommand, MeetingState } from './types.ts'
import { upcast, VERSION } from './upcast.ts'
import { foldedFrom, seeEntry, seeState, seesMore, still } from './view.ts'

/** A meeting: its log, its rules, what each may see of it, what it tells its circle. */
export const meetingStream: Stream<MeetingState, MeetingCommand, MeetingEvent, Fact> = {
  initial: null,
  v: VERSION,
  upcast,
  decide,
  evolve,
  seeEntry,
  seeState,
  seesMore,
  still,
  from: foldedFrom,
  posts,
  predictable,
}
