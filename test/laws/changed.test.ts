import { expect, test } from 'vitest'
import type { MeetingEvent } from '../../shared/meeting/events.ts'
import { meetingStream } from '../../shared/meeting/stream.ts'
import type { MeetingCommand, MeetingState } from '../../shared/meeting/types.ts'
import type { Entry, PersonId, Seq } from '../../shared/types.ts'
import { keeping, plausibleOf } from '../support/processes/index.ts'
import { everywhere, keepingSecrets } from './everywhere.ts'
import { aim, meantFor } from './flipped.ts'
import { looksAlike } from './probes.ts'
import { frozen, type Tally } from './same.ts'
import { goesOn, isJudgedAlike, isTelling, othersThan, placeOf, type Told, toldOf } from './twins.ts'

const { decide, evolve, seeEntry } = meetingStream

type Sealed = Extract<MeetingEvent, { type: 'sealed' }>

function sealedIn({ entry }: Told): readonly Sealed[] {
  return entry?.events.filter((e) => e.type === 'sealed') ?? []
}

/** Something this person sealed of which nobody else sees but a number. */
function isUnseen({ entry }: Told, person: PersonId): boolean {
  return entry !== null && entry.by === person && seeEntry(entry, { person: null }).id === ''
}

/** What somebody gave, and all by which they changed it unseen until it was opened or destroyed. */
interface Changing {
  readonly first: Told
  readonly changes: Told[]
}

function changingBy(moments: readonly Told[], person: PersonId): readonly Changing[] {
  const at = new Map<string, Changing>()
  const found: Changing[] = []
  for (const moment of moments) {
    const sealed = sealedIn(moment).find(({ of }) => of === person)
    if (!sealed) continue
    const place = placeOf(person, sealed)
    if (!isUnseen(moment, person)) {
      at.set(place, { first: moment, changes: [] })
      found.push(at.get(place)!)
    } else at.get(place)?.changes.push(moment)
  }
  return found.filter(({ changes }) => changes.length > 0)
}

/** The command by which they give at once what they gave in the end; null where none can. */
function atOnce({ first, changes }: Changing): MeetingCommand | null {
  const last = changes.at(-1)!
  if (last.command.type !== first.command.type) return null
  const meant = Object.fromEntries(Object.entries(first.command).filter(([key]) => aim.has(key) || key === 'for'))
  return frozen({ ...last.command, ...meant } as MeetingCommand)
}

/** Tells the same meeting once more, in which this person gave at once what they gave in the end. */
function toldAtOnce(moments: readonly Told[], person: PersonId, tally: Tally): void {
  const viewers = othersThan([person])
  const instead = new Map<Told, MeetingCommand>()
  const left = new Set<Told>()
  const stands = new Map<Seq, Seq>()
  for (const changing of changingBy(moments, person)) {
    const command = atOnce(changing)
    if (!command) continue
    instead.set(changing.first, command)
    for (const change of changing.changes) {
      left.add(change)
      stands.set(change.entry!.seq, changing.first.entry!.seq)
    }
  }
  if (instead.size === 0) return
  let state: MeetingState = null
  let isBegun = false
  for (const moment of moments) {
    const { ctx, entry, verdict: first } = moment
    isBegun ||= instead.has(moment)
    if (!isBegun) {
      state = entry ? evolve(state, entry) : state
      continue
    }
    if (left.has(moment)) {
      const nothing: Entry<MeetingEvent> = { seq: entry!.seq, at: entry!.at, id: '', by: '', events: [] }
      state = goesOn(state, nothing, moment, viewers)
      tally.add('changed')
      continue
    }
    // Which entry they replace, they alone know; whatever else they do hangs on nothing that is theirs to know.
    if (ctx.actor === person && !first.ok && 'replaces' in moment.command) continue
    const command = instead.get(moment) ?? meantFor(moment.command, stands)
    const verdict = decide(state, command, ctx)
    isJudgedAlike(verdict, moment)
    if (!entry || !verdict.ok) continue
    state = goesOn(state, { ...entry, events: verdict.events }, moment, viewers)
    if (!state || !moment.after) continue
    tally.add('compared')
    if (entry.events.some((e) => isTelling(moment.after, e))) tally.add('opened')
    looksAlike(
      [moment.after, state],
      { ctx, viewers, but: person },
      (told) => told.ok && told.events.some((e) => isTelling(moment.after, e)),
    )
  }
}

test('whether somebody changed what they had sealed, or gave it at once, nobody else ever knows', () => {
  const tried = everywhere({ runs: 60, steps: 120, begun: keepingSecrets }, (plan, tally) => {
    const moments = toldOf(plan)
    const people = new Set(moments.flatMap((moment) => sealedIn(moment).map(({ of }) => of)))
    for (const person of people) toldAtOnce(moments, person, tally)
  })
  console.info('changed, or given at once:', JSON.stringify(tried.all.counts))
  for (const kind of keeping) {
    const { replaced = 1 } = plausibleOf({ kind }).secrets ?? {}
    tried.of(kind).atLeast({ changed: replaced, compared: 200, opened: 1 }, kind)
  }
  expect(keeping.length).toBeGreaterThan(0)
})
