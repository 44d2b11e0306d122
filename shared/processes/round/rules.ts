import { decideNotes, evolveNotes, isNoteCommand, isNotesEvent } from '../../parts/notes.ts'
import { asksAnew, evolveTurns } from '../../parts/turns.ts'
import { eligible, plan } from '../../parts/turns-order.ts'
import { decideTurns } from '../../parts/turns-rules.ts'
import { undoable } from '../../parts/undoable.ts'
import { steers } from '../../parts/who.ts'
import { no, yes } from '../../refusals.ts'
import type { Meta, Verdict } from '../../types.ts'
import type { Around } from '../process.ts'
import type { Command, Round, RoundEvent, Said, Setup } from './types.ts'

function began(round: Round['round']) {
  return undoable('round_started', { round: { say: `round.${round}` } })
}

/** The round is set and its first turn begins, in one act. */
export function begin(setup: Setup, around: Around): Verdict<Said> {
  if (!steers(around)) return no('not_facilitator')
  const { round, prompt } = setup
  const order = plan(around, eligible(around.seats), setup)
  if (!order) return no('nobody_to_ask')
  return yes<Said>({ type: 'round.set', round, prompt }, { type: 'round.started', kind: round, ...order }, began(round))
}

function again(state: Round, around: Around): Verdict<Said> {
  if (!steers(around)) return no('not_facilitator')
  if (!state.turns) return no('not_now')
  if (state.turns.stage === 'running') return no('round_running')
  const direction = state.turns.direction === 1 ? -1 : 1
  const order = plan(around, eligible(around.seats), { start: null, direction })
  if (!order) return no('nobody_to_ask')
  return yes<Said>({ type: 'round.started', kind: state.round, ...order }, began(state.round))
}

/** Turns and notes by their parts' rules; of a round's own there is only going round once more. */
export function decide(state: Round, command: Command, around: Around): Verdict<Said> {
  if (command.type === 'round.again') return again(state, around)
  if (!state.turns) return no('not_now')
  if (isNoteCommand(command)) return decideNotes(state.notes, command, around, state.turns.speaking?.person ?? null)
  return decideTurns(state.turns, command, around)
}

/** Folds one event. What the parts know they fold themselves. */
export function evolve(state: Round | null, event: RoundEvent, meta: Meta): Round {
  if (event.type === 'round.set') {
    const { round, prompt } = event
    return { kind: 'round', ask: meta.seq, frozen: meta.seq, round, prompt, turns: null, notes: [] }
  }
  if (!state) throw new Error(`${event.type} before a round was set`)
  if (isNotesEvent(event)) return { ...state, notes: evolveNotes(state.notes, event) }
  return { ...state, turns: evolveTurns(state.turns, event, meta), ask: asksAnew(event) ? meta.seq : state.ask }
}
