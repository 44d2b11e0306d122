import { expect, test } from 'vitest'
import { facilitatorOf, runOf } from '../../shared/meeting/around.ts'
import type { MeetingEvent } from '../../shared/meeting/events.ts'
import { meetingStream } from '../../shared/meeting/stream.ts'
import type { MeetingState } from '../../shared/meeting/types.ts'
import type { Context } from '../../shared/types.ts'
import { kinds, plausibleOf } from '../support/processes/index.ts'
import { everywhere } from './everywhere.ts'
import { frozen, isSame, type Tally } from './same.ts'
import { tell } from './told.ts'
import type { Moment } from './world.ts'

const { decide, evolve } = meetingStream
type Now = NonNullable<MeetingState>

const never = ['seat.added', 'seat.member', 'seat.removed', 'sealed.destroyed']

/** What cannot be undone, as the tenth law lists it. */
function isFinal(event: MeetingEvent, state: Now): boolean {
  if (event.type !== 'in') return never.includes(event.type) || event.type.startsWith('meeting.')
  const run = runOf(state, event.process)
  return run !== null && plausibleOf(run).final.includes(event.event.type)
}

/** `expected` is what an undo has to give: the state before the act, with the light acts since. */
function undoes(
  { ctx, after }: { readonly ctx: Context; readonly after: Now },
  expected: MeetingState,
  tally: Tally,
): void {
  const seq = after.back!.seq
  const lead = facilitatorOf(after)
  for (const { person } of after.seats) {
    const verdict = decide(after, { type: 'undo', seq }, { ...ctx, actor: person })
    if (person !== lead) {
      expect(verdict.ok || verdict.refusal.reason, 'only the facilitator undoes').toBe('not_facilitator')
      continue
    }
    if (!verdict.ok) throw new Error(`what may be undone was refused: ${verdict.refusal.reason}`)
    const undone = evolve(after, frozen({ seq: seq + 1, id: 'u', by: person, at: ctx.now, events: verdict.events }))
    isSame(undone, expected, 'the state before with the light acts since, and no way back from it')
    tally.add('undone', ...after.back!.say.id.split('.').slice(1))
    if (after.back!.light > 0) tally.add('with light acts')
  }
}

function isConflict(after: Now, seq: number, { ctx }: Moment): void {
  const lead = facilitatorOf(after)
  if (!lead) return
  const verdict = decide(after, { type: 'undo', seq }, { ...ctx, actor: lead })
  expect(verdict.ok || verdict.refusal.code, 'others have built on it').toBe('conflict')
}

test('an undo gives exactly the state before, until anyone has done anything else', () => {
  const tried = everywhere({ runs: 17, steps: 120 }, (plan, tally) => {
    let last = 0
    let expected: MeetingState = null
    tell(plan, (moment, { circle }) => {
      const { entry, after, command } = moment
      if (!entry || !after) return
      const isEmpty = entry.events.length === 0
      const stays = last > 0 && after.back?.seq === last
      if (last > 0 && !stays) {
        isConflict(after, last, moment)
        tally.add('conflict')
        expect(isEmpty, 'a yes that changes nothing takes no undo away').toBe(false)
      }
      if (stays && !isEmpty) expected = frozen(evolve(expected, entry))
      else if (after.back && !stays) expected = frozen({ ...moment.before!, back: null })
      last = after.back?.seq ?? 0
      const isDone = entry.events.some((event) => isFinal(event, after))
      if (isDone) expect(after.back, `${command.type} is not undone`).toBeNull()
      if (last > 0) undoes({ ctx: moment.ctx, after }, expected, tally)
      const members = after.seats.filter((s) => s.as === 'member').map((s) => s.person)
      expect([...(circle?.members ?? [])].sort(), 'the circle has the members').toEqual(members.sort())
      expect(circle?.lastRound, 'and where its last round began').toEqual(after.lastRound)
      if (command.type === 'undo') tally.add('undo')
    })
  })
  console.info('undone:', JSON.stringify(tried.all.counts))
  tried.all.atLeast({ undone: 1_000, conflict: 1_000, undo: 40, 'with light acts': 30 })
  tried.all.atLeast({ chair_offered: 8, aside_put: 30, item_paused: 15, seat_moved: 8 })
  for (const kind of kinds) tried.of(kind).atLeast(plausibleOf({ kind }).least.undone, kind)
})
