import { absent, missing, objectors, unready } from '../../parts/answers.ts'
import { ids, isAlive, isOpen, type Status } from '../../parts/objections.ts'
import { undoable } from '../../parts/undoable.ts'
import { steers } from '../../parts/who.ts'
import { latest } from '../../parts/wording.ts'
import { yes } from '../../refusals.ts'
import type { Verdict } from '../../types.ts'
import type { Around, Next, Outcome } from '../process.ts'
import { abandoned } from './asking.ts'
import { unpresented } from './evolve.ts'
import { no } from './refusals.ts'
import type { Command, Consent, Effect, Said } from './types.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>
type Closing = Of<'consent.announce' | 'consent.defer' | 'consent.refer' | 'consent.drop' | 'consent.withdraw'>

/** The act of deciding. The result alone decides nothing. */
function announces(state: Consent, around: Around): Verdict<Said> {
  const { answers, step } = state
  if (step.stage === 'consent' && answers) {
    const open = missing(answers, around.seats)
    if (open.length > 0) return no('answers_missing', { who: { people: open }, count: open.length })
    const lacking = unready(answers, around.seats)
    if (lacking.length > 0) return no('someone_not_ready', { who: { people: lacking }, count: lacking.length })
  }
  const objecting = state.objections.filter(isOpen)
  if (objecting.length > 0) return no('objection_open', { who: { people: objecting.map((o) => o.by) } })
  if (step.stage !== 'acknowledge' || !answers) return no('not_now')
  if (objectors(answers).length > 0) return no('objection_open', { who: { people: objectors(answers) } })
  const away = absent(answers, around.seats)
  const effect: Effect = away.length === 0 ? 'adopted' : around.settings.absenteeEffect
  const met = ids(state.objections, (o) => o.status === 'confirmed')
  const integrated: readonly Said[] =
    met.length > 0 ? [{ type: 'objection.now', ids: met, status: 'integrated', version: answers.version }] : []
  const guests = around.seats.filter((s) => s.as === 'guest' && s.attendance === 'present').map((s) => s.person)
  return yes<Said>(...integrated, {
    type: 'consent.announced',
    effect,
    absent: away,
    hours: around.settings.absentees.hours,
    facilitator: around.facilitator,
    guests,
  })
}

interface Ending {
  readonly how: Exclude<Outcome['kind'], 'decided' | 'explored'>
  readonly next: Next | null
  readonly objections: Status
}

/** Undone it may be, unless sealed answers were destroyed with it or it was not the facilitator's act. */
function ends(state: Consent, { how, next, objections }: Ending, around: Around): Verdict<Said> {
  const alive = ids(state.objections, isAlive)
  const version = latest(state.wording)?.n ?? 0
  const gone = abandoned(state, around)
  const carried: readonly Said[] =
    alive.length > 0 ? [{ type: 'objection.now', ids: alive, status: objections, version }] : []
  const back: readonly Said[] = steers(around) && gone.length === 0 ? [undoable(`ended_${how}`)] : []
  return yes<Said>(...gone, ...carried, { type: 'consent.ended', how, next }, ...back)
}

/** Announcing, and the other ways a proposal leaves the table; each but a drop leaves a next step. */
export function decideClosing(state: Consent, command: Closing, around: Around): Verdict<Said> {
  if (command.type === 'consent.withdraw') {
    if (around.actor !== state.author) return no('not_yours')
    if (!unpresented(state)) return no('presented')
    return ends(state, { how: 'withdrawn', next: null, objections: 'lapsed' }, around)
  }
  if (!steers(around)) return no('not_facilitator')
  switch (command.type) {
    case 'consent.announce':
      return announces(state, around)
    case 'consent.defer': {
      const { when, who, words } = command
      if (when === '') return no('blank')
      if (!around.seats.some((s) => s.person === who)) return no('unknown_person')
      return ends(state, { how: 'deferred', next: { when, who, words, to: null }, objections: 'carried' }, around)
    }
    case 'consent.refer': {
      const { when, who, words, to } = command
      if (words === '') return no('blank')
      if (who !== null && !around.seats.some((s) => s.person === who)) return no('unknown_person')
      return ends(state, { how: 'referred', next: { when, who, words, to }, objections: 'carried' }, around)
    }
    case 'consent.drop':
      if (!around.agreed) return no('needs_consent')
      return ends(state, { how: 'dropped', next: null, objections: 'lapsed' }, around)
  }
}
