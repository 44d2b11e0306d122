import { type Answer, type Answers, isSealed, missing, type Position, secretIn, unready } from '../../parts/answers.ts'
import { afterRound, isAlive, isOpen, takenBack, unconfirmed } from '../../parts/objections.ts'
import { roundOf } from '../../parts/round.ts'
import { isTheirsAlone, opens, type Secret, seals, standing as standingSecret } from '../../parts/secret.ts'
import { takesPart } from '../../parts/turns.ts'
import { backTo } from '../../parts/turns-rules.ts'
import { undoable } from '../../parts/undoable.ts'
import { records, steers } from '../../parts/who.ts'
import { yes } from '../../refusals.ts'
import type { PersonId, Seat, Seq, Verdict } from '../../types.ts'
import type { Around } from '../process.ts'
import { evolve, evolveSaid } from './evolve.ts'
import { no } from './refusals.ts'
import type { Command, Consent, ConsentEvent, Said } from './types.ts'

type Answering = Extract<Command, { type: 'consent.answer' }>
interface Asked {
  readonly answers: Answers
  readonly person: PersonId
  readonly seat: Seat
}

/**
 * The events, and what they complete: a round is over when everyone here who is needed has answered and
 * nobody lacks anything. Sealed answers complete nothing, someone opens them; nor does a paused round end.
 */
export function withCompletion(state: Consent, events: readonly Said[], around: Around): readonly Said[] {
  const meta = { seq: state.ask, by: around.actor, at: around.now }
  const next = events.reduce<Consent>((s, e) => evolveSaid(s, e, meta), state)
  const { answers, step } = next
  if (step.stage !== 'consent' || !answers || step.round?.paused) return events
  if (answers.slot !== null && isSealed(answers)) return events
  if (missing(answers, around.seats).length > 0 || unready(answers, around.seats).length > 0) return events
  if (Object.keys(answers.given).length === 0) return events
  return [...events, { type: 'consent.complete' }, ...afterRound(next.objections, answers)]
}

/** Who answers, and may they? Rights first, then whether it is the moment. */
function asked(
  state: Consent,
  command: { readonly for: PersonId | null },
  around: Around,
): Verdict<never> | (Asked & { ok: null }) {
  const person = command.for ?? around.actor
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
  const late = seat.here !== null && state.answers !== null && seat.here > state.answers.put
  return {
    type: 'consent.answered',
    person: seat.person,
    position,
    recordedBy: self ? null : around.actor,
    how,
    late,
  }
}

/** What the facilitator entered for someone else may be undone. */
function entered(events: readonly Said[], who: Asked, is: Answer['is'], around: Around): Verdict<Said> {
  if (who.person === around.actor || !steers(around)) return yes(...events)
  const ids = { none: 'recorded_none', objection: 'recorded_objection', 'not ready': 'recorded_not_ready' } as const
  return yes<Said>(...events, undoable(ids[is], { who: { person: who.person } }))
}

/** Between the result and the announcement, "no objection" may still become an objection, and no other way. */
function afterwards(state: Consent, who: Asked, answer: Answer, around: Around): Verdict<Said> {
  const { answers, person, seat } = who
  const stands = answers.given[person]
  if (answer.is === 'not ready') return no('not_now')
  const said = given(seat, answer, state, around)
  if (answer.is === 'none') {
    if (stands?.position?.is === 'objection') return no('objection_stands')
    // Whoever is here has answered; this is an absent member's word by telephone.
    return stands ? yes() : entered([said], who, 'none', around)
  }
  const own = state.objections.find((o) => o.by === person && isOpen(o))
  if (own) {
    const { id, reason, aim, effect } = own
    const written: Said = { type: 'objection.written', id, phrase: answer.words, reason, aim, effect }
    return entered([said, written], who, 'objection', around)
  }
  const after = evolve(state, said, { seq: state.ask, by: around.actor, at: around.now })
  const raised = after.answers ? afterRound(after.objections, after.answers) : []
  return entered([said, ...raised], who, 'objection', around)
}

function lacks(state: Consent, who: Asked, need: string, around: Around): Verdict<Said> {
  const { answers, person } = who
  const round = roundOf(state.step)
  if (round && round.speaking?.person !== person) return no('not_your_turn')
  if (answers.notReady[person] === need) return yes()
  const recordedBy = person === around.actor ? null : around.actor
  return entered([{ type: 'consent.not_ready', person, need, recordedBy }], who, 'not ready', around)
}

type Sealing = Pick<Asked, 'seat' | 'person'> & Pick<Answering, 'answer' | 'replaces'>

/** Everyone answers at once: that someone has, everyone may know; what, nobody but they. */
function sealed(state: Consent, secret: Secret, { seat, person, answer, replaces }: Sealing, around: Around) {
  const said = seals(secret, { person, value: answer, replaces }, around)
  if (!said.ok) return said
  return said.seen ? yes<Said>(given(seat, null, state, around), said.sealed) : yes<Said>(said.sealed)
}

type Speaking = Pick<Answering, 'turn'> & { readonly answer: Position }

function spoken(state: Consent, who: Asked, { answer, turn }: Speaking, around: Around): Verdict<Said> {
  const round = roundOf(state.step)
  const first = !(who.person in who.answers.given)
  // Nobody is in the order who is not here, or did not want to be asked.
  const waits = who.seat.attendance === 'present' && !who.answers.aside.includes(who.person)
  if (round && first && waits) {
    if (round.speaking?.person !== who.person) return no('not_your_turn')
    if (turn !== round.turn) return no('turn_over')
  }
  const said = given(who.seat, answer, state, around)
  const on: readonly Said[] =
    round?.speaking?.person === who.person ? [{ type: 'turn.ended', person: who.person, how: 'done' }] : []
  return entered(withCompletion(state, [said, ...on], around), who, answer.is, around)
}

/** The entry that a new answer has to name. */
function standing({ answers, person }: Asked, around: Around): Seq | null {
  const stands = answers.given[person]
  const secret = stands?.position === null ? secretIn(answers, around.seats) : null
  return secret ? standingSecret(secret, person, around) : (stands?.seq ?? null)
}

/** One person's answer to the version that is put, by their own hand or recorded from their own mouth. */
export function decideAnswer(state: Consent, command: Answering, around: Around): Verdict<Said> {
  const who = asked(state, command, around)
  if (who.ok !== null) return who
  const { answer } = command
  if (command.replaces !== standing(who, around)) return no('answered_already', { who: { person: who.person } })
  if (state.step.stage === 'acknowledge') return afterwards(state, who, answer, around)
  const stays = who.answers.shown && who.answers.given[who.person]?.position?.is === 'objection'
  if (stays && answer.is !== 'objection') return no('objection_stands')
  if (roundOf(state.step)?.paused) return no('paused')
  const secret = secretIn(who.answers, around.seats)
  if (secret && isTheirsAlone(secret, who.person, around))
    return no('answered_already', { who: { person: who.person } })
  if (answer.is === 'not ready') return lacks(state, who, answer.need, around)
  if (secret) return sealed(state, secret, { ...who, ...command }, around)
  return spoken(state, who, { ...command, answer }, around)
}

/** "I haven't followed this, count me as absent": their own wish, for this decision. They may still answer. */
export function setAside(
  state: Consent,
  command: Extract<Command, { type: 'consent.absent' }>,
  around: Around,
): Verdict<Said> {
  const who = asked(state, command, around)
  if (who.ok !== null) return who
  const { answers, person, seat } = who
  const round = roundOf(state.step)
  if (state.step.stage !== 'consent') return no('not_now')
  if (round?.paused) return no('paused')
  if (person in answers.given) return no('answered_already', { who: { person } })
  if (seat.attendance !== 'present' || answers.aside.includes(person)) return yes()
  // Whoever was here all along and lacks something says "not ready": nobody abstains.
  if (seat.here === null || seat.here <= answers.put) return no('answer_first')
  // Nobody takes an objector out of the round that is to say whether their objection is met.
  const objects = state.objections.some((o) => o.by === person && isAlive(o))
  if (objects && person !== around.actor) return no('objection_stands', { who: { person } })
  const recordedBy = person === around.actor ? null : around.actor
  const aside: Said = { type: 'consent.set_aside', person, recordedBy }
  const gone: readonly Said[] = round && takesPart(round, person) ? [{ type: 'turn.dropped', person }] : []
  const events = withCompletion(state, [aside, ...gone], around)
  if (!recordedBy || !steers(around)) return yes(...events)
  return yes<Said>(...events, undoable('counted_absent', { who: { person } }))
}

/** The facilitator opens all sealed answers together, once everyone here has answered. */
export function decideOpen(state: Consent, around: Around): Verdict<Said> {
  const { answers } = state
  const secret = answers && secretIn(answers, around.seats)
  if (state.step.stage !== 'consent' || !secret) return no('not_now')
  const lacking = unready(answers, around.seats)
  if (lacking.length > 0) return no('someone_not_ready', { who: { people: lacking }, count: lacking.length })
  // Who took an answer back, because they lack something, is not told on.
  const opened = opens<Position>(secret, Object.keys(secret.marks), around)
  if (!opened.ok) return opened
  const answersOpened: ConsentEvent = { type: 'answers.opened', answers: opened.values }
  const next = evolve(state, answersOpened, { seq: state.ask, by: around.actor, at: around.now })
  const raised = next.answers ? afterRound(next.objections, next.answers) : []
  return yes<Said>(answersOpened, ...opened.gone, { type: 'consent.complete' }, ...raised)
}

/** Back into the round from its result: nothing that it confirmed is confirmed any more. */
export function resumed(state: Consent): readonly Said[] {
  return [{ type: 'consent.resumed' }, ...unconfirmed(state.objections, state.answers?.version ?? 0)]
}

/** One step back: the last answer becomes its owner's draft again, and they are asked anew. */
export function stepBack(state: Consent, around: Around): Verdict<Said> {
  if (!steers(around)) return no('not_facilitator')
  const back = backTo(roundOf(state.step), around)
  if (back.ok !== null) return back
  const { person } = back
  return yes<Said>(
    ...(state.step.stage === 'acknowledge' ? resumed(state) : []),
    ...takenBack(state.objections, person),
    { type: 'turn.stepped_back', person },
    { type: 'answer.taken_back', person },
    undoable('stepped_back', { who: { person } }),
  )
}
