import fc from 'fast-check'
import { expect, test } from 'vitest'
import { facilitatorOf, running } from '../../shared/meeting/around.ts'
import { meetingStream } from '../../shared/meeting/stream.ts'
import type { MeetingState } from '../../shared/meeting/types.ts'
import type { Context, PersonId } from '../../shared/types.ts'
import { filled, type Said } from '../support/filled.ts'
import { frozen, isSame, Tally } from './same.ts'
import { meetings, tell, usual } from './told.ts'

const { decide, evolve } = meetingStream
type Now = NonNullable<MeetingState>

const hour = 3_600_000
const next = { when: 'next time', who: null, words: '' }

/** Does what must be possible. Nothing to do is as good as done. */
function does(state: Now, said: Said, ctx: Context): Now {
  const verdict = decide(state, filled(state, said), ctx)
  if (!verdict.ok) throw new Error(`a dead end: ${ctx.actor} ${said.type} is ${verdict.refusal.reason}`)
  if (verdict.events.length === 0) return state
  return frozen(evolve(state, { seq: 10_000, id: 'e', by: ctx.actor, at: ctx.now, events: verdict.events })) as Now
}

function isEnded(state: Now): void {
  expect(state.stage).toBe('ended')
  for (const item of state.items) {
    expect(['planned', 'closed'], 'nothing is left in the middle').toContain(item.stage)
    if (item.stage === 'closed') expect(item.outcome, 'a closed item has an outcome').not.toBeNull()
    if (item.outcome?.kind === 'deferred') expect(item.outcome.next, 'and its next step').not.toBeNull()
  }
}

function endsBy(state: Now, person: PersonId, ctx: Context, tally: Tally): void {
  const ended = does(state, { type: 'meeting.end', next }, { ...ctx, actor: person })
  isEnded(ended)
  tally.add('ended')
  const may = ended.facilitator ?? ended.secretary
  if (!may) return
  const again = does(ended, { type: 'meeting.reopen' }, { ...ctx, actor: may })
  const stages = (s: Now) => s.items.map((i) => [i.id, i.stage])
  isSame(stages(again), stages(state), 'reopened, everything is where it was')
}

/** Somebody who is not the facilitator comes and takes the chair that nobody holds. */
function takesOver(state: Now, ctx: Context, tally: Tally): void {
  const lead = facilitatorOf(state)
  const other = state.seats.find((s) => s.as === 'member' && s.person !== lead)?.person
  if (!other) return
  const late = { ...ctx, actor: other, now: ctx.now + hour, unreachable: lead ? { [lead]: ctx.now } : {} }
  const here = does(state, { type: 'here', remote: false, for: null }, late)
  endsBy(does(here, { type: 'chair.take' }, late), other, late, tally)
  tally.add('taken over')
}

/** What is open can be left without ending the meeting. */
function closes(state: Now, lead: PersonId, ctx: Context, tally: Tally): void {
  const item = state.items.find((i) => i.stage === 'open')
  const run = running(state)
  if (!item) return
  const by = { ...ctx, actor: lead }
  tally.add(run?.state.kind === 'consent' ? run.state.step.stage : (run?.kind ?? 'nothing runs'))
  if (run?.state.kind === 'consent') {
    const closed = does(state, { type: 'consent.defer', when: 'next time', who: lead, words: '' }, by)
    expect(closed.items.find((i) => i.id === item.id)?.stage).toBe('closed')
    return
  }
  const turns = run?.state.kind === 'round' ? run.state.turns : null
  const going = turns?.paused ? does(state, { type: 'round.resume' }, by) : state
  const over = turns?.stage === 'running' ? does(going, { type: 'round.end' }, by) : going
  expect(does(over, { type: 'item.close', next }, by).items.find((i) => i.id === item.id)?.stage).toBe('closed')
}

test('from every state of an open meeting it can be ended, and what is open can be closed', () => {
  const tally = new Tally()
  fc.assert(
    fc.property(meetings(120), (plan) => {
      tell(plan, ({ entry, after, ctx }) => {
        if (!entry || after?.stage !== 'open') return
        const lead = facilitatorOf(after)
        if (lead) {
          endsBy(after, lead, ctx, tally)
          closes(after, lead, ctx, tally)
        }
        takesOver(after, ctx, tally)
      })
    }),
    usual(70),
  )
  console.info('ways out:', JSON.stringify(tally.counts))
  tally.atLeast({ ended: 2_000, 'taken over': 1_000, round: 100, 'nothing runs': 10, present: 40, clarify: 30 })
  tally.atLeast({ react: 40, wording: 30, restate: 10, consent: 200, acknowledge: 30, objections: 80 })
})
