import type { Turns } from '../../../shared/parts/turns.ts'
import { anyone, type Choice, oneOf, present, type Scene, words } from './scene.ts'

/** What brings a round on: the speaker ends their turn, or it is done. */
export function turnsOn(turns: Turns, scene: Scene): readonly Choice[] {
  const { lead, dice } = scene
  const speaker = turns.speaking?.person
  const silent = [turns.speaking, ...turns.queue].flatMap((w) => (w && w.as !== 'upcoming' ? [w.person] : []))
  if (turns.stage !== 'running') return []
  if (turns.paused) return [{ actor: lead, said: { type: 'round.resume' } }]
  if (!speaker) return [oneOf(['round.heard', 'round.close'] as const, dice) ?? 'round.close'].map(ending)
  const own = (['turn.done', 'turn.done', 'turn.pass', 'turn.later'] as const).map((type) => ({
    actor: speaker,
    said: { type },
  }))
  const skipped: readonly Choice[] = dice(3) === 0 ? [{ actor: lead, said: { type: 'turn.skip' } }] : []
  const heard: Choice = { actor: lead, said: { type: 'round.heard', over: silent } }
  return [...own, { actor: lead, said: { type: 'turn.done' } }, ...skipped, heard]

  function ending(type: 'round.heard' | 'round.close'): Choice {
    return { actor: lead, said: type === 'round.heard' ? { type, over: [] } : { type } }
  }
}

/** Everything else that may happen to a round. */
export function ofTurns(turns: Turns, scene: Scene): readonly Choice[] {
  const { lead, scribe, dice } = scene
  const waiting = oneOf(turns.queue, dice)?.person ?? anyone(scene)
  const passed = Object.keys(turns.ended).find((p) => turns.ended[p] === 'passed')
  const silent = [turns.speaking, ...turns.queue].flatMap((w) => (w && w.as !== 'upcoming' ? [w.person] : []))
  return [
    { actor: scribe, said: { type: 'turn.pass' } },
    { actor: scribe, said: { type: 'turn.later' } },
    { actor: lead, said: { type: 'turn.skip' } },
    { actor: lead, said: { type: 'turn.give', to: dice(2) === 0 ? waiting : present(scene) } },
    { actor: lead, said: { type: 'turn.back' } },
    { actor: lead, said: { type: 'turn.back' } },
    { actor: lead, said: { type: 'turn.move', person: waiting, by: dice(2) === 0 ? 1 : -1 } },
    { actor: lead, said: { type: 'turn.invite', person: anyone(scene) } },
    { actor: passed ?? lead, said: { type: 'turn.unpass', for: null } },
    { actor: scribe, said: { type: 'turn.unpass', for: passed ?? lead } },
    { actor: lead, said: { type: turns.paused ? 'round.resume' : 'round.pause' } },
    { actor: lead, said: { type: 'round.heard', over: silent } },
    { actor: lead, said: { type: 'round.end' } },
    { actor: lead, said: { type: 'round.close' } },
    { actor: lead, said: { type: 'round.restart', reason: words(scene) } },
  ]
}

/** What is written down while people speak. */
export function ofNotes(notes: readonly { readonly id: string }[], scene: Scene): readonly Choice[] {
  const { scribe, dice } = scene
  const note = oneOf(notes, dice)?.id ?? null
  const kind = oneOf(['question', 'point', 'exploration', 'idea'] as const, dice) ?? 'point'
  const said = { type: 'note.write', note, kind, text: words(scene), answer: words(scene) } as const
  return [
    { actor: scribe, said },
    { actor: present(scene), said: { ...said, note: null } },
    { actor: scribe, said: { type: 'note.remove', note: note ?? 'n1' } },
  ]
}
