import type { Answers } from '../../../shared/parts/answers.ts'
import { roundOf } from '../../../shared/parts/round.ts'
import type { Turns } from '../../../shared/parts/turns.ts'
import type { Consent } from '../../../shared/processes/consent/types.ts'
import type { PersonId } from '../../../shared/types.ts'
import type { Part } from '../../meeting/mine.ts'
import type { Mine } from '../../meeting/parts/answers/mine.ts'

/** What a member's phone shows of a decision. */
export type View =
  | { readonly is: 'present' | 'wording' | 'restate' }
  | { readonly is: 'talk'; readonly round: Turns }
  | { readonly is: 'answer' | 'answered' | 'lacking' | 'watch' }
  | After

/** Once all have answered: the result, the work on objections, the decision. */
export type After = { readonly is: 'result' | 'hear' | 'ideas' | 'changes' | 'decided' | 'ended' }

export interface Looker {
  readonly me: PersonId | null
  readonly part: Part
  readonly mine: Mine
}

/** Needed for this decision, and here to answer. */
export function mayAnswer(answers: Answers | null, { me, part }: Pick<Looker, 'me' | 'part'>): boolean {
  return me !== null && part === 'here' && (answers?.required.includes(me) ?? false)
}

/** Everyone answers without seeing the others, until the facilitator opens. */
export function isClosed({ mode, recheck, given }: Answers): boolean {
  if (mode !== 'simultaneous' || recheck !== null) return false
  const all = Object.values(given)
  return all.length === 0 || all.some((g) => g.position === null)
}

/** Asked again because the words are other words now. */
export function isFresh({ past, answers }: Consent): boolean {
  return answers !== null && past.some((a) => a.version !== answers.version)
}

/** Is it asked of me at this moment? In a spoken round only in my turn. */
export function isAsked(state: Consent, { me, mine }: Looker): boolean {
  const { answers } = state
  if (!answers || me === null || mine.is === 'given') return false
  const round = roundOf(state.step)
  if (round) return round.speaking?.person === me && !round.paused
  return answers.recheck === null || answers.recheck.includes(me)
}

/** A given answer may be changed by its owner until the round is over, or opened; an objection that was shown stands. */
export function mayChange(state: Consent, looker: Looker): boolean {
  if (state.step.stage !== 'consent' || !mayAnswer(state.answers, looker)) return false
  const { mine } = looker
  if (mine.is !== 'given' || roundOf(state.step)?.paused) return false
  return !(state.answers?.shown && mine.position?.is === 'objection')
}

function asked(state: Consent, looker: Looker): View {
  const { mine } = looker
  if (!mayAnswer(state.answers, looker)) return { is: 'watch' }
  if (mine.is === 'given') return { is: 'answered' }
  const round = roundOf(state.step)
  const isTurn = round ? isAsked(state, looker) : mine.is === 'open' && isAsked(state, looker)
  if (isTurn) return { is: 'answer' }
  return mine.is === 'not ready' ? { is: 'lacking' } : { is: 'watch' }
}

/** The screen for this moment and this person. */
export function viewOf(state: Consent, looker: Looker): View {
  const { step } = state
  const round = roundOf(step)
  switch (step.stage) {
    case 'clarify':
    case 'react':
      if (step.stage === 'react' && round && round.stage !== 'running') return { is: 'wording' }
      return round ? { is: 'talk', round } : { is: 'present' }
    case 'consent':
      return asked(state, looker)
    case 'acknowledge':
      return { is: 'result' }
    case 'objections':
      if (round?.stage === 'running') return { is: 'talk', round }
      return { is: step.move === 'wording' ? 'changes' : step.move }
    default:
      return { is: step.stage }
  }
}
