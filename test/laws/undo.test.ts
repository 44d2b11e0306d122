import fc from 'fast-check'
import { expect, test } from 'vitest'
import { facilitatorOf } from '../../shared/meeting/around.ts'
import type { MeetingEvent } from '../../shared/meeting/events.ts'
import { meetingStream } from '../../shared/meeting/stream.ts'
import type { MeetingState } from '../../shared/meeting/types.ts'
import type { Context } from '../../shared/types.ts'
import { frozen, isSame, Tally } from './same.ts'
import { meetings, tell, usual } from './told.ts'
import type { Moment } from './world.ts'

const { decide, evolve } = meetingStream
type Now = NonNullable<MeetingState>

/** What cannot be undone, as the tenth law lists it. */
function isFinal(event: MeetingEvent): boolean {
  const never = ['answers.opened', 'consent.announced', 'seat.added', 'seat.member', 'seat.removed', 'sealed.destroyed']
  const type = event.type === 'in' ? event.event.type : event.type
  return never.includes(type) || type.startsWith('meeting.')
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
  const tally = new Tally()
  fc.assert(
    fc.property(meetings(120), (plan) => {
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
        if (entry.events.some(isFinal)) expect(after.back, `${command.type} is not undone`).toBeNull()
        if (last > 0) undoes({ ctx: moment.ctx, after }, expected, tally)
        const members = after.seats.filter((s) => s.as === 'member').map((s) => s.person)
        expect([...(circle?.members ?? [])].sort(), 'the circle has the members').toEqual(members.sort())
        expect(circle?.lastRound, 'and where its last round began').toEqual(after.lastRound)
        if (command.type === 'undo') tally.add('undo')
      })
    }),
    usual(120),
  )
  console.info('undone:', JSON.stringify(tally.counts))
  tally.atLeast({ undone: 1_000, conflict: 1_000, undo: 40, asked: 90, stepped_back: 10, round_started: 90 })
  tally.atLeast({ 'with light acts': 50 })
  tally.atLeast({ hearing: 40, recorded_none: 10, chair_offered: 8, aside_put: 30, item_paused: 15, seat_moved: 8 })
})
