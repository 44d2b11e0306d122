import fc from 'fast-check'
import { test } from 'vitest'
import { runOf } from '../../shared/meeting/around.ts'
import type { MeetingEvent } from '../../shared/meeting/events.ts'
import { meetingStream } from '../../shared/meeting/stream.ts'
import type { MeetingState } from '../../shared/meeting/types.ts'
import type { Entry, PersonId } from '../../shared/types.ts'
import { keeping, plausibleOf } from '../support/processes/index.ts'
import { everywhereWith, sealing } from './everywhere.ts'
import { flipped } from './flipped.ts'
import { looksAlike } from './probes.ts'
import type { Tally } from './same.ts'
import { goesOn, isJudgedAlike, isTelling, othersThan, placeOf, type Told, toldOf } from './twins.ts'

const { decide, evolve } = meetingStream

function kindIn(state: MeetingState, process: string): string {
  return (state && runOf(state, process)?.kind) ?? ''
}

/**
 * Takes away what is destroyed in this entry. Is it told? Only in an event that its process has for that, and only
 * if its own copy goes in the same entry: what somebody else's opening tells of it is told in secret.
 */
function settles({ events }: Entry<MeetingEvent>, after: MeetingState, different: Set<string>): boolean {
  const gone = events.flatMap((e) => (e.type === 'sealed.destroyed' ? e.of.map((of) => placeOf(of, e)) : []))
  const ended = gone.filter((place) => different.delete(place))
  return ended.length > 0 && events.some((e) => isTelling(after, e))
}

/** Tells the same meeting once more, in which some have answered otherwise, until that is opened. */
function retold(moments: readonly Told[], who: readonly PersonId[], tally: Tally): void {
  const viewers = othersThan(who)
  const different = new Set<string>()
  let state: MeetingState = null
  let differs = false
  for (const moment of moments) {
    const { ctx, command, entry, after } = moment
    const sealed = (entry?.events ?? []).filter((e) => e.type === 'sealed')
    const isTheirs = sealed.length > 0 && sealed.every(({ of }) => who.includes(of))
    const other = isTheirs ? flipped(state, command, ctx) : null
    differs ||= other !== null
    if (!differs) {
      state = entry ? evolve(state, entry) : state
      continue
    }
    const verdict = decide(state, other ?? command, ctx)
    isJudgedAlike(verdict, moment)
    if (!entry || !verdict.ok) continue
    for (const event of other ? sealed : []) {
      different.add(placeOf(event.of, event))
      tally.add('flipped', kindIn(after, event.process))
    }
    if (settles(entry, after, different)) {
      tally.add('opened')
      return
    }
    state = goesOn(state, { ...entry, events: verdict.events }, moment, viewers)
    if (!state || !after) continue
    tally.add('compared')
    looksAlike([after, state], { ctx, viewers }, (told) => told.ok && told.events.some((e) => isTelling(after, e)))
  }
  if (differs) tally.add('never opened')
}

const answering = ['ana', 'bo', 'cleo', 'dov', 'eli', 'gus'] as const
/** Who seals something else: one of them alone, or some together. */
const others = fc.oneof(
  fc.constantFrom(...answering).map((person) => [person]),
  fc.subarray([...answering], { minLength: 1 }),
)

test('two meetings that differ only in what others sealed look alike until it is opened', () => {
  const effort = { runs: 150, steps: 100, begun: sealing }
  const tried = everywhereWith(others, effort, (plan, tally, who) => {
    const moments = toldOf(plan)
    if (moments.some(({ entry }) => entry?.events.some((e) => e.type === 'sealed'))) retold(moments, who, tally)
  })
  console.info('what others sealed:', JSON.stringify(tried.all.counts))
  for (const kind of keeping) {
    const { flipped: many = 1, opened = 1 } = plausibleOf({ kind }).secrets ?? {}
    tried.of(kind).atLeast({ compared: 200, opened, 'never opened': 5, [kind]: many }, kind)
  }
})
