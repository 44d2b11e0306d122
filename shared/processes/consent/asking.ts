import { objectors } from '../../parts/answers.ts'
import { most, tooMany } from '../../parts/most.ts'
import { ids, isAlive, isOpen } from '../../parts/objections.ts'
import { roundOf } from '../../parts/round.ts'
import { destroyed } from '../../parts/secret.ts'
import { eligible, plan } from '../../parts/turns-order.ts'
import { undoable } from '../../parts/undoable.ts'
import { changed, freeze, latest, numberOf } from '../../parts/wording.ts'
import { yes } from '../../refusals.ts'
import type { PersonId, Verdict } from '../../types.ts'
import type { Around } from '../process.ts'
import { no } from './refusals.ts'
import type { Command, Consent, Said } from './types.ts'

type Of<T extends Command['type']> = Extract<Command, { type: T }>
type Asking = Of<
  'consent.round' | 'consent.anything' | 'consent.step' | 'consent.restate' | 'consent.ask' | 'consent.recheck'
>

function talks(state: Consent): boolean {
  const round = roundOf(state.step)
  return round !== null && round.kind !== 'consent' && round.stage === 'running'
}

/** Leaving a round whose answers are sealed: they are destroyed unread. */
export function abandoned(state: Consent, around: Around): readonly Said[] {
  return state.answers?.slot ? destroyed(state.answers.slot, around) : []
}

/** Until it leaves PRESENT a proposal has no number; then version 1 stands. */
function presented(state: Consent): readonly Said[] {
  return state.step.stage === 'present' ? freeze(state.wording, []) : []
}

function begins(state: Consent, command: Of<'consent.round'>, around: Around): Verdict<Said> {
  const { stage } = state.step
  const objections = stage === 'objections'
  const outside = command.round === 'clarifying' || command.round === 'reaction'
  if (talks(state)) return no('round_running')
  if (stage === 'consent' || stage === 'acknowledge') return no('not_now')
  if (!objections && !outside) return no('not_now')
  if (state.wording.draft.text === '') return no('no_proposal_text')
  const order = plan(around, eligible(around.seats), command)
  if (!order) return no('nobody_to_ask')
  return yes<Said>(
    ...presented(state),
    { type: 'round.started', kind: command.round, ...order },
    undoable('round_started', { round: { say: `round.${command.round}` } }),
  )
}

function steps(state: Consent, to: Of<'consent.step'>['to'], around: Around): Verdict<Said> {
  const { stage } = state.step
  if (talks(state)) return no('round_running')
  if (stage === 'acknowledge' || (stage === 'objections' && to === 'wording')) return no('not_now')
  if (stage === to) return yes()
  if (to !== 'present' && state.wording.draft.text === '') return no('no_proposal_text')
  const gone = abandoned(state, around)
  const events: readonly Said[] = [...presented(state), ...gone, { type: 'consent.stepped', to }]
  return gone.length > 0 ? yes(...events) : yes<Said>(...events, undoable('stepped', { to: { say: `stage.${to}` } }))
}

/** What must be true before the exact words are put: heard objections, reactions, a text. */
function ready(state: Consent, around: Around): Verdict<never> | null {
  const { stage } = state.step
  if (talks(state)) return no('round_running')
  if (stage === 'present' || stage === 'consent' || stage === 'acknowledge') return no('not_now')
  if (state.wording.draft.text === '') return no('no_proposal_text')
  if (!state.reacted) return no('react_first')
  if (eligible(around.seats).length === 0) return no('nobody_here')
  const unheard = state.objections.filter((o) => o.status === 'raised' || o.status === 'reopened')
  if (unheard.length > 0) return no('hear_first', { who: { people: unheard.map((o) => o.by) } })
  if (!changed(state.wording) && state.objections.some(isOpen)) return no('nothing_changed')
  if (changed(state.wording) && state.wording.versions.length >= most.versions) return tooMany('versions')
  return null
}

/** The new wording, and every objection still open as answered by it; the fresh round will say whether it is. */
function frozen(state: Consent): readonly Said[] {
  const open = ids(state.objections, isOpen)
  const meets = ids(state.objections, isAlive)
  const version = numberOf(state.wording)
  const events = freeze(state.wording, open)
  const again = meets.filter((id) => !open.includes(id))
  return [
    ...events,
    ...(open.length > 0 ? [{ type: 'objection.now', ids: open, status: 'addressed', version } as const] : []),
    ...(events.length > 0 && again.length > 0
      ? [{ type: 'objection.now', ids: again, status: 'addressed', version } as const]
      : []),
  ]
}

/** Whose consent is needed: every member's, here or not. */
function members(around: Around): readonly PersonId[] {
  return around.seats.filter((s) => s.as === 'member').map((s) => s.person)
}

function asks(state: Consent, command: Of<'consent.ask'>, around: Around): Verdict<Said> {
  const lacking = ready(state, around)
  if (lacking) return lacking
  if (state.past.length >= most.asks) return tooMany('asks')
  const required = members(around)
  const mode = command.mode ?? around.settings.consentMode
  const version = numberOf(state.wording)
  const put: Said = { type: 'consent.asked', version, mode, required, recheck: null }
  const said = undoable('asked', { version })
  if (mode === 'simultaneous') return yes(...frozen(state), put, said)
  const order = plan(around, eligible(around.seats), command)
  if (!order) return no('nobody_to_ask')
  return yes<Said>(...frozen(state), put, { type: 'round.started', kind: 'consent', ...order }, said)
}

function restates(state: Consent, around: Around): Verdict<Said> {
  const lacking = ready(state, around)
  if (lacking) return lacking
  if (state.step.stage === 'restate') return yes()
  const version = numberOf(state.wording)
  return yes<Said>(...frozen(state), { type: 'consent.restated' }, undoable('restated', { version }))
}

/** The same version again, after every objection to it was withdrawn: former objectors, and who has not answered yet. */
function rechecks(state: Consent, around: Around): Verdict<Said> {
  const { answers } = state
  if (state.step.stage !== 'objections' || !answers) return no('not_now')
  if (talks(state)) return no('round_running')
  if (state.objections.some(isOpen)) return no('objection_open')
  if (changed(state.wording) || latest(state.wording)?.n !== answers.version) return no('wording_changed')
  const former = objectors(answers)
  if (former.length === 0) return no('nobody_to_ask')
  const { version } = answers
  const required = members(around)
  const recheck = required.filter((p) => former.includes(p) || !(p in answers.given))
  if (recheck.length === 0) return no('nobody_to_ask')
  return yes<Said>(
    { type: 'consent.asked', version, mode: 'spoken', required, recheck },
    undoable('asked', { version }),
  )
}

/** The facilitator's way from presenting to asking for consent, and back. */
export function decideAsking(state: Consent, command: Asking, around: Around): Verdict<Said> {
  switch (command.type) {
    case 'consent.round':
      return begins(state, command, around)
    case 'consent.step':
      return steps(state, command.to, around)
    case 'consent.anything': {
      const { stage } = state.step
      if (talks(state)) return no('round_running')
      if (stage !== 'present' && stage !== 'clarify' && stage !== 'react') return no('not_now')
      if (state.wording.draft.text === '') return no('no_proposal_text')
      return yes<Said>(...presented(state), { type: 'consent.anything' }, undoable('anything'))
    }
    case 'consent.restate':
      return restates(state, around)
    case 'consent.ask':
      return asks(state, command, around)
    case 'consent.recheck':
      return rechecks(state, around)
  }
}
