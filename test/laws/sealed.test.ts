import { expect, test } from 'vitest'
import { runOf } from '../../shared/meeting/around.ts'
import type { In, MeetingEvent } from '../../shared/meeting/events.ts'
import { meetingStream } from '../../shared/meeting/stream.ts'
import type { MeetingState, Run } from '../../shared/meeting/types.ts'
import { processOf } from '../../shared/processes/known.ts'
import { keeping, kinds, plausibleOf } from '../support/processes/index.ts'
import { everywhere, keepingSecrets } from './everywhere.ts'
import { isSame } from './same.ts'
import { tell } from './told.ts'
import type { Moment, World } from './world.ts'

const { seeEntry, seeState } = meetingStream
const everyone = ['ana', 'bo', 'cleo', 'dov', 'eli', 'fay', 'gus', null] as const

type Sealed = Extract<MeetingEvent, { type: 'sealed' }>

function sealedIn(events: readonly MeetingEvent[]): readonly Sealed[] {
  return events.filter((e) => e.type === 'sealed')
}

/** What this person has sealed there by their own hand and everyone knows them to have given; so nobody asks them any more. */
function isChange({ before, entry }: Moment, { process, slot, of }: Sealed, { log }: World): boolean {
  const run = before && runOf(before, process)
  const last = run?.sealedSeqs[slot]?.[of]?.at(-1)
  if (!run || last === undefined || entry?.by !== of) return false
  return log[last - 1]?.by === of && !processOf(run.kind).at(run.state).asked.includes(of)
}

/** What they may see of the state, but for what may be undone: that nothing can be any more is no secret. */
function sightOf(state: MeetingState, person: string | null) {
  const seen = seeState(state, { person })
  return seen && { ...seen, back: null }
}

test('that someone changed what they had sealed is a bare number to everybody else', () => {
  const tried = everywhere({ runs: 50, steps: 120, begun: keepingSecrets }, (plan, tally) => {
    tell(plan, (moment, world) => {
      const { entry, before, after } = moment
      const change = sealedIn(entry?.events ?? []).find((event) => isChange(moment, event, world))
      if (!entry || !change) return
      for (const person of everyone.filter((p) => p !== entry.by)) {
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
    return e.type === 'in' && run && processOf(run.kind).tells.has(e.event.type) ? [{ run, event: e.event }] : []
  })
}

test('what lies sealed is told by whoever opens it, and never by the last who gives something', () => {
  const tried = everywhere({ runs: 30, steps: 120 }, (plan, tally) => {
    tell(plan, (moment) => {
      for (const { run, event } of tellingIn(moment)) {
        const { kind } = run
        expect(plausibleOf(run).secrets?.opening, `${kind}: ${event.type} comes of opening`).toContain(doneBy(moment))
        tally.add(`${kind}: ${event.type}`)
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
})

test('whoever has events that tell what was sealed keeps secrets, and says how often each is met', () => {
  for (const kind of kinds) {
    const told = Object.keys(plausibleOf({ kind }).secrets?.told ?? {})
    expect(told.sort(), kind).toEqual([...processOf(kind).tells].sort())
  }
})
