import type { Slot } from '../processes/process.ts'
import type { Meta, PersonId, Seat, Seq } from '../types.ts'
import type { Secret } from './secret.ts'
import { slotOf } from './slot.ts'

const events: Readonly<Record<AnswersEvent['type'], true>> = {
  'consent.asked': true,
  'consent.answered': true,
  'consent.not_ready': true,
  'answers.opened': true,
  'answer.taken_back': true,
  'required.grew': true,
  'consent.set_aside': true,
}

export function isAnswersEvent(event: { readonly type: string }): event is AnswersEvent {
  return event.type in events
}

/** What someone says when asked for consent. "Not ready" is no position: it says what is needed first. */
export type Answer =
  | { readonly is: 'none' }
  | { readonly is: 'objection'; readonly words: string }
  | { readonly is: 'not ready'; readonly need: string }
export type Position = Exclude<Answer, { is: 'not ready' }>

export interface Given {
  /** Null while it is sealed. */
  readonly position: Position | null
  /** The entry that everyone saw it in; a changed answer names the one it replaces. */
  readonly seq: Seq
  readonly recordedBy: PersonId | null
  readonly how: 'self' | 'recorded' | 'remote' | 'telephone'
  readonly late: boolean
}

/** A consent round on one version. */
export interface Answers {
  readonly version: number
  /** The entry that put it; who came later is marked so. */
  readonly put: Seq
  readonly mode: 'spoken' | 'simultaneous'
  /** Where answers lie sealed until they are opened; null where each is heard as it is given. */
  readonly slot: Slot | null
  /** Whose consent is needed, present or not: frozen when the version was put. */
  readonly required: readonly PersonId[]
  /** Only these are asked again on the same version; null in a full round. */
  readonly recheck: readonly PersonId[] | null
  readonly given: Readonly<Record<PersonId, Given>>
  readonly notReady: Readonly<Record<PersonId, string>>
  /** Here, and at their own wish counted as absent for this decision. */
  readonly aside: readonly PersonId[]
  /** The result was shown once: an objection in it ends only by being heard. */
  readonly shown: boolean
  /** A taken-back answer, shown to its owner as their draft. */
  readonly drafts: Readonly<Record<PersonId, Position>>
}

interface Answered extends Omit<Given, 'seq'> {
  readonly type: 'consent.answered'
  readonly person: PersonId
}

export type AnswersEvent =
  | {
      readonly type: 'consent.asked'
      readonly version: number
      readonly mode: 'spoken' | 'simultaneous'
      readonly required: readonly PersonId[]
      readonly recheck: readonly PersonId[] | null
    }
  | Answered
  | {
      readonly type: 'consent.not_ready'
      readonly person: PersonId
      readonly need: string
      readonly recordedBy: PersonId | null
    }
  | { readonly type: 'answers.opened'; readonly answers: Readonly<Record<PersonId, Position>> }
  | { readonly type: 'answer.taken_back'; readonly person: PersonId }
  | { readonly type: 'required.grew'; readonly person: PersonId }
  | { readonly type: 'consent.set_aside'; readonly person: PersonId; readonly recordedBy: PersonId | null }

/** In the meeting, be it at the table or out for a moment. */
function here(seats: readonly Seat[]): ReadonlySet<PersonId> {
  return new Set(seats.filter((s) => s.attendance === 'present' || s.attendance === 'out').map((s) => s.person))
}

/** Members present whose consent is needed and who have not answered. Nobody's silence is an answer. */
export function missing(answers: Answers, seats: readonly Seat[]): readonly PersonId[] {
  const present = here(seats)
  return answers.required.filter((p) => present.has(p) && !(p in answers.given) && !answers.aside.includes(p))
}

/** Required, still a member, not heard, and not here or counted so. */
export function absent(answers: Answers, seats: readonly Seat[]): readonly PersonId[] {
  const present = here(seats)
  const members = seats.filter((s) => s.as === 'member').map((s) => s.person)
  const away = (p: PersonId) => !present.has(p) || answers.aside.includes(p)
  return answers.required.filter((p) => members.includes(p) && away(p) && !(p in answers.given))
}

/** Names of those who lack something before they can answer. */
export function unready(answers: Answers, seats: readonly Seat[]): readonly PersonId[] {
  const present = here(seats)
  return Object.keys(answers.notReady).filter((p) => present.has(p))
}

/** Whose known answer is an objection; what lies sealed counts for nothing yet. */
export function objectors(answers: Answers): readonly PersonId[] {
  return Object.entries(answers.given).flatMap(([p, g]) => (g.position?.is === 'objection' ? [p] : []))
}

/** Some have answered and nobody has opened it yet. */
export function isSealed(answers: Answers): boolean {
  return answers.mode === 'simultaneous' && Object.values(answers.given).some((g) => g.position === null)
}

/** The round as a secret, where everyone answers at once: who is asked, and who has answered what nobody has opened. */
export function secretIn(answers: Answers, seats: readonly Seat[]): Secret | null {
  const { slot, given } = answers
  if (slot === null) return null
  const marks = Object.fromEntries(Object.entries(given).filter(([, g]) => g.position === null))
  return { slot, asked: [...missing(answers, seats), ...Object.keys(marks)], marks, locked: false }
}

/** The round when what these people sealed is gone unread: they have not answered. */
export function unread(answers: Answers, of: readonly PersonId[]): Answers {
  const given = Object.entries(answers.given).filter(([p, g]) => g.position !== null || !of.includes(p))
  return { ...answers, given: Object.fromEntries(given) }
}

function drop<T>(from: Readonly<Record<PersonId, T>>, person: PersonId): Readonly<Record<PersonId, T>> {
  const { [person]: _, ...rest } = from
  return rest
}

function opened(answers: Answers, positions: Readonly<Record<PersonId, Position>>): Answers {
  const given = Object.entries(answers.given).map(
    ([p, g]) => [p, { ...g, position: positions[p] ?? g.position }] as const,
  )
  return { ...answers, given: Object.fromEntries(given) }
}

/** Folds one event of a consent round; `consent.asked` begins it without any answer, except in a recheck. */
export function evolveAnswers(answers: Answers | null, event: AnswersEvent, meta: Meta): Answers {
  if (event.type === 'consent.asked') {
    const { version, mode, required, recheck } = event
    const kept = recheck && answers ? recheck.reduce((given, p) => drop(given, p), answers.given) : {}
    return {
      version,
      put: meta.seq,
      mode,
      slot: mode === 'simultaneous' && recheck === null ? slotOf('consent', meta.seq) : null,
      required,
      recheck,
      given: kept,
      notReady: {},
      aside: [],
      shown: false,
      drafts: {},
    }
  }
  if (!answers) throw new Error(`${event.type} without a question`)
  switch (event.type) {
    case 'consent.answered': {
      const { person, position, recordedBy, how, late } = event
      const given = { ...answers.given, [person]: { position, seq: meta.seq, recordedBy, how, late } }
      return {
        ...answers,
        given,
        notReady: drop(answers.notReady, person),
        drafts: drop(answers.drafts, person),
        aside: answers.aside.filter((p) => p !== person),
      }
    }
    case 'consent.set_aside':
      return {
        ...answers,
        notReady: drop(answers.notReady, event.person),
        aside: [...answers.aside, event.person],
      }
    case 'consent.not_ready':
      return {
        ...answers,
        given: drop(answers.given, event.person),
        notReady: { ...answers.notReady, [event.person]: event.need },
      }
    case 'answers.opened':
      return opened(answers, event.answers)
    case 'answer.taken_back': {
      const was = answers.given[event.person]?.position
      const drafts = was ? { ...answers.drafts, [event.person]: was } : answers.drafts
      return { ...answers, given: drop(answers.given, event.person), drafts }
    }
    case 'required.grew':
      return {
        ...answers,
        required: [...answers.required, event.person],
        recheck: answers.recheck && [...answers.recheck, event.person],
      }
  }
}
