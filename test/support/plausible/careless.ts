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
  const fields: Readonly<Record<string, unknown>> = { ...wanted.command }
  const numbered = (['ask', 'turn', 'replaces', 'over', 'aside', 'seq'] as const).filter(
    (key) => fields[key] === null || typeof fields[key] === 'number',
  )
  const key = oneOf(numbered, dice)
  if (key === undefined) return wanted
  const off = Math.max(0, Number(fields[key]) + (dice(2) === 0 ? -1 : 1))
  return { ...wanted, command: { ...fields, [key]: off } as unknown as MeetingCommand }
}
