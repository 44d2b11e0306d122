import { expect, test } from 'vitest'
import { circleStream } from '../../shared/circle/stream.ts'
import type { CircleCommand, CircleEvent } from '../../shared/circle/types.ts'
import type { MeetingEvent } from '../../shared/meeting/events.ts'
import { meetingStream } from '../../shared/meeting/stream.ts'
import type { MeetingState } from '../../shared/meeting/types.ts'
import type { Post } from '../../shared/stream.ts'
import type { Entry } from '../../shared/types.ts'
import { keeping } from '../support/processes/index.ts'
import { everywhere, sealing } from './everywhere.ts'
import { frozen, isSame } from './same.ts'
import { tell } from './told.ts'
import type { World } from './world.ts'

const { decide, evolve, posts } = meetingStream
type Log = readonly Entry<MeetingEvent>[]

function folded(log: Log): MeetingState {
  return log.reduce<MeetingState>((state, entry) => evolve(state, entry), null)
}

test('what the rules are given is frozen all through, and changing it fails', () => {
  const tried = everywhere({ runs: 9, steps: 120 }, (plan, tally) => {
    tell(plan, ({ before, command, ctx, entry, after }) => {
      for (const given of [before, command, ctx, entry, after]) {
        if (given) expect(() => Object.assign(given, { type: 'changed' })).toThrow(TypeError)
      }
      for (const item of after?.items ?? []) expect(Object.isFrozen(item.runs.at(-1)?.state ?? item.draft)).toBe(true)
      tally.add(entry ? 'accepted' : 'tried')
    })
  })
  tried.all.atLeast({ accepted: 1_500, tried: 600 })
})

/** All that a meeting told its circle, told once more from its log alone. */
function toldAgain(log: Log): readonly (Post<CircleCommand> & { readonly at: number })[] {
  let state: MeetingState = null
  return log.flatMap((entry) => {
    state = evolve(state, entry)
    return posts(state, entry).map((post) => ({ ...post, at: entry.at }))
  })
}

/** The circle as it was made, and then what it is told: an id that it has had is a repeat. */
function circleOf(world: World, told: ReturnType<typeof toldAgain>) {
  const log: Entry<CircleEvent>[] = world.around.log.filter((e) => e.by !== 'm_one')
  let circle = log.reduce((state, entry) => circleStream.evolve(state, entry), circleStream.initial)
  const known = new Set<string>()
  for (const { id, command, at } of told) {
    if (known.has(id)) continue
    known.add(id)
    const verdict = circleStream.decide(frozen(circle), command, { actor: 'm_one', now: at, seed: 1, unreachable: {} })
    if (!verdict.ok) throw new Error(`${command.type} is a fact, and was refused`)
    log.push({ seq: log.length + 1, id, by: 'm_one', at, events: verdict.events })
    circle = circleStream.evolve(circle, log.at(-1)!)
  }
  return circle
}

test('the log survives being written down, and tells the meeting and its circle again', () => {
  const tried = everywhere({ runs: 17, steps: 120 }, (plan, tally) => {
    const world = tell(plan)
    const read = JSON.parse(JSON.stringify(world.log)) as Log
    expect(read).toEqual(world.log)
    isSame(folded(read), world.state, 'rebuilt from the first entry')
    expect(folded(read), 'nothing in it that JSON does not know').toStrictEqual(world.state)
    const told = toldAgain(read)
    isSame(
      told.map(({ at: _, ...post }) => post),
      world.posts,
      'what the circle is told',
    )
    const half = told.slice(0, Math.floor(told.length / 2))
    isSame(circleOf(world, [...half, ...half, ...told, ...told]), world.circle, 'the circle, told twice')
    tally.add('meetings', ...told.map(({ command }) => command.type))
  })
  console.info('told to circles:', JSON.stringify(tried.all.counts))
  tried.all.atLeast({ meetings: 100, 'fact.added': 20, 'fact.ended': 10, 'fact.reopened': 10, 'fact.round': 200 })
})

/** The log as it is on disk once everything that was to be destroyed is gone. */
function withoutApart(log: Log): { readonly left: Log; readonly gone: number } {
  const destroyed = new Set(
    log.flatMap((e) => e.events.flatMap((event) => (event.type === 'sealed.destroyed' ? event.destroys : []))),
  )
  const left = log.map((entry) => {
    if (!destroyed.has(entry.seq)) return entry
    return { ...entry, events: entry.events.map((e) => (e.type === 'sealed' ? { ...e, apart: null } : e)) }
  })
  return { left, gone: destroyed.size }
}

test('what was destroyed is missed by nothing: the same state, the same verdicts', () => {
  const tried = everywhere({ runs: 60, steps: 120, begun: sealing }, (plan, tally) => {
    const { log, moments, state } = tell(plan)
    const { left, gone } = withoutApart(log)
    if (gone === 0) return
    isSame(folded(left), state, 'the state without what was destroyed')
    tally.add(...Array.from({ length: gone }, () => 'destroyed'))
    const firstDestroyed = log.find((e) => e.events.some((event) => event.type === 'sealed.destroyed'))?.seq ?? 0
    for (const { before, command, ctx, verdict } of moments) {
      const seq = before ? moments.findIndex((m) => m.after === before && m.entry) : -1
      const upTo = moments[seq]?.entry?.seq ?? 0
      if (upTo < firstDestroyed) continue
      const bare = folded(withoutApart(log.slice(0, upTo)).left)
      isSame(decide(bare, command, ctx), verdict, `${command.type} is judged the same`)
      tally.add('verdicts')
    }
  })
  console.info('without what was destroyed:', JSON.stringify(tried.all.counts))
  for (const kind of keeping) tried.of(kind).atLeast({ destroyed: 100, verdicts: 500 }, kind)
})
