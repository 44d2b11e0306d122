import { expect } from 'vitest'
import { runOf } from '../../shared/meeting/around.ts'
import type { MeetingEvent } from '../../shared/meeting/events.ts'
import { meetingStream } from '../../shared/meeting/stream.ts'
import type { MeetingState } from '../../shared/meeting/types.ts'
import { processOf } from '../../shared/processes/known.ts'
import type { Viewer } from '../../shared/stream.ts'
import type { Entry, PersonId } from '../../shared/types.ts'
import { isSame } from './same.ts'
import { type Plan, tell } from './told.ts'
import type { Moment } from './world.ts'

const { evolve, seeEntry, seeState, posts } = meetingStream
const everyone = ['ana', 'bo', 'cleo', 'dov', 'eli', 'fay', 'gus', null] as const

/** A moment, and the minutes as they were read then. */
export interface Told extends Moment {
  readonly minutes: string
}

function minutesOf(state: MeetingState): string {
  const runs = state?.items.flatMap((item) => item.runs) ?? []
  return JSON.stringify(runs.map(({ kind, state: its }) => processOf(kind).minutes(its)))
}

/** Every moment of a meeting, with what would have been read in its minutes right then. */
export function toldOf(plan: Plan): readonly Told[] {
  const moments: Told[] = []
  tell(plan, (moment) => moments.push({ ...moment, minutes: minutesOf(moment.after) }))
  return moments
}

/** Everybody but these, and a screen. */
export function othersThan(who: readonly PersonId[]): readonly Viewer[] {
  return everyone.filter((p) => p === null || !who.includes(p)).map((person) => ({ person }))
}

/** Does its process tell by this event what was sealed? */
export function isTelling(state: MeetingState, event: MeetingEvent): boolean {
  if (event.type !== 'in') return false
  const run = state && runOf(state, event.process)
  return run !== null && processOf(run.kind).tells.has(event.event.type)
}

/** The name of a person's secret in a meeting. */
export function placeOf(of: PersonId, { process, slot }: { readonly process: string; readonly slot: string }): string {
  return `${process} ${slot} ${of}`
}

/** What may be decided of the one is decided of the other, and refused for the same reason. */
export function isJudgedAlike(verdict: Moment['verdict'], { verdict: first, command }: Moment): void {
  expect(verdict.ok, `${command.type} is as possible as before`).toBe(first.ok)
  if (!verdict.ok) isSame(verdict, first, `${command.type} is refused for the same reason`)
}

/** The twin goes on by `again` as its meeting did by this moment's entry: nobody else can tell the two apart. */
export function goesOn(
  twin: MeetingState,
  again: Entry<MeetingEvent>,
  { entry, after, minutes }: Told,
  viewers: readonly Viewer[],
): MeetingState {
  const state = evolve(twin, again)
  if (!entry) throw new Error('nothing was done in this moment')
  for (const viewer of viewers) {
    isSame(seeEntry(again, viewer), seeEntry(entry, viewer), 'the entry looks the same')
    isSame(seeState(state, viewer), seeState(after, viewer), 'the state looks the same')
  }
  isSame(posts(state, again), posts(after, entry), 'the circle is told the same')
  expect(minutesOf(state), 'the minutes say the same').toBe(minutes)
  return state
}
