import { expect, test } from 'vitest'
import { runOf, seatOf } from '../../shared/meeting/around.ts'
import type { MeetingEvent } from '../../shared/meeting/events.ts'
import { meetingStream } from '../../shared/meeting/stream.ts'
import type { MeetingState, Run } from '../../shared/meeting/types.ts'
import { processOf } from '../../shared/processes/known.ts'
import type { PersonId } from '../../shared/types.ts'
import { keeping, plausibleOf } from '../support/processes/index.ts'
import { everywhere, keepingSecrets } from './everywhere.ts'
import { frozen, isSame, type Tally } from './same.ts'
import { tell } from './told.ts'
import { isTelling } from './twins.ts'
import type { Moment } from './world.ts'

type Now = NonNullable<MeetingState>
type Destroyed = Extract<MeetingEvent, { type: 'sealed.destroyed' }>

/** Everything that these people sealed in this place is gone, and nobody has read it. */
function without(state: Now, run: Run, gone: Pick<Destroyed, 'slot' | 'of'>): Run {
  const event: Destroyed = { type: 'sealed.destroyed', process: run.id, ...gone, destroys: [] }
  const entry = frozen({ seq: 10_000, id: 'l', by: 'ana', at: state.calledAt, events: [event] })
  return runOf(meetingStream.evolve(state, entry)!, run.id)!
}

function answered({ kind, state }: Run): readonly PersonId[] {
  return plausibleOf({ kind }).answered(state)
}

function asked({ kind, state }: Run): readonly PersonId[] {
  return processOf(kind).at(state).asked
}

/** Who is here has to give it once more; all the others are where they were. */
function loses(state: Now, run: Run, { slot, person }: { slot: string; person: PersonId }, tally: Tally): void {
  const left = without(state, run, { slot, of: [person] })
  const had = answered(run)
  expect(answered(left), `${person} has not answered, and whoever else has still has`).toEqual(
    had.filter((p) => p !== person),
  )
  const others = (list: readonly PersonId[]) => list.filter((p) => p !== person).sort()
  expect(others(asked(left)), 'nobody else is asked anew').toEqual(others(asked(run)))
  if (seatOf(state, person)?.attendance === 'present') expect(asked(left), 'they are asked again').toContain(person)
  if (had.includes(person)) tally.add('lost')
}

/** The state of each run that tells something here, as it is before the copies of what it told go, and after. */
function opened({ before, entry }: Moment): readonly (readonly [Run, Run])[] {
  const events = entry?.events ?? []
  let state = before
  const told = new Map<string, Run>()
  const pairs: (readonly [Run, Run])[] = []
  for (const event of events) {
    const was = event.type === 'sealed.destroyed' ? told.get(event.process) : undefined
    state = meetingStream.evolve(state, { ...entry!, events: [event] })
    const run = state && 'process' in event && event.process ? runOf(state, event.process) : null
    if (was && run) pairs.push([was, run])
    if (run && isTelling(state, event)) told.set(run.id, run)
  }
  return pairs
}

test('what was opened stays known when its sealed copies go', () => {
  const tried = everywhere({ runs: 25, steps: 80, begun: keepingSecrets }, (plan, tally) => {
    tell(plan, (moment) => {
      for (const [told, after] of opened(moment)) {
        isSame(after.state, told.state, `${told.kind} forgets nothing`)
        tally.add('opened')
      }
    })
  })
  for (const kind of keeping) tried.of(kind).atLeast({ opened: 10 }, kind)
})

test('whose sealed value is lost has not answered, and what others gave stands', () => {
  const tried = everywhere({ runs: 25, steps: 80, begun: keepingSecrets }, (plan, tally) => {
    tell(plan, ({ after }) => {
      for (const run of after?.items.flatMap(({ stage, runs }) => (stage === 'closed' ? [] : runs)) ?? []) {
        for (const [slot, held] of Object.entries(run.sealedSeqs)) {
          const people = Object.keys(held)
          for (const person of people) loses(after!, run, { slot, person }, tally)
          const { lost } = processOf(run.kind)
          const oneByOne = people.reduce((state, person) => frozen(lost(state, { slot, of: [person] })), run.state)
          isSame(oneByOne, lost(run.state, { slot, of: people }), 'whoever loses it first')
          isSame(lost(run.state, { slot: `${slot}0`, of: people }), run.state, 'of another ask it is nothing')
        }
      }
    })
  })
  for (const kind of keeping) tried.of(kind).atLeast({ lost: 200 }, kind)
})
