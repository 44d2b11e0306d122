import { turnsEvents } from '../../../../shared/parts/turns.ts'
import type { Round, RoundEvent } from '../../../../shared/processes/round/types.ts'
import { type Choice, oneOf, type Scene, somebody, words } from '../../plausible/scene.ts'
import { ofNotes, ofTurns, turnsOn } from '../../plausible/turns.ts'
import { notesEvents } from '../parts.ts'
import type { Plausible } from '../plausible.ts'

const next = { when: 'next time', who: null, words: '' }

/** A round outside a decision. */
export const plausible: Plausible<Round, RoundEvent> = {
  on(_, { turns }, scene) {
    if (turns?.stage === 'running') return turnsOn(turns, scene)
    return [
      { actor: scene.lead, said: { type: 'round.again' } },
      { actor: scene.lead, said: { type: 'item.close', next } },
      { actor: scene.lead, said: { type: 'item.pause' } },
    ]
  },
  besides(_, { turns, notes }, scene) {
    const again: Choice = { actor: scene.lead, said: { type: 'round.again' } }
    return [again, ...(turns ? ofTurns(turns, scene) : []), ...ofNotes(notes, scene)]
  },
  setup(scene: Scene) {
    const { dice } = scene
    const round = oneOf(['clarifying', 'reaction', 'exploration', 'ideas'] as const, dice) ?? 'ideas'
    return { round, prompt: words(scene), start: dice(3) === 0 ? somebody(scene) : null, direction: null }
  },
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
  answers: () => 0,
  answering: [],
  guessed: {},
  noted: () => [],
  told: () => [],
  events: { 'round.set': true, ...turnsEvents, ...notesEvents },
  least: { 'step ideas': 100, 'step reaction': 10, 'step clarifying': 10, 'step exploration': 10 },
  flipped: 0,
}
