import { processOf } from '../processes/known.ts'
import { no, yes } from '../refusals.ts'
import type { Context, Entry, Verdict } from '../types.ts'
import { facilitatorOf, runOf } from './around.ts'
import type { MeetingEvent } from './events.ts'
import type { Back, Now } from './types.ts'

/** With more light acts than this since, the act before them is not undone any more. */
const MOST_LIGHT = 100

const alwaysFinal = new Set<MeetingEvent['type']>([
  'seat.added',
  'seat.member',
  'sealed',
  'sealed.destroyed',
  'meeting.called',
  'meeting.opened',
  'meeting.ended',
  'meeting.reopened',
])

/** What nobody can undo: secrets given, told or destroyed, a decision announced, a member more. */
function isFinal(now: Now, event: MeetingEvent): boolean {
  if (event.type !== 'in') return alwaysFinal.has(event.type)
  const run = runOf(now, event.process)
  if (run === null) return false
  const { tells, final } = processOf(run.kind)
  return tells.has(event.event.type) || final.has(event.event.type)
}

/** A pen, a sentence of the minutes, a note: it leaves an undo possible where it stands in what that would restore. */
function isLight({ from }: Back, event: MeetingEvent): boolean {
  switch (event.type) {
    case 'pen.taken':
    case 'block.written':
      return event.block === 'meeting' || (from?.items.some(({ id }) => id === event.block) ?? false)
    case 'pen.left':
      return true
    case 'in': {
      const run = from && runOf(from, event.process)
      return run ? processOf(run.kind).light.has(event.event.type) : false
    }
    default:
      return false
  }
}

/** What may be undone after this entry: the act in it, or the act before if this one was light. */
export function backAfter(
  entry: Entry<MeetingEvent>,
  { before, now, back }: { readonly before: Now | null; readonly now: Now; readonly back: Back | null },
  fold: (now: Now) => Now,
): Back | null {
  if (back?.state && back.light < MOST_LIGHT && entry.events.every((e) => isLight(back, e))) {
    return { ...back, light: back.light + 1, state: fold(back.state) }
  }
  if (!before || entry.events.some((e) => isFinal(now, e))) return null
  const undoable = entry.events.find((e) => e.type === 'undoable')
  return undoable ? { seq: entry.seq, by: entry.by, say: undoable.say, light: 0, from: before, state: before } : null
}

/** The facilitator takes their last act back. */
export function undoes(state: Now & { readonly back: Back | null }, seq: number, ctx: Context): Verdict<MeetingEvent> {
  if (ctx.actor !== facilitatorOf(state)) return no('not_facilitator')
  if (state.back?.seq !== seq) return no('nothing_to_undo')
  return yes({ type: 'undone', seq })
}
