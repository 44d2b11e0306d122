import type { Seen, Stream } from '../stream.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import type { CircleCommand, CircleEvent, CircleState } from './types.ts'
import { upcast, VERSION } from './upcast.ts'

/** Everything in a circle is open to everyone of it. */
function asSeen<T>(value: T): Seen<T> {
  return value as Seen<T>
}

/** A circle: its log and its rules. */
export const circleStream: Stream<CircleState, CircleCommand, CircleEvent> = {
  initial: null,
  v: VERSION,
  upcast,
  decide,
  evolve,
  seeEntry: asSeen,
  seeState: asSeen,
  seesMore: () => false,
  still: (state) => state,
  from: () => null,
  posts: () => [],
  predictable: (_, command) => command.type === 'circle.seat' || command.type === 'backlog.remove',
}
