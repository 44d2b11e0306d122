import { type Answer, type Answers, isSealed, missing, type Position, slotOf, unready } from '../../parts/answers.ts'
import { afterRound, ids } from '../../parts/objections.ts'
import { records, steers, undoable } from '../../parts/turns-rules.ts'
import { no, yes } from '../../refusals.ts'
import type { PersonId, Seat, Verdict } from '../../types.ts'
import type { Around } from '../process.ts'
import { evolve, roundOf } from './evolve.ts'
import type { Command, Consent, ConsentEvent } from './types.ts'

type Answering = Extract<Command, { type: 'consent.answer' }>
interface Asked {
  readonly answers: Answers
  readonly person: PersonId
  readonly seat: Seat
}

/** Sealed until it is opened: everyone answers at once. */
function isHidden(answers: Answers): boolean {
  return answers.mode === 'simultaneous' && answers.recheck === null
}

/**
 * The events, and what they complete: a spoken round is over when everyone here who is needed has
 * answered and nobody lacks anything. Sealed answers complete nothing; someone opens them.
 */
export function withCompletion(
  state: Consent,
  events: readonly ConsentEvent[],
  around: Around,
): readonly ConsentEvent[] {
  const meta = { seq: state.ask, by: around.actor, at: around.now }
  const next = events.reduce<Consent>((s, e) => evolve(s, e, meta), state)
  const { answers } = next
  if (next.step.stage !== 'consent' || !answers || isHidden(answers)) return events
  if (missing(answers, around.seats).length > 0 || unready(answers, around.seats).length > 0) return events
  if (Object.keys(answers.given).length === 0) return events
  return [...events, { type: 'consent.complete' }, ...afterRound(next.objections, answers)]
}

/** Who answers, and may they? Rights first, then whether it is the moment. */
function asked(state: Consent, command: Answering, around: Around): Verdict<never> | (Asked & { ok: null }) {
  const person = command.for ?? (around.actor as PersonId)
  const seat = around.seats.find((s) => s.person === person)
  if (person !== around.actor && !records(around)) return no('not_for_others')
  if (!seat) return no('unknown_person')
  if (seat.as !== 'member') return no('no_consent_right', { who: { person } })
  const { answers } = state
  if (!answers || (state.step.stage !== 'consent' && state.step.stage !== 'acknowledge')) return no('not_now')
  if (!answers.required.includes(person)) return no('no_consent_right', { who: { person } })
  if (seat.attendance !== 'present' && person === around.actor) return no('not_here', { who: { person } })
  if (seat.attendance === 'out') return no('not_here', { who: { person } })
  return { ok: null, answers, person, seat }
}

function given(seat: Seat, position: Position | null, state: Consent, around: Around): ConsentEvent {
  const self = seat.person === around.actor
  const how = self ? (seat.remote ? 'remote' : 'self') : seat.attendance === 'present' ? 'recorded' : 'telephone'
  const late = seat.here !== null && state.answers !== null && seat.here > state.answers.at
  return {
    type: 'consent.answered',
    person: seat.person,
    position,
    recordedBy: self ? null : (around.actor as PersonId),
    how,
    late,
  }
}

/** Between the result and the announcement, "no objection" may still become an objection, and no other way. */
function afterwards(
  state: Consent,
  { answers, person, seat }: Asked,
  answer: Answer,
  around: Around,
): Verdict<ConsentEvent> {
  if (answer.is !== 'objection')
    return answers.given[person]?.position?.is === 'objection' ? no('objection_stands') : yes()
  const said = given(seat, answer, state, around)
  const own = state.objections.find(
    (o) => o.by === person && o.raisedOn === answers.version && o.status !== 'withdrawn',
  )
  if (own)
    return yes(said, {
      type: 'objection.written',
      id: own.id,
      phrase: answer.words,
      reason: own.reason,
      aim: own.aim,
      effect: own.effect,
    })
  const held = ids(state.objections, (o) => o.status === 'confirmed')
  const now: readonly ConsentEvent[] =
    held.length > 0 ? [{ type: 'objection.now', ids: held, status: 'addressed', version: answers.version }] : []
  const after = {
    ...answers,
    given: { ...answers.given, [person]: { ...answers.given[person], position: answer } },
  } as Answers
  return yes(said, ...now, ...afterRound(state.objections, after))
}

function lacks(state: Consent, { answers, person }: Asked, need: string, around: Around): Verdict<ConsentEvent> {
  const round = roundOf(state.step)
  if (round && round.speaking?.person !== person) return no('not_your_turn')
  if (answers.notReady[person] === need) return yes()
  const recordedBy = person === around.actor ? null : (around.actor as PersonId)
  return yes({ type: 'consent.not_ready', person, need, recordedBy })
}

function sealed(state: Consent, position: Position, { seat, person }: Asked, around: Around): Verdict<ConsentEvent> {
  return yes(given(seat, null, state, around), {
    type: 'sealed',
    slot: slotOf(state.ask),
    of: person,
    only: [person],
    apart: position,
  })
}

function spoken(state: Consent, who: Asked, command: Answering, around: Around): Verdict<ConsentEvent> {
  const position = command.answer as Position
  const round = roundOf(state.step)
  const first = !(who.person in who.answers.given)
  const byPhone = who.seat.attendance !== 'present'
  if (round && first && !byPhone) {
    if (round.speaking?.person !== who.person) return no('not_your_turn')
    if (command.turn !== round.turn) return no('turn_over')
  }
  const said = given(who.seat, position, state, around)
  const on: readonly ConsentEvent[] =
    round?.speaking?.person === who.person ? [{ type: 'turn.ended', person: who.person, how: 'done' }] : []
  const events = withCompletion(state, [said, ...on], around)
  if (who.person === around.actor || !steers(around)) return yes(...events)
  return yes(
    ...events,
    undoable(position.is === 'none' ? 'recorded_none' : 'recorded_objection', { who: { person: who.person } }),
  )
}

/** One person's answer to the version that is put, by their own hand or recorded from their own mouth. */
export function decideAnswer(state: Consent, command: Answering, around: Around): Verdict<ConsentEvent> {
  const who = asked(state, command, around)
  if (who.ok !== null) return who
  const stands = who.answers.given[who.person]
  if (command.replaces !== (stands?.seq ?? null)) return no('answered_already', { who: { person: who.person } })
  if (state.step.stage === 'acknowledge') return afterwards(state, who, command.answer, around)
  if (roundOf(state.step)?.paused) return no('paused')
  if (command.answer.is === 'not ready') return lacks(state, who, command.answer.need, around)
  if (isHidden(who.answers)) return sealed(state, command.answer, who, around)
  return spoken(state, who, command, around)
}

/** The facilitator opens all sealed answers together, once everyone here has answered. */
export function decideOpen(state: Consent, around: Around): Verdict<ConsentEvent> {
  const { answers } = state
  if (state.step.stage !== 'consent' || !answers || !isHidden(answers)) return no('not_now')
  const open = missing(answers, around.seats)
  const lacking = unready(answers, around.seats)
  if (lacking.length > 0) return no('someone_not_ready', { who: { people: lacking }, count: lacking.length })
  if (open.length > 0) return no('answers_missing', { who: { people: open }, count: open.length })
  if (!isSealed(answers)) return no('nobody_to_ask')
  const positions = (around.sealed[slotOf(state.ask)] ?? {}) as Readonly<Record<PersonId, Position>>
  const answersOpened: ConsentEvent = { type: 'answers.opened', answers: positions }
  const next = evolve(state, answersOpened, { seq: state.ask, by: around.actor, at: around.now })
  const raised = next.answers ? afterRound(next.objections, next.answers) : []
  const told: ConsentEvent = { type: 'sealed.destroyed', slot: slotOf(state.ask), destroys: answers.sealed }
  return yes<ConsentEvent>(answersOpened, told, { type: 'consent.complete' }, ...raised)
}

/** One step back: the last answer becomes its owner's draft again, and they are asked anew. */
export function stepBack(state: Consent, around: Around): Verdict<ConsentEvent> {
  const round = roundOf(state.step)
  if (!steers(around)) return no('not_facilitator')
  if (!round?.last) return no('back_once')
  const { person } = round.last
  const resumed: readonly ConsentEvent[] = state.step.stage === 'acknowledge' ? [{ type: 'consent.resumed' }] : []
  return yes<ConsentEvent>(
    ...resumed,
    { type: 'turn.stepped_back', person },
    { type: 'answer.taken_back', person },
    undoable('stepped_back', { who: { person } }),
  )
}
