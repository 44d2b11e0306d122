import type { Run } from '../../../shared/meeting/types.ts'
import type { PersonId, Seq } from '../../../shared/types.ts'
import type { World } from '../../laws/world.ts'
import type { Said } from '../filled.ts'
import type { Choice, Scene } from '../plausible/scene.ts'

/** What the laws, generators and storms have to know of a process to try it everywhere. */
export interface Plausible<State, Event extends { readonly type: string }> {
  /** What brings it on from where it stands. */
  on(run: Run, state: State, scene: Scene): readonly Choice[]
  /** Everything else that may happen to it. */
  besides(run: Run, state: State, scene: Scene): readonly Choice[]
  /** What it may be begun with by hand; null for what begins with its item. */
  setup(scene: Scene): object | null
  /** Ways to lead a meeting right into it; everyone is here, and the decision i1 and the talk i3 wait. */
  readonly begins: Readonly<Record<string, (world: World) => void>>
  /** What the facilitator does to be rid of it, in order, until its item is closed. */
  leaves(state: State, lead: PersonId): readonly Said[]
  /** Which answer a new one replaces, as the screen of the one who sends it knows; null if that is nothing here. */
  replaces(run: Run, state: State, who: { readonly actor: PersonId; readonly person: PersonId }): Seq | null
  /** How many answers it holds, and the commands that may make them more. */
  answers(state: State): number
  readonly answering: readonly string[]
  /** How often at least these commands of its were shown before the server said yes. */
  readonly guessed: Readonly<Record<string, number>>
  /** What it is worth to note of where it stands, and of what it tells. */
  noted(state: State): readonly string[]
  told(event: Event): readonly string[]
  /** Every event of its own: each has to be met. */
  readonly events: Readonly<Record<Event['type'], true>>
  /** How often at least the laws have to have met what it notes, its steps (`step …`) among them. */
  readonly least: Readonly<Record<string, number>>
  /** How often at least somebody's secret in it was flipped; 0 where it keeps none. */
  readonly flipped: number
}
