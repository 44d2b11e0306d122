import { turnsEvents } from '../../../../shared/parts/turns.ts'
import type { Round, RoundEvent, Setup } from '../../../../shared/processes/round/types.ts'
import { type Choice, oneOf, type Scene, somebody, words } from '../../plausible/scene.ts'
import { ofNotes, ofTurns, turnsOn } from '../../plausible/turns.ts'
import { notesEvents } from '../parts.ts'
import type { Plausible } from '../plausible.ts'

const next = { when: 'next time', who: null, words: '' }

function setupOf(scene: Scene): Setup {
  const { dice } = scene
  const round = oneOf(['clarifying', 'reaction', 'exploration', 'ideas'] as const, dice) ?? 'ideas'
  return { round, prompt: words(scene), start: dice(3) === 0 ? somebody(scene) : null, direction: null }
}

/** A round outside a decision. */
export const plausible: Plausible<Round, RoundEvent> = {
  on({ id }, { turns }, scene) {
    if (turns?.stage === 'running') return turnsOn(turns, scene)
    const another = { item: id.split('.')[0] ?? '', kind: 'round', setup: setupOf(scene) } as const
    return [
      { actor: scene.lead, said: { type: 'process.begin', ...another } },
      { actor: scene.lead, said: { type: 'round.again' } },
      { actor: scene.lead, said: { type: 'item.close', next } },
      { actor: scene.lead, said: { type: 'item.pause' } },
    ]
  },
  besides(_, { turns, notes }, scene) {
    const again: Choice = { actor: scene.lead, said: { type: 'round.again' } }
    return [again, ...(turns ? ofTurns(turns, scene) : []), ...ofNotes(notes, scene)]
  },
  setup: setupOf,
  begins: {
    talking(world) {
      const setup = { round: 'ideas', prompt: 'What do we plant?', start: null, direction: null } as const
      world.acts('ana', { type: 'meeting.open', item: 'i3' })
      world.acts('ana', { type: 'process.begin', item: 'i3', kind: 'round', setup })
    },
  },
  leaves({ turns }) {
    return [
      ...(turns?.paused ? [{ type: 'round.resume' } as const] : []),
      ...(turns?.stage === 'running' ? [{ type: 'round.end' } as const] : []),
      { type: 'item.close', next },
    ]
  },
  replaces: () => null,
  answered: () => [],
  answering: [],
  final: [],
  noted: () => [],
  told: () => [],
  events: { 'round.set': true, ...turnsEvents, ...notesEvents },
  least: {
    met: {
      ...{ 'step ideas': 100, 'step reaction': 10, 'step clarifying': 10, 'step exploration': 10 },
      ...{ 'turn.stepped_back': 5, 'round.closed': 5 },
    },
    guessed: { 'turn.done': 25 },
    undone: { round_started: 20, stepped_back: 1 },
    stormed: { 'turn.ended': 20 },
  },
  secrets: null,
}
