import type { Seen, Stream } from '../stream.ts'
import type { Entry } from '../types.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'
import type { CircleCommand, CircleEvent, CircleState } from './types.ts'

/** A circle: everything in it is open to everyone of the circle. */
export const circleStream: Stream<CircleState, CircleCommand, CircleEvent> = {
  initial: null,
  decide,
  evolve,
  seeEntry: (entry) => entry as Seen<Entry<CircleEvent>>,
  seeState: (state) => state as Seen<CircleState>,
  posts: () => [],
  predictable: (_, command) => command.type === 'circle.seat' || command.type === 'backlog.remove',
}
