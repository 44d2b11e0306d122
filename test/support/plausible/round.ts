import type { Round } from '../../../shared/processes/round/types.ts'
import type { Choice, Scene } from './scene.ts'
import { ofNotes, ofTurns, turnsOn } from './turns.ts'

/** What brings a round outside a decision on. */
export function roundOn({ turns }: Round, scene: Scene): readonly Choice[] {
  if (turns?.stage === 'running') return turnsOn(turns, scene)
  const next = { when: 'next time', who: null, words: '' }
  return [
    { actor: scene.lead, said: { type: 'round.again' } },
    { actor: scene.lead, said: { type: 'item.close', next } },
    { actor: scene.lead, said: { type: 'item.pause' } },
  ]
}

export function ofRound({ turns, notes }: Round, scene: Scene): readonly Choice[] {
  const again: Choice = { actor: scene.lead, said: { type: 'round.again' } }
  return [again, ...(turns ? ofTurns(turns, scene) : []), ...ofNotes(notes, scene)]
}
