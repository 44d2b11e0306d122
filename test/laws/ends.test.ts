import { expect, test } from 'vitest'
import { facilitatorOf, running } from '../../shared/meeting/around.ts'
import { meetingStream } from '../../shared/meeting/stream.ts'
import type { MeetingState } from '../../shared/meeting/types.ts'
import { processOf } from '../../shared/processes/known.ts'
import type { Context, PersonId } from '../../shared/types.ts'
import { filled, type Said } from '../support/filled.ts'
import { keeping, kinds, plausibleOf } from '../support/processes/index.ts'
import { everywhere, keepingSecrets } from './everywhere.ts'
import { frozen, isSame, type Tally } from './same.ts'
import { tell } from './told.ts'

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
  for (const run of ended.items.flatMap((item) => item.runs)) expect(run.sealedSeqs, 'nothing stays sealed').toEqual({})
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
  tally.add(run ? `${run.kind} ${processOf(run.kind).at(run.state).step}` : 'nothing runs')
  const ways = run ? plausibleOf(run).leaves(run.state, lead) : [{ type: 'item.close', next } as const]
  const left = ways.reduce<Now>((now, said) => does(now, said, by), state)
  const closed = left.items.find((i) => i.id === item.id)
  if (item.kind === 'decide' && !run) return
  expect(closed?.stage).toBe('closed')
  for (const one of closed?.runs ?? []) expect(one.sealedSeqs, 'nothing stays sealed under a closed item').toEqual({})
}

function stepOf(kind: string, what: string): readonly string[] {
  return what.startsWith('step ') ? [`${kind} ${what.slice(5)}`] : []
}

test('from every state of an open meeting it can be ended, and what is open can be closed', () => {
  const tried = everywhere({ runs: 10, steps: 120 }, (plan, tally) => {
    tell(plan, ({ entry, after, ctx }) => {
      if (!entry || after?.stage !== 'open') return
      const lead = facilitatorOf(after)
      if (lead) {
        endsBy(after, lead, ctx, tally)
        closes(after, lead, ctx, tally)
      }
      takesOver(after, ctx, tally)
    })
  })
  console.info('ways out:', JSON.stringify(tried.all.counts))
  tried.all.atLeast({ ended: 2_000, 'taken over': 1_000, 'nothing runs': 10 })
  // Every step that the laws have to meet was left from, too.
  for (const kind of kinds) {
    const steps = Object.keys(plausibleOf({ kind }).least.met).flatMap((what) => stepOf(kind, what))
    tried.all.atLeast(Object.fromEntries(steps.map((step) => [step, 5])))
  }
})

test('whatever was sealed in the log lies in the state until it is destroyed, and nothing else does', () => {
  const tried = everywhere({ runs: 18, steps: 120, begun: keepingSecrets }, (plan, tally) => {
    const sealed = new Set<number>()
    tell(plan, ({ entry, after }) => {
      if (!entry || !after) return
      for (const event of entry.events) {
        if (event.type === 'sealed') sealed.add(entry.seq)
        if (event.type === 'sealed.destroyed') for (const seq of event.destroys) sealed.delete(seq)
      }
      const held = after.items.flatMap(({ runs }) =>
        runs.flatMap((run) => Object.values(run.sealedSeqs).flatMap((slot) => Object.values(slot).flat())),
      )
      expect(new Set(held)).toEqual(sealed)
      if (sealed.size > 0) tally.add('lies sealed')
    })
  })
  for (const kind of keeping) tried.of(kind).atLeast({ 'lies sealed': 100 }, kind)
})
