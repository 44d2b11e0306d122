import { expect, test } from 'vitest'
import { meetingStream } from '../../shared/meeting/stream.ts'
import type { MeetingState } from '../../shared/meeting/types.ts'
import type { Viewer } from '../../shared/stream.ts'
import { keeping } from '../support/processes/index.ts'
import { everywhere, sealing } from './everywhere.ts'
import { isSame } from './same.ts'
import { tell } from './told.ts'

const { evolve, seeEntry, seeState } = meetingStream
const viewers: readonly Viewer[] = ['ana', 'bo', 'dov', 'gus', 'otto', null].map((person) => ({ person }))

test('seeing and folding may be swapped, for every viewer and for a screen', () => {
  const tried = everywhere({ runs: 17, steps: 120 }, (plan, tally) => {
    const copies = new Map<Viewer, MeetingState>(viewers.map((v) => [v, null]))
    tell(plan, ({ entry, after }) => {
      if (!entry) return
      for (const viewer of viewers) {
        const seen = seeEntry(entry, viewer)
        const copy = evolve(copies.get(viewer) ?? null, seen)
        copies.set(viewer, copy)
        isSame(copy, seeState(after, viewer), `what ${viewer.person ?? 'the screen'} folds is what they may see`)
        expect(seen.seq, 'everyone gets every number').toBe(entry.seq)
        if (seen.events.length < entry.events.length) tally.add('something left out')
        if (seen.by === '') tally.add('nothing but a number')
      }
      tally.add('entries')
    })
    tally.add(...viewers.map(() => 'copies'))
  })
  console.info('seeing and folding:', JSON.stringify(tried.all.counts))
  tried.all.atLeast({ entries: 3_000, copies: 600 })
  for (const kind of keeping) tried.of(kind).atLeast({ 'something left out': 150, 'nothing but a number': 5 }, kind)
})

test('who sees more than everyone is told from who does not, also of what may be undone', () => {
  const { from, seesMore } = meetingStream
  const tried = everywhere({ runs: 12, steps: 80 }, (plan, tally) => {
    tell(plan, ({ after }) => {
      for (const state of [after, from(after)?.state ?? null]) {
        const everyone = JSON.stringify(seeState(state, { person: null }))
        for (const { person } of viewers) {
          if (person === null) continue
          const isMore = JSON.stringify(seeState(state, { person })) !== everyone
          expect(seesMore(state, person), `whether ${person} sees more`).toBe(isMore)
          tally.add(isMore ? 'more' : 'the same')
        }
      }
    })
  })
  tried.all.atLeast({ 'the same': 3_000 })
  for (const kind of keeping) tried.of(kind).atLeast({ more: 100 }, kind)
})

test('someone who comes later gets a state without what others sealed', () => {
  const tried = everywhere({ runs: 60, steps: 60, begun: sealing }, (plan, tally) => {
    tell(plan, ({ entry, after }) => {
      if (!entry?.events.some((e) => e.type === 'sealed')) return
      for (const viewer of viewers) {
        const runs = seeState(after, viewer)?.items.flatMap((item) => item.runs) ?? []
        const owners = runs.flatMap((run) => [run.sealed, run.sealedSeqs].flatMap((s) => Object.values(s)))
        for (const person of owners.flatMap((values) => Object.keys(values))) {
          expect(person, 'only one’s own').toBe(viewer.person)
          tally.add('own')
        }
      }
      tally.add('looks')
    })
  })
  for (const kind of keeping) tried.of(kind).atLeast({ looks: 100, own: 100 }, kind)
})
