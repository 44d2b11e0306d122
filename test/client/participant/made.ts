import type { Item, Now, Run } from '../../../shared/meeting/types.ts'
import type { Kind, ProcessState } from '../../../shared/processes/index.ts'
import type { Seat } from '../../../shared/types.ts'
import { usual } from '../../../shared/types.ts'
import { price, seatsOf } from './folded.ts'

interface Played {
  readonly state: ProcessState
  readonly seats: readonly Seat[]
  readonly sealed: Run['sealed']
  readonly sealedSeqs: Run['sealedSeqs']
}

const item: Item = {
  id: 'i1',
  title: 'Guest room price',
  kind: 'decide',
  lead: 'lior',
  stage: 'open',
  draft: price,
  written: 0,
  carried: null,
  runs: [],
  running: false,
  outcome: null,
  facilitator: null,
}

const empty: Now = {
  id: 'm_1',
  circle: 'c_1',
  name: 'General Circle',
  aim: 'Neighbours of all ages sharing a house well',
  stage: 'open',
  calledAt: 1,
  openedAt: 1,
  endedAt: null,
  seats: [],
  facilitator: 'lior',
  chairEmpty: null,
  offered: null,
  secretary: 'noor',
  backup: null,
  leader: null,
  settings: usual,
  lastRound: null,
  items: [],
  numbered: 2,
  shown: 'i1',
  aside: null,
  asides: [],
  blocks: {},
  pen: null,
  facilitators: ['lior'],
  atEnd: null,
}

/** A meeting in which this is being decided just now. */
export function meetingOf(play: Played, change: Partial<Now> = {}): Now {
  const { state, seats, sealed, sealedSeqs } = play
  const run: Run = { id: 'i1.1', kind: state.kind as Kind, state, sealed, sealedSeqs }
  const isOver = state.kind === 'consent' && (state.step.stage === 'decided' || state.step.stage === 'ended')
  const one: Item = { ...item, runs: [run], running: !isOver, stage: isOver ? 'closed' : 'open' }
  const later: Item = { ...item, id: 'i2', title: 'Secretary', stage: 'planned', draft: price }
  return { ...empty, seats, items: [one, later], ...change }
}

/** A meeting in which nothing goes round. */
export function idle(names: readonly string[], change: Partial<Now> = {}): Now {
  const planned = (id: string, title: string): Item => ({ ...item, id, title, stage: 'planned' })
  const items = [planned('i1', 'Guest room price'), planned('i2', 'Secretary')]
  return { ...empty, seats: seatsOf(names), items, shown: null, ...change }
}
