import { most, tooMany } from '../../parts/most.ts'
import { decideNotes, isNoteCommand } from '../../parts/notes.ts'
import { roundOf } from '../../parts/round.ts'
import type { TurnCommand, WordingCommand } from '../../parts/schema.ts'
import { decideTurns, isTurnCommand } from '../../parts/turns-rules.ts'
import { records, steers } from '../../parts/who.ts'
import { decideWording, isWordingCommand } from '../../parts/wording.ts'
import { no, yes } from '../../refusals.ts'
import type { Verdict } from '../../types.ts'
import type { Around } from '../process.ts'
import { decideAnswer, decideOpen, setAside, stepBack, withCompletion } from './answering.ts'
import { decideAsking } from './asking.ts'
import { decideClosing } from './closing.ts'
import { unpresented } from './evolve.ts'
import { decideObjecting } from './objecting.ts'
import type { Command, Consent, Said } from './types.ts'

/** Over: nothing more is done to it here. */
function isOver(state: Consent): boolean {
  return state.step.stage === 'decided' || state.step.stage === 'ended'
}

function wording(state: Consent, command: WordingCommand, around: Around): Verdict<Said> {
  const { stage } = state.step
  const author = unpresented(state) ? state.author : null
  if (!author && !records(around)) return no('presented')
  if (stage === 'restate' || stage === 'consent' || stage === 'acknowledge') return no('presented')
  return decideWording(state.wording, command, around, author)
}

function turns(state: Consent, command: TurnCommand, around: Around): Verdict<Said> {
  const round = roundOf(state.step)
  if (command.type === 'turn.back' && state.step.stage === 'acknowledge') return stepBack(state, around)
  if (!round) return no('not_now')
  if (command.type === 'turn.back' && round.kind === 'consent') return stepBack(state, around)
  const isAnew = round.kind === 'consent' && command.type === 'round.restart'
  if (isAnew && steers(around) && state.past.length >= most.asks) return tooMany('asks')
  const verdict = decideTurns(round, command, around)
  if (!verdict.ok || round.kind !== 'consent') return verdict
  return yes(...withCompletion(state, verdict.events, around))
}

/** What a command does to a decision by consent. The ask has been checked before. */
export function decide(state: Consent, command: Command, around: Around): Verdict<Said> {
  if (isOver(state)) return no('is_closed')
  if (isTurnCommand(command)) return turns(state, command, around)
  if (isWordingCommand(command)) return wording(state, command, around)
  if (isNoteCommand(command)) {
    return decideNotes(state.notes, command, around, roundOf(state.step)?.speaking?.person ?? null)
  }
  switch (command.type) {
    case 'consent.answer':
      return decideAnswer(state, command, around)
    case 'consent.absent':
      return setAside(state, command, around)
    case 'consent.open':
      return steers(around) ? decideOpen(state, around) : no('not_facilitator')
    case 'consent.round':
    case 'consent.anything':
    case 'consent.step':
    case 'consent.restate':
    case 'consent.ask':
    case 'consent.recheck':
      return steers(around) ? decideAsking(state, command, around) : no('not_facilitator')
    case 'consent.announce':
    case 'consent.defer':
    case 'consent.refer':
    case 'consent.drop':
    case 'consent.withdraw':
      return decideClosing(state, command, around)
    case 'objection.raise':
    case 'objection.hear':
    case 'objection.write':
    case 'objection.mark':
    case 'objection.ways':
    case 'objection.meets':
    case 'objection.withdraw':
    case 'objection.work':
      return decideObjecting(state, command, around)
    // A command that only another kind of process knows.
    default:
      return no('not_now')
  }
}
