import { missing } from '../../parts/answers.ts'
import { roundOf } from '../../parts/round.ts'
import { takesPart } from '../../parts/turns.ts'
import { eligible, placeOf } from '../../parts/turns-order.ts'
import { attendTurns } from '../../parts/turns-rules.ts'
import type { Around } from '../process.ts'
import { resumed, withCompletion } from './answering.ts'
import { evolveSaid } from './evolve.ts'
import type { Consent, Said } from './types.ts'

/** Every member's consent is needed, also of one who became a member while it was asked for. */
function grown({ answers }: Consent, around: Around): readonly Said[] {
  const come = around.seats.filter((s) => s.as === 'member' && answers && !answers.required.includes(s.person))
  return come.map(({ person }) => ({ type: 'required.grew', person }))
}

/** Whoever is here and has the right is asked; an answer given by telephone is not asked for twice. */
function asked(state: Consent, around: Around): readonly string[] {
  const round = roundOf(state.step)
  const { given = {}, aside = [] } = state.answers ?? {}
  return eligible(around.seats).filter(
    (p) => !aside.includes(p) && (!(p in given) || (round !== null && takesPart(round, p))),
  )
}

function inRound(state: Consent, around: Around): readonly Said[] {
  const round = roundOf(state.step)
  const turns = round ? attendTurns(round, around, asked(state, around)) : []
  return withCompletion(state, turns, around)
}

/** After the result and before the announcement someone came who has the right: they are asked. */
function comesLate(state: Consent, around: Around): readonly Said[] {
  if (!state.answers || missing(state.answers, around.seats).length === 0) return []
  const back = resumed(state)
  const meta = { seq: state.ask, by: around.actor, at: around.now }
  const open = back.reduce<Consent>((s, e) => evolveSaid(s, e, meta), state)
  const round = roundOf(open.step)
  if (!round) return back
  const late = missing(state.answers, around.seats)
  const joins = late.map((person): Said => ({ type: 'turn.joined', person, ...placeOf(round, around.seats, person) }))
  return [...back, ...joins]
}

/** Brings the decision in line with who is here. Nobody's answer is made or lost by it. */
export function attend(state: Consent, around: Around): readonly Said[] {
  const { stage } = state.step
  if (stage !== 'consent' && stage !== 'acknowledge') {
    const round = roundOf(state.step)
    return round ? attendTurns(round, around) : []
  }
  const growth = grown(state, around)
  const meta = { seq: state.ask, by: around.actor, at: around.now }
  const next = growth.reduce<Consent>((s, e) => evolveSaid(s, e, meta), state)
  return [...growth, ...(stage === 'consent' ? inRound(next, around) : comesLate(next, around))]
}
