import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meetingStream } from '../../shared/meeting/stream.ts'
import type { MeetingState } from '../../shared/meeting/types.ts'
import type { Viewer } from '../../shared/stream.ts'
import { isSame, Tally } from './same.ts'
import { meetings, tell, usual } from './told.ts'

const { evolve, seeEntry, seeState } = meetingStream
const viewers: readonly Viewer[] = ['ana', 'bo', 'dov', 'gus', 'otto', null].map((person) => ({ person }))

test('seeing and folding may be swapped, for every viewer and for a screen', () => {
  const tally = new Tally()
  fc.assert(
    fc.property(meetings(120), (plan) => {
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
    }),
    usual(120),
  )
  console.info('seeing and folding:', JSON.stringify(tally.counts))
  tally.atLeast({ entries: 3_000, copies: 600, 'something left out': 600, 'nothing but a number': 15 })
})

test('someone who comes later gets a state without what others sealed', () => {
  const tally = new Tally()
  fc.assert(
    fc.property(meetings(60), (plan) => {
      tell({ ...plan, beginning: 'sealed' }, ({ entry, after }) => {
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
    }),
    usual(60),
  )
  tally.atLeast({ looks: 100, own: 100 })
})
