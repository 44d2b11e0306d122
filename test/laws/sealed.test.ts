import { expect, test } from 'vitest'
import { facilitatorOf, runOf, seatOf } from '../../shared/meeting/around.ts'
import type { In, MeetingEvent } from '../../shared/meeting/events.ts'
import { meetingStream } from '../../shared/meeting/stream.ts'
import type { MeetingState, Run } from '../../shared/meeting/types.ts'
import { processOf } from '../../shared/processes/known.ts'
import type { PersonId } from '../../shared/types.ts'
import { keeping, kinds, plausibleOf } from '../support/processes/index.ts'
import { everywhere, keepingSecrets } from './everywhere.ts'
import { isSame, type Tally } from './same.ts'
import { tell } from './told.ts'
import { isTelling, othersThan } from './twins.ts'
import type { Moment, World } from './world.ts'

const { seeEntry, seeState } = meetingStream

type Sealed = Extract<MeetingEvent, { type: 'sealed' }>

function sealedIn(events: readonly MeetingEvent[]): readonly Sealed[] {
  return events.filter((e) => e.type === 'sealed')
}

/** Does it replace what its owner has sealed there by their own hand, and everyone knows them to have given? */
function isChange({ before }: Moment, { process, slot, of }: Sealed, { log }: World): boolean {
  const run = before && runOf(before, process)
  const last = run?.sealedSeqs[slot]?.[of]?.at(-1)
  if (!run || last === undefined) return false
  return log[last - 1]?.by === of && plausibleOf(run).answered(run.state).includes(of)
}

/** What they may see of the state, but for what may be undone: that nothing can be any more is no secret. */
function sightOf(state: MeetingState, person: string | null) {
  const seen = seeState(state, { person })
  return seen && { ...seen, back: null }
}

test('that someone changed what they had sealed is a bare number to everybody else, and only they do', () => {
  const tried = everywhere({ runs: 50, steps: 120, begun: keepingSecrets }, (plan, tally) => {
    tell(plan, (moment, world) => {
      const { entry, before, after } = moment
      const change = sealedIn(entry?.events ?? []).find((event) => isChange(moment, event, world))
      if (!entry || !change) return
      expect(entry.by, 'what somebody gave by their own hand nobody else replaces').toBe(change.of)
      for (const { person } of othersThan([entry.by])) {
        const { seq, at } = entry
        expect(seeEntry(entry, { person })).toEqual({ seq, at, id: '', by: '', events: [] })
        isSame(sightOf(after, person), sightOf(before, person), 'and nothing has changed')
      }
      tally.add('changed')
    })
  })
  for (const kind of keeping)
    tried.of(kind).atLeast({ changed: plausibleOf({ kind }).secrets?.replaced ?? 1 }, `${kind}: changed`)
})

/** The command by which this was done; where the circle had agreed to it, what it agreed to. */
function doneBy({ command, before }: Moment): string {
  return command.type === 'aside.agree' ? (before?.aside?.does?.type ?? '') : command.type
}

function tellingIn({ entry, after }: Moment): readonly { readonly run: Run; readonly event: In['event'] }[] {
  return (entry?.events ?? []).flatMap((e) => {
    const run = e.type === 'in' && after ? runOf(after, e.process) : null
    return e.type === 'in' && run && isTelling(after, e) ? [{ run, event: e.event }] : []
  })
}

/** The facilitator opens, and nobody who is here is asked for something that they have not given. */
function isOpenedRightly({ before, ctx }: Moment, { id, kind }: Run): void {
  const run = before && runOf(before, id)
  if (!run) throw new Error(`${kind} tells something before it has begun`)
  expect(ctx.actor, `${kind}: the facilitator opens`).toBe(facilitatorOf(before))
  const { asked } = processOf(kind).at(run.state)
  expect(
    asked.filter((person) => seatOf(before!, person)?.attendance === 'present'),
    `${kind}: nobody is awaited`,
  ).toEqual([])
}

/** Whatever stands under somebody's name in what is told, anywhere in it. */
function underName(told: unknown, person: PersonId): readonly unknown[] {
  if (typeof told !== 'object' || told === null) return []
  const own = Object.hasOwn(told, person) ? [(told as Readonly<Record<PersonId, unknown>>)[person]] : []
  return [...own, ...Object.values(told).flatMap((inner) => underName(inner, person))]
}

/** What is told of somebody is what they gave last, and of nobody else. */
function isTheirOwn({ before }: Moment, { id }: Run, event: In['event'], tally: Tally): void {
  const run = before && runOf(before, id)
  for (const held of Object.values(run?.sealed ?? {})) {
    for (const [person, value] of Object.entries(held)) {
      for (const said of underName(event, person)) {
        expect(said, `what is told of ${person} is what they gave`).toEqual(value)
        tally.add('told of somebody')
      }
    }
  }
}

test('what lies sealed is told by the facilitator who opens it, and never by the last who gives something', () => {
  const tried = everywhere({ runs: 30, steps: 120 }, (plan, tally) => {
    tell(plan, (moment) => {
      for (const { run, event } of tellingIn(moment)) {
        const { kind } = run
        expect(plausibleOf(run).secrets?.opening, `${kind}: ${event.type} comes of opening`).toContain(doneBy(moment))
        tally.add(`${kind}: ${event.type}`)
        isOpenedRightly(moment, run)
        isTheirOwn(moment, run, event, tally)
      }
      const sealed = sealedIn(moment.entry?.events ?? [])
      if (sealed.length === 0) return
      expect(tellingIn(moment), 'giving opens nothing').toEqual([])
      for (const { process } of sealed) {
        const run = moment.after && runOf(moment.after, process)
        const secrets = run && plausibleOf(run).secrets
        expect(secrets, `${run?.kind} seals something, and says of itself that it does`).toBeTruthy()
        expect(secrets?.opening, 'opening is an act of its own').not.toContain(doneBy(moment))
      }
    })
  })
  for (const kind of keeping) {
    const told = Object.entries(plausibleOf({ kind }).secrets?.told ?? {}).map(
      ([type, many = 1]) => [type, many] as const,
    )
    tried.of(kind).atLeast(Object.fromEntries(told.map(([type, many]) => [`${kind}: ${type}`, many])), kind)
  }
  tried.all.atLeast({ 'told of somebody': 50 })
})

test('whoever has events that tell what was sealed keeps secrets, and says how often each is met', () => {
  for (const kind of kinds) {
    const told = Object.keys(plausibleOf({ kind }).secrets?.told ?? {})
    expect(told.sort(), kind).toEqual([...processOf(kind).tells].sort())
  }
})
