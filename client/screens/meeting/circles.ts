import type { Mine } from '../../../shared/http.ts'
import type { MeetingId } from '../../../shared/types.ts'

/**
 * The circles of this device's people that a meeting may be of, the likeliest first: an ended meeting is no longer
 * told with its circle.
 */
export function circlesOf({ circles, people }: Mine, meeting: MeetingId): Mine['circles'] {
  const own = circles.filter(({ circle }) => people.some((person) => person.circles.includes(circle)))
  const running = own.filter((each) => each.meeting === meeting)
  return [...running, ...own.filter((each) => each.meeting !== meeting)]
}
