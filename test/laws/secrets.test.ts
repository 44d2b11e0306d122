import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runOf } from '../../shared/meeting/around.ts'
import type { MeetingEvent } from '../../shared/meeting/events.ts'
import { meetingStream } from '../../shared/meeting/stream.ts'
import type { MeetingState } from '../../shared/meeting/types.ts'
import { processOf } from '../../shared/processes/known.ts'
import type { Viewer } from '../../shared/stream.ts'
import type { Entry, PersonId } from '../../shared/types.ts'
import { keeping, plausibleOf } from '../support/processes/index.ts'
import { everywhereWith, sealing } from './everywhere.ts'
import { flipped } from './flipped.ts'
import { looksAlike } from './probes.ts'
import { isSame, type Tally } from './same.ts'
import { tell } from './told.ts'
import type { Moment } from './world.ts'

const { decide, evolve, seeEntry, seeState, posts } = meetingStream
const everyone = ['ana', 'bo', 'cleo', 'dov', 'eli', 'fay', 'gus', null] as const

function isSealed({ entry }: Moment): boolean {
  return entry?.events.some((e) => e.type === 'sealed') ?? false
}

function kindIn(state: MeetingState, process: string): string {
  return (state && runOf(state, process)?.kind) ?? ''
}

function isTelling(state: MeetingState, event: MeetingEvent): boolean {
  if (event.type !== 'in') return false
  const run = state && runOf(state, event.process)
  return run !== null && processOf(run.kind).tells.has(event.event.type)
}

function placeOf(of: PersonId, { process, slot }: { readonly process: string; readonly slot: string }): string {
  return `${process} ${slot} ${of}`
}

/**
 * Takes away what is destroyed in this entry. Is it told? Only in an event that its process has for that, and only
 * if its own copy goes in the same entry: what somebody else's opening tells of it is told in secret.
 */
function isOpened({ events }: Entry<MeetingEvent>, after: MeetingState, different: Set<string>): boolean {
  const gone = events.flatMap((e) => (e.type === 'sealed.destroyed' ? e.of.map((of) => placeOf(of, e)) : []))
  const ended = gone.filter((place) => different.delete(place))
  return ended.length > 0 && events.some((e) => isTelling(after, e))
}

/** Tells the same meeting once more, in which some have answered otherwise, until that is opened. */
function retold(moments: readonly Moment[], who: readonly PersonId[], tally: Tally): void {
  const viewers: readonly Viewer[] = everyone
    .filter((p) => p === null || !who.includes(p))
    .map((person) => ({ person }))
  const different = new Set<string>()
  let state: MeetingState = null
  let differs = false
  for (const moment of moments) {
    const { ctx, command, entry, after } = moment
    const sealed = (entry?.events ?? []).filter((e) => e.type === 'sealed')
    const isTheirs = sealed.length > 0 && sealed.every(({ of }) => who.includes(of))
    const other = isTheirs ? flipped(state, command, ctx) : null
    const verdict = decide(state, other ?? command, ctx)
    expect(verdict.ok, `${command.type} is as possible as before`).toBe(moment.verdict.ok)
    if (!verdict.ok || !moment.verdict.ok) {
      isSame(verdict, moment.verdict, `${command.type} is refused for the same reason`)
      continue
    }
    if (!entry) continue
    differs ||= other !== null
    for (const event of other ? sealed : []) {
      different.add(placeOf(event.of, event))
      tally.add('flipped', kindIn(after, event.process))
    }
    if (isOpened(entry, after, different)) {
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
    if (!differs || !state || !after) continue
    tally.add('compared')
    looksAlike([after, state], { ctx, viewers }, (told) => told.ok && told.events.some((e) => isTelling(after, e)))
  }
  if (differs) tally.add('never opened')
}

const answering = ['ana', 'bo', 'cleo', 'dov', 'eli'] as const
/** Who seals something else: one of them alone, or some together. */
const others = fc.oneof(
  fc.constantFrom(...answering).map((person) => [person]),
  fc.subarray([...answering], { minLength: 1 }),
)

test('two meetings that differ only in what others sealed look alike until it is opened', () => {
  const effort = { runs: 150, steps: 100, begun: sealing }
  const tried = everywhereWith(others, effort, (plan, tally, who) => {
    const { moments } = tell(plan)
    if (moments.some(isSealed)) retold(moments, who, tally)
  })
  console.info('what others sealed:', JSON.stringify(tried.all.counts))
  for (const kind of keeping) {
    const { flipped: many = 1, opened = 1 } = plausibleOf({ kind }).secrets ?? {}
    tried.of(kind).atLeast({ compared: 200, opened, 'never opened': 5, [kind]: many }, kind)
  }
})
