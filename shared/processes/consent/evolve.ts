import { type AnswersEvent, evolveAnswers, isAnswersEvent } from '../../parts/answers.ts'
import { evolveNotes, isNotesEvent } from '../../parts/notes.ts'
import { evolveObjections, isObjectionEvent } from '../../parts/objections.ts'
import { roundOf } from '../../parts/round.ts'
import { asksAnew, evolveTurns, isTurnsEvent, type Turns, type TurnsEvent } from '../../parts/turns.ts'
import { evolveWording, firstWording, isWordingEvent } from '../../parts/wording.ts'
import type { Meta } from '../../types.ts'
import type { Fields } from '../process.ts'
import type { Consent, ConsentEvent, Said, Step } from './types.ts'

function presented(event: { author: string; fields: Fields }, meta: Meta): Consent {
  return {
    kind: 'consent',
    author: event.author,
    ask: meta.seq,
    frozen: meta.seq,
    step: { stage: 'present' },
    wording: firstWording(event.fields),
    notes: [],
    reacted: false,
    answers: null,
    past: [],
    objections: [],
    absentHours: 0,
  }
}

/** Still its author's: it has not left PRESENT yet. Afterwards it belongs to the group. */
export function unpresented(state: Consent): boolean {
  return state.step.stage === 'present' && state.wording.versions.length === 0
}

function withRound(state: Consent, event: TurnsEvent, meta: Meta): Consent {
  const round = evolveTurns(roundOf(state.step), event, meta)
  const next = { ...state, ask: asksAnew(event) ? meta.seq : state.ask }
  if (event.type === 'round.started') return { ...next, ...started(state, round) }
  if (event.type === 'round.restarted' && round.kind === 'consent')
    return { ...cleared(next), step: { stage: 'consent', round } }
  return 'round' in state.step ? { ...next, step: { ...state.step, round } } : next
}

function started(state: Consent, round: Turns): Pick<Consent, 'step' | 'reacted'> {
  const reacted = state.reacted || round.kind === 'reaction'
  if (state.step.stage === 'objections') return { step: { ...state.step, round }, reacted }
  const stage = round.kind === 'clarifying' ? 'clarify' : round.kind === 'reaction' ? 'react' : 'consent'
  return { step: { stage, round }, reacted }
}

/** A new wording: no answer to the last one counts any more. */
function archived(state: Consent): Consent {
  return state.answers ? { ...state, past: [...state.past, state.answers], answers: null } : state
}

/** The answers so far go to history; the same people are asked anew. */
function cleared(state: Consent): Consent {
  if (!state.answers) return state
  return {
    ...state,
    past: [...state.past, state.answers],
    answers: { ...state.answers, given: {}, notReady: {}, aside: [], drafts: {}, shown: false },
  }
}

function withAnswers(state: Consent, event: AnswersEvent, meta: Meta): Consent {
  const answers = evolveAnswers(state.answers, event, meta)
  if (event.type !== 'consent.asked') return { ...state, answers }
  const past = state.answers && !event.recheck ? [...state.past, state.answers] : state.past
  return { ...state, past, answers, ask: meta.seq, step: { stage: 'consent', round: null } }
}

function stepped(state: Consent, to: 'present' | 'clarify' | 'react' | 'wording', meta: Meta): Consent {
  const step: Step = to === 'clarify' || to === 'react' ? { stage: to, round: null } : { stage: to }
  const left = state.step.stage === 'consent' && state.answers
  const past = left ? [...state.past, left] : state.past
  return { ...state, step, past, answers: left ? null : state.answers, ask: meta.seq }
}

function exploring(state: Consent, event: { move: 'hear' | 'ideas' | 'wording'; focus: string | null }): Consent {
  const round = state.step.stage === 'objections' ? state.step.round : null
  return { ...state, step: { stage: 'objections', move: event.move, focus: event.focus, round } }
}

function own(state: Consent, event: ConsentEvent, meta: Meta): Consent {
  switch (event.type) {
    case 'consent.stepped':
      return stepped(state, event.to, meta)
    case 'consent.anything':
      return { ...state, reacted: true, step: { stage: 'wording' }, ask: meta.seq }
    case 'consent.restated':
      return { ...state, step: { stage: 'restate' }, ask: meta.seq }
    case 'consent.complete': {
      const round = roundOf(state.step)
      const done: Turns | null = round && { ...round, stage: 'complete', speaking: null, queue: [], paused: false }
      const answers = state.answers && { ...state.answers, shown: true }
      return { ...state, answers, step: { stage: 'acknowledge', round: done } }
    }
    case 'consent.resumed': {
      if (state.step.stage !== 'acknowledge') return state
      const { round } = state.step
      const again: Turns | null = round && { ...round, stage: 'running' }
      return { ...state, step: { stage: 'consent', round: again } }
    }
    case 'consent.exploring':
      return exploring(state, event)
    case 'consent.announced': {
      const { effect, absent, facilitator, guests } = event
      const step: Step = { stage: 'decided', effect, at: meta.at, absent, facilitator, guests }
      return { ...state, step, absentHours: event.hours }
    }
    case 'consent.ended':
      return { ...state, step: { stage: 'ended', how: event.how, next: event.next } }
    default:
      return state
  }
}

/** Folds one event. What the parts know they fold themselves. */
export function evolve(state: Consent | null, event: ConsentEvent, meta: Meta): Consent {
  if (event.type === 'consent.presented') return presented(event, meta)
  if (!state) throw new Error(`${event.type} before a proposal`)
  if (isTurnsEvent(event)) return withRound(state, event, meta)
  if (isAnswersEvent(event)) return withAnswers(state, event, meta)
  if (isWordingEvent(event)) {
    const wording = evolveWording(state.wording, event, meta)
    return event.type === 'version.frozen'
      ? { ...archived(state), wording, frozen: meta.seq, ask: meta.seq }
      : { ...state, wording }
  }
  if (isObjectionEvent(event)) return { ...state, objections: evolveObjections(state.objections, event, meta) }
  if (isNotesEvent(event)) return { ...state, notes: evolveNotes(state.notes, event) }
  return own(state, event, meta)
}

/** As `evolve`, for all that a decision tells: what the meeting keeps for it changes nothing here. */
export function evolveSaid(state: Consent, said: Said, meta: Meta): Consent {
  const isKept = said.type === 'sealed' || said.type === 'sealed.destroyed' || said.type === 'undoable'
  return isKept ? state : evolve(state, said, meta)
}
