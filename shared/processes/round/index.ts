import { lightNotes, predictableNotes } from '../../parts/notes.ts'
import { attendTurns, predictableTurns } from '../../parts/turns-rules.ts'
import type { MinutesLine, Process } from '../process.ts'
import { begin, decide, evolve } from './rules.ts'
import type { Command, Round, RoundEvent, Setup } from './types.ts'

function held(state: Round): readonly MinutesLine[] {
  const { turns, round, notes } = state
  if (!turns) return []
  const people = Object.keys(turns.ended).filter((p) => turns.ended[p] === 'done' || turns.ended[p] === 'passed')
  const away = Object.keys(turns.ended).filter((p) => turns.ended[p] === 'away' || turns.ended[p] === 'not asked')
  return [
    { say: { id: 'minutes.round_held', with: { round: { say: `round.${round}` }, who: { people } } } },
    ...(away.length > 0 ? [{ say: { id: 'minutes.round_away', with: { who: { people: away } } } }] : []),
    ...notes.map((note) => ({ say: { id: `minutes.note_${note.kind}`, with: {} }, words: note.text })),
  ]
}

const predicted: ReadonlySet<Command['type']> = new Set([...predictableTurns, ...predictableNotes])

export const round: Process<'round', Setup, Round, Command, RoundEvent> = {
  kind: 'round',
  on: ['talk'],
  tells: new Set(),
  final: new Set(),
  light: new Set(lightNotes),
  agreeable: new Set(),
  reasons: {},
  opens: () => null,
  begin,
  decide,
  attend: (state, around) => (state.turns ? attendTurns(state.turns, around) : []),
  evolve,
  at({ round, turns }) {
    const running = turns?.stage === 'running'
    return { step: round, round: turns, asked: running && turns.speaking ? [turns.speaking.person] : [], busy: running }
  },
  predictable: (_, { type }) => predicted.has(type),
  abandon: () => [],
  lost: (state) => state,
  outcome: () => null,
  minutes: held,
  words: () => null,
  carry: (_, earlier) => earlier,
  objects: () => false,
}
