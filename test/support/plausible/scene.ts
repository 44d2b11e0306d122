import { facilitatorOf } from '../../../shared/meeting/around.ts'
import type { MeetingState } from '../../../shared/meeting/types.ts'
import type { Kind } from '../../../shared/processes/index.ts'
import type { PersonId } from '../../../shared/types.ts'
import type { Said } from '../filled.ts'

export type Dice = (below: number) => number
export type Now = NonNullable<MeetingState>

/** Something that somebody might do next. */
export interface Choice {
  readonly actor: PersonId
  readonly said: Said
}

/** A meeting as someone looking for the next thing to do finds it. */
export interface Scene {
  readonly now: Now
  readonly dice: Dice
  /** Who facilitates; nobody's name while the chair is empty. */
  readonly lead: PersonId
  /** Facilitator or secretary. */
  readonly scribe: PersonId
  readonly unreachable: readonly PersonId[]
  /** The kind of process the meeting is about, if it is about one: that is what is mostly begun by hand. */
  readonly about: Kind | null
}

export function sceneOf(now: Now, dice: Dice, known: Partial<Pick<Scene, 'unreachable' | 'about'>> = {}): Scene {
  const { unreachable = [], about = null } = known
  const lead = facilitatorOf(now) ?? 'nobody'
  return { now, dice, lead, scribe: dice(3) === 0 ? (now.secretary ?? lead) : lead, unreachable, about }
}

export function oneOf<T>(list: readonly T[], dice: Dice): T | undefined {
  return list[dice(list.length)]
}

/** Anyone with a seat. */
export function anyone({ now, dice }: Scene): PersonId {
  return oneOf(now.seats, dice)?.person ?? 'nobody'
}

/** Anyone who is here. */
export function present({ now, dice }: Scene): PersonId {
  const here = now.seats.filter((s) => s.attendance === 'present')
  return oneOf(here, dice)?.person ?? 'nobody'
}

/** Anyone with a seat, oftener someone who is here. */
export function somebody(scene: Scene): PersonId {
  return scene.dice(4) === 0 ? anyone(scene) : present(scene)
}

/** Words of changing length, sometimes none. */
export function words({ dice }: Scene): string {
  return oneOf(['', 'too late', 'Mondays are hard', 'Who pays for it? We never said.', `point ${dice(50)}`], dice) ?? ''
}
