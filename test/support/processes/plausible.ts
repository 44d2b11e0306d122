import type { Run } from '../../../shared/meeting/types.ts'
import type { PersonId, Seq } from '../../../shared/types.ts'
import type { World } from '../../laws/world.ts'
import type { Said } from '../filled.ts'
import type { Choice, Scene } from '../plausible/scene.ts'

/** How often at least something has to have come about in the meetings of this kind: by what it is called. */
type Least = Readonly<Record<string, number>>

/** What the laws have to know of a process that keeps secrets. */
export interface Keeping<Event extends { readonly type: string }> {
  /** Those of its beginnings in which something is sealed soon. */
  readonly begins: readonly string[]
  /** The commands by which somebody opens on purpose what lies sealed: nothing else may tell it. */
  readonly opening: readonly string[]
  /** How often at least somebody's secret in it was another one, and was then opened. */
  readonly flipped: number
  readonly opened: number
  /** How often at least somebody replaced by their own hand what they had sealed. */
  readonly replaced: number
  /** How often at least it was told, of which of its events. */
  readonly told: Readonly<Partial<Record<Event['type'], number>>>
}

/** What the laws, generators and storms have to know of a process to try it everywhere. */
export interface Plausible<State, Event extends { readonly type: string }> {
  /** What brings it on from where it stands. */
  on(run: Run, state: State, scene: Scene): readonly Choice[]
  /** Everything else that may happen to it. */
  besides(run: Run, state: State, scene: Scene): readonly Choice[]
  /** What it may be begun with by hand; null for what begins with its item. */
  setup(scene: Scene): object | null
  /**
   * Ways to lead a meeting right into it, and to what chance seldom does; everyone is here, and the decision i1
   * and the talk i3 wait. Each is gone on from in meetings of its own.
   */
  readonly begins: Readonly<Record<string, (world: World) => void>>
  /** What the facilitator does to be rid of it, in order, until its item is closed. */
  leaves(state: State, lead: PersonId): readonly Said[]
  /** Which answer a new one replaces, as the screen of the one who sends it knows; null if that is nothing here. */
  replaces(run: Run, state: State, who: { readonly actor: PersonId; readonly person: PersonId }): Seq | null
  /** Whoever has answered, as far as everyone may know, and the commands that may make them more. */
  answered(state: State): readonly PersonId[]
  readonly answering: readonly string[]
  /** What of its own nobody takes back, as the tenth law lists it. */
  readonly final: readonly Event['type'][]
  /** What it is worth to note of where it stands, and of what it tells. */
  noted(state: State): readonly string[]
  told(event: Event): readonly string[]
  /** Every event of its own: each has to be met. */
  readonly events: Readonly<Record<Event['type'], true>>
  readonly least: {
    /** What it notes, its steps (`step …`), and events of its own. */
    readonly met: Least
    /** Commands that were shown before the server said yes. */
    readonly guessed: Least
    /** What was undone, by the last word of its sentence. */
    readonly undone: Least
    /** What was told in storms. */
    readonly stormed: Least
  }
  /** Null where it keeps none. */
  readonly secrets: Keeping<Event> | null
}
