import type { Millis, PersonId } from '../types.ts'
import type { Window, Word } from './types.ts'

/** Who was absent, since when they could know, and what they have said. */
export type Absence = Pick<Window, 'absent' | 'absentHours' | 'delivered' | 'words'>

/** Whether absent members still have their word; `until` is null while the hours have not begun. */
export type WindowStanding =
  | { readonly is: 'open'; readonly until: Millis | null; readonly who: readonly PersonId[] }
  | { readonly is: 'objected'; readonly who: readonly PersonId[] }
  | { readonly is: 'over' }

const hour: Millis = 3_600_000

/** When the absent may no longer suspend it by objecting; null while the hours have not begun. */
export function deadline({ delivered, absentHours }: Pick<Absence, 'delivered' | 'absentHours'>): Millis | null {
  return delivered === null ? null : delivered + absentHours * hour
}

/** The last word of each absent member that came in time. Later ones are news for the agenda, and suspend nothing. */
function inTime({ absent, words }: Absence, until: Millis | null): readonly Word[] {
  const timely = words.filter((word) => until === null || word.at < until)
  return absent.flatMap((person) => timely.filter((word) => word.person === person).slice(-1))
}

/** How things stand at this moment. Nothing is written down when an hour passes: it is worked out when someone looks. */
export function standing(absence: Absence, at: Millis): WindowStanding {
  const until = deadline(absence)
  const words = inTime(absence, until)
  const objecting = words.filter((word) => word.answer === 'objection').map((word) => word.person)
  if (objecting.length > 0) return { is: 'objected', who: objecting }
  const open = absence.absent.filter((person) => !words.some((word) => word.person === person))
  if (open.length === 0 || (until !== null && at >= until)) return { is: 'over' }
  return { is: 'open', until, who: open }
}

/** So many on which somebody objected stay open to be looked at; the register has all of them. */
const OBJECTED = 20

/** Those that nobody can change any more, but for the last twenty on which somebody objects. */
export function closable(windows: readonly Window[], at: Millis): readonly Window[] {
  const past = windows.filter((window) => at >= (deadline(window) ?? Number.POSITIVE_INFINITY))
  const objected = past.filter((window) => standing(window, at).is === 'objected')
  const kept = objected.slice(-OBJECTED)
  return past.filter((window) => !kept.includes(window))
}
