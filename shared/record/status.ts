import type { Register } from '../circle/register.ts'
import type { Decision } from '../circle/types.ts'
import { standing } from '../circle/window.ts'
import type { Day, Millis, PersonId } from '../types.ts'

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
export function deliveredAt(register: Pick<Register, 'meetings'>, decision: Pick<Decision, 'meeting'>): Millis | null {
  return register.meetings.find((mark) => mark.id === decision.meeting)?.ended ?? null
}

/** Once nobody's word is open: until when it stands. */
function inForce({ fields: { until, review, atEnd } }: Dated, today: Day): Status {
  if (atEnd === 'stops' && until !== null && today > until) return { is: 'expired', since: until }
  const due = review ?? until
  if (due !== null && today >= due) return { is: 'review-due', since: due }
  return { is: 'in-force' }
}

/** As much of a decision as says how it stands. */
export type Dated = Pick<Decision, 'effect' | 'fields' | 'consent' | 'absentHours' | 'words'>

/**
 * How a decision stands at this moment. Nothing is written down when an hour or a day passes; it is worked out
 * when someone looks. `delivered` is what `deliveredAt` says.
 */
export function status(decision: Dated, now: Today, delivered: Millis | null): Status {
  const { effect, absentHours, words } = decision
  if (effect === 'adopted') return inForce(decision, now.day)
  const stands = standing({ absent: absentOf(decision), absentHours, words, delivered }, now.at)
  switch (stands.is) {
    case 'objected':
      return { is: 'reopened', who: stands.who }
    case 'open':
      return { is: effect, until: stands.until, who: stands.who }
    case 'over':
      return inForce(decision, now.day)
  }
}
