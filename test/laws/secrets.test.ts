import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runOf } from '../../shared/meeting/around.ts'
import type { In, MeetingEvent } from '../../shared/meeting/events.ts'
import { meetingStream } from '../../shared/meeting/stream.ts'
import type { MeetingState } from '../../shared/meeting/types.ts'
import { processOf } from '../../shared/processes/index.ts'
import type { Viewer } from '../../shared/stream.ts'
import type { Entry, PersonId } from '../../shared/types.ts'
import { kinds, plausibleOf } from '../support/processes/index.ts'
import { flipped } from './flipped.ts'
import { isSame, Tally } from './same.ts'
import { beginningsOf, meetings, type Plan, tell, usual } from './told.ts'
import type { Moment } from './world.ts'

const { decide, evolve, seeEntry, seeState, posts } = meetingStream
const everyone = ['ana', 'bo', 'cleo', 'dov', 'eli', 'fay', 'gus', null] as const

function isSealed({ entry }: Moment): boolean {
  return entry?.events.some((e) => e.type === 'sealed') ?? false
}

function kindIn(state: MeetingState, process: string): string {
  return (state && runOf(state, process)?.kind) ?? ''
}

/** A secret is told: in an event that its process has for that, and its copy is destroyed in the same entry. */
function isOpened({ events }: Entry<MeetingEvent>, after: MeetingState): boolean {
  const told = events.some((e) => e.type === 'in' && isTelling(after, e))
  return told && events.some((e) => e.type === 'sealed.destroyed')
}

function isTelling(state: MeetingState, { process, event }: In): boolean {
  const run = state && runOf(state, process)
  return run !== null && processOf(run.kind).tells.has(event.type)
}

/** Tells the same meeting once more, in which some have answered otherwise, until that is opened. */
function retold(moments: readonly Moment[], others: readonly PersonId[], tally: Tally): void {
  const viewers: readonly Viewer[] = everyone
    .filter((p) => p === null || !others.includes(p))
    .map((person) => ({ person }))
  let state: MeetingState = null
  let differs = false
  for (const moment of moments) {
    const { ctx, command, entry, after } = moment
    const event = entry?.events.find((e) => e.type === 'sealed')
    const other = event?.type === 'sealed' && others.includes(event.of) ? flipped(state, command, ctx) : null
    const verdict = decide(state, other ?? command, ctx)
    expect(verdict.ok, `${command.type} is as possible as before`).toBe(moment.verdict.ok)
    if (!verdict.ok || !moment.verdict.ok) {
      isSame(verdict, moment.verdict, `${command.type} is refused for the same reason`)
      continue
    }
    if (!entry) continue
    differs ||= other !== null
    if (other && event?.type === 'sealed') tally.add('flipped', kindIn(after, event.process))
    if (differs && isOpened(entry, after)) {
      tally.add('opened')
      return
    }
    const again = { ...entry, events: verdict.events }
    state = evolve(state, again)
    for (const viewer of viewers) {
      isSame(seeEntry(again, viewer), seeEntry(entry, viewer), 'the entry looks the same')
      if (differs) isSame(seeState(state, viewer), seeState(after, viewer), 'the state looks the same')
    }
    isSame(posts(state, again), posts(after, entry), 'the circle is told the same')
    if (differs) tally.add('compared')
  }
  if (differs) tally.add('never opened')
}

/** Kinds that keep secrets, and the beginnings that lead into them. */
const keeping = kinds.filter((kind) => plausibleOf({ kind }).flipped > 0)
const twins: fc.Arbitrary<readonly [Plan, readonly PersonId[]]> = fc.tuple(
  fc
    .tuple(meetings(120), fc.constantFrom(...keeping.flatMap(beginningsOf)))
    .map(([plan, beginning]) => ({ ...plan, beginning })),
  fc.subarray(['ana', 'bo', 'cleo', 'dov', 'eli'], { minLength: 1 }),
)

test('two meetings that differ only in what others sealed look alike until it is opened', () => {
  const tally = new Tally()
  fc.assert(
    fc.property(twins, ([plan, others]) => {
      const { moments } = tell(plan)
      if (moments.some(isSealed)) retold(moments, others, tally)
    }),
    usual(300),
  )
  console.info('what others sealed:', JSON.stringify(tally.counts))
  tally.atLeast({ compared: 500, opened: 30, 'never opened': 10 })
  tally.atLeast(Object.fromEntries(keeping.map((kind) => [kind, plausibleOf({ kind }).flipped])))
})

test('that someone changed their sealed answer is a number to everybody else', () => {
  const tally = new Tally()
  fc.assert(
    fc.property(twins, ([plan]) => {
      tell(plan, ({ entry }) => {
        if (!entry?.events.length || !entry.events.every((e) => e.type === 'sealed')) return
        for (const person of everyone) {
          if (person === entry.by) continue
          const { seq, at } = entry
          expect(seeEntry(entry, { person })).toEqual({ seq, at, id: '', by: '', events: [] })
          tally.add('looks')
        }
      })
    }),
    usual(150),
  )
  tally.atLeast({ looks: 40 })
})
