import type { CircleState, Decision, Word } from '../circle/types.ts'
import type { Day, Millis, PersonId } from '../types.ts'
import { hours } from './writer.ts'

/** How a decision stands. `until` is null while its record has not been delivered: the hours have not begun. */
export type Status =
  | { readonly is: 'provisional' | 'on-hold'; readonly until: Millis | null; readonly who: readonly PersonId[] }
  | { readonly is: 'reopened'; readonly who: readonly PersonId[] }
  | { readonly is: 'in-force' }
  | { readonly is: 'review-due' | 'expired'; readonly since: Day }

/** Now, and the calendar day it is where the circle lives; the rules have no clock and no zone. */
export interface Today {
  readonly at: Millis
  readonly day: Day
}

/** Whose consent was needed and who was not there. */
export function absentOf(decision: Pick<Decision, 'consent'>): readonly PersonId[] {
  return decision.consent.filter((given) => given.answer === 'absent').map((given) => given.person)
}

/**
 * When the record of a decision counts as delivered: when its meeting ended, since then the finished minutes
 * can be read. Null until then. The hours of the absent run from here (`domain.md` 3.7).
 */
export function deliveredAt(circle: NonNullable<CircleState>, decision: Pick<Decision, 'meeting'>): Millis | null {
  return circle.meetings.find((mark) => mark.id === decision.meeting)?.ended ?? null
}

/** When the absent may no longer suspend it by objecting; null while the hours have not begun. */
export function deadline(decision: Decision, delivered: Millis | null): Millis | null {
  return delivered === null ? null : delivered + hours(decision.absentHours)
}

/** The last word of each absent member that came in time. Later ones are news for the agenda, and suspend nothing. */
function inTime(decision: Decision, until: Millis | null): readonly Word[] {
  const timely = decision.words.filter((word) => until === null || word.at < until)
  return absentOf(decision).flatMap((person) => timely.filter((word) => word.person === person).slice(-1))
}

function standing(decision: Decision, today: Day): Status {
  const { until, review, atEnd } = decision.fields
  if (atEnd === 'stops' && until !== null && today > until) return { is: 'expired', since: until }
  const due = review ?? until
  if (due !== null && today >= due) return { is: 'review-due', since: due }
  return { is: 'in-force' }
}

/**
 * How a decision stands at this moment. Nothing is written down when an hour or a day passes; it is worked out
 * when someone looks. `delivered` is what `deliveredAt` says.
 */
export function status(decision: Decision, now: Today, delivered: Millis | null): Status {
  const { effect } = decision
  if (effect === 'adopted') return standing(decision, now.day)
  const until = deadline(decision, delivered)
  const words = inTime(decision, until)
  const objecting = words.filter((word) => word.answer === 'objection').map((word) => word.person)
  if (objecting.length > 0) return { is: 'reopened', who: objecting }
  const open = absentOf(decision).filter((person) => !words.some((word) => word.person === person))
  if (open.length === 0 || (until !== null && now.at >= until)) return standing(decision, now.day)
  return { is: effect, until, who: open }
}
