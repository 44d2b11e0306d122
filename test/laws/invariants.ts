import { expect } from 'vitest'
import { facilitatorOf } from '../../shared/meeting/around.ts'
import type { MeetingState } from '../../shared/meeting/types.ts'
import type { Turns } from '../../shared/parts/turns.ts'
import { processOf } from '../../shared/processes/known.ts'
import { Oracle } from '../support/oracle.ts'
import { kinds, plausibleOf } from '../support/processes/index.ts'
import type { Moment } from './world.ts'

function roundIn(state: MeetingState): Turns | null {
  const run = state?.items.find((i) => i.stage === 'open')?.runs.at(-1)
  return run ? processOf(run.kind).at(run.state).round : null
}

/** The round as the rules keep it and as the oracle does. */
function sameRound(oracle: Oracle, state: MeetingState): void {
  const turns = roundIn(state)
  if (turns?.stage !== 'running') return
  const sheet = oracle.open?.sheet
  expect(sheet?.running, 'a round is running').toBe(true)
  expect(turns.speaking?.person ?? null, 'I-11: one speaker').toBe(sheet?.speaking?.person ?? null)
  expect(turns.queue.map((w) => w.person)).toEqual(sheet?.queue.map((t) => t.person))
  expect(turns.queue.length > 0 && turns.speaking === null, 'I-11: while somebody waits, somebody speaks').toBe(false)
}

/** 9: but for the pointer, everything is as it was. */
function chairOnly({ before, after, entry }: Moment): void {
  if (!entry?.events.some((e) => e.type === 'chair.moved')) return
  const rest = (state: MeetingState) => {
    const { facilitator: _, facilitators: __, offered: ___, chairEmpty: ____, back: _____, ...now } = state!
    const items = now.items.map((i) => ({ ...i, facilitator: null }))
    return { ...now, items, aside: null, asides: [] }
  }
  expect(rest(after), '9: nothing but the pointer moves').toEqual(rest(before))
}

const answering = kinds.flatMap((kind) => plausibleOf({ kind }).answering)

/** 3 and the eleventh rule of seats: an answer comes of answering, whoever comes, goes or is cut off. */
function answersOf(state: MeetingState): number {
  return (state?.items ?? []).reduce((sum, item) => {
    const run = item.runs.at(-1)
    return sum + (run ? plausibleOf(run).answered(run.state).length : 0)
  }, 0)
}

/** Follows a meeting and fails at the first thing that may not be. */
export function checked(): (moment: Moment) => void {
  const oracle = new Oracle()
  return (moment) => {
    const { before, after, command } = moment
    oracle.read(moment)
    expect(facilitatorOf(after!), 'I-16: one facilitator, or none').toBe(oracle.facilitator)
    sameRound(oracle, after)
    chairOnly(moment)
    const more = answersOf(after) > answersOf(before)
    const may = ['undo', 'meeting.reopen', ...answering].includes(command.type)
    expect(more && !may, '3: no answer comes of anything else').toBe(false)
  }
}
