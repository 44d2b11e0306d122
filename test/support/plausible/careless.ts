import type { MeetingCommand } from '../../../shared/meeting/types.ts'
import type { PersonId } from '../../../shared/types.ts'
import { strangers } from './meeting.ts'
import { anyone, type Dice, oneOf, type Scene } from './scene.ts'

export interface Sent {
  readonly actor: PersonId
  readonly command: MeetingCommand
}

/** What should not be done: by the wrong person, too late, about another question, twice. */
export function careless(scene: Scene, wanted: Sent, before: readonly Sent[]): Sent {
  const { dice } = scene
  const old = oneOf(before.slice(-12), dice) ?? wanted
  const other = dice(5) === 0 ? (oneOf(strangers, dice) ?? 'otto') : anyone(scene)
  return oneOf([{ ...wanted, actor: other }, old, { ...old, actor: other }, mistaken(wanted, dice)], dice) ?? old
}

/** About another ask, another turn, another text than there is. */
function mistaken(wanted: Sent, dice: Dice): Sent {
  const { command } = wanted
  const off = dice(2) === 0 ? -1 : 1
  const key = (['ask', 'turn', 'replaces', 'over', 'aside', 'seq'] as const).find(
    (k) => k in command && (dice(2) === 0 || k === 'seq'),
  )
  const was = key && (command as unknown as Record<string, number | null>)[key]
  return key ? { ...wanted, command: { ...command, [key]: Math.max(0, (was ?? 0) + off) } as MeetingCommand } : wanted
}
