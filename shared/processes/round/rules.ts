import { decideNotes, evolveNotes, type NotesEvent } from '../../parts/notes.ts'
import type { NoteCommand, TurnCommand } from '../../parts/schema.ts'
import { evolveTurns, type TurnsEvent } from '../../parts/turns.ts'
import { eligible, plan } from '../../parts/turns-order.ts'
import { decideTurns, undoable } from '../../parts/turns-rules.ts'
import { steers } from '../../parts/who.ts'
import { no, yes } from '../../refusals.ts'
import type { Meta, Verdict } from '../../types.ts'
import type { Around } from '../process.ts'
import type { Command, Round, RoundEvent, Setup } from './types.ts'

export function begin(setup: Setup, around: Around): Verdict<RoundEvent> {
  if (!steers(around)) return no('not_facilitator')
  const order = plan(around, eligible(around.seats), setup)
  if (!order) return no('nobody_to_ask')
  return yes<RoundEvent>(
    { type: 'round.set', round: setup.round, prompt: setup.prompt },
    { type: 'round.started', kind: setup.round, ...order },
  )
}

function again(state: Round, around: Around): Verdict<RoundEvent> {
  if (!steers(around)) return no('not_facilitator')
  if (!state.turns) return no('not_now')
  if (state.turns.stage === 'running') return no('round_running')
  const direction = state.turns.direction === 1 ? -1 : 1
  const order = plan(around, eligible(around.seats), { start: null, direction })
  if (!order) return no('nobody_to_ask')
  return yes<RoundEvent>(
    { type: 'round.started', kind: state.round, ...order },
    undoable('round_started', { round: { say: `round.${state.round}` } }),
  )
}

export function decide(state: Round, command: Command, around: Around): Verdict<RoundEvent> {
  if (command.type === 'round.again') return again(state, around)
  if (!state.turns) return no('not_now')
  if (command.type === 'note.write' || command.type === 'note.remove') {
    return decideNotes(state.notes, command as NoteCommand, around, state.turns.speaking?.person ?? null)
  }
  return decideTurns(state.turns, command as TurnCommand, around)
}

export function evolve(state: Round | null, event: RoundEvent, meta: Meta): Round {
  if (event.type === 'round.set') {
    const { round, prompt } = event
    return { kind: 'round', ask: meta.seq, frozen: meta.seq, round, prompt, turns: null, notes: [] }
  }
  if (!state) throw new Error(`${event.type} before a round was set`)
  const head = event.type.split('.')[0]
  if (head === 'note') return { ...state, notes: evolveNotes(state.notes, event as NotesEvent) }
  if (head !== 'round' && head !== 'turn') return state
  const turns = evolveTurns(state.turns, event as TurnsEvent, meta)
  const anew = event.type === 'round.started' || event.type === 'round.restarted' || event.type === 'turn.stepped_back'
  return { ...state, turns, ask: anew ? meta.seq : state.ask }
}
