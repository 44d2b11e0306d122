import type { PersonId, StreamId } from '../../shared/types.ts'
import type { Fold, News } from '../host/folds.ts'
import type { Host } from '../host.ts'
import { isLetIn } from '../people/rights.ts'
import type { Rules } from '../rules.ts'
import type { Device, DeviceId, People } from '../store/store.ts'
import type { Follower, Followers } from './followers.ts'

interface LeavingParts {
  readonly followers: Followers
  readonly people: Pick<People, 'device'>
  readonly host: Pick<Host, 'known'>
  readonly rules: Pick<Rules, 'rolesOf' | 'circleOf'>
}

/** Ends what is followed on lines without a right to it any more. What else a line follows goes on. */
export interface Leaving {
  /**
   * Whoever has lost their seat by this, and may follow by nothing else, has heard so much and hears no more. A line on
   * which nothing is left to follow ends, and is told why.
   */
  seats(news: News): Promise<void>
  /** What may be done on this device has changed; where it is gone its lines end, and are told why. */
  device(id: DeviceId): Promise<void>
}

export function createLeaving({ followers, people, host, rules }: LeavingParts): Leaving {
  /** Who belonged to streams that are followed, after the last news of them. */
  const belonged = new Map<StreamId, readonly PersonId[]>()

  function isOwn(device: Device, fold: Fold, as: PersonId | null): boolean {
    return (as === null || device.people.includes(as)) && isLetIn({ rules }, device, fold, as)
  }

  /** Which of these are followed on this line without a right to it. */
  async function without(follower: Follower, fold: Fold, persons: Iterable<PersonId | null>) {
    const device = await people.device(follower.device)
    const followed = [...persons].filter((as) => followers.following(follower, fold.stream, as))
    return followed.filter((as) => !device || !isOwn(device, fold, as))
  }

  function ends({ line }: Follower): void {
    line.emit('bye', 'removed')
    line.disconnect(true)
  }

  return {
    async seats({ fold }) {
      const { stream, about, state } = fold
      const lines = [...followers.of(stream)]
      if (lines.length === 0) return void belonged.delete(stream)
      const before = belonged.get(stream)
      const now = rules.rolesOf(about.kind, state)?.people ?? []
      belonged.set(stream, now)
      const here = new Set(now)
      if (before?.every((person) => here.has(person))) return
      // Where nobody has looked before, all who have no seat are looked at.
      const isGone = (as: PersonId | null) => as !== null && !here.has(as) && (before?.includes(as) ?? true)
      for (const follower of lines) {
        const gone = [...(follower.follows.get(stream)?.seats ?? [])].filter(isGone)
        const lost = gone.length > 0 ? await without(follower, fold, gone) : []
        for (const as of lost) followers.unfollow(follower, as, stream)
        if (lost.length > 0 && follower.follows.size === 0) ends(follower)
      }
    },
    async device(id) {
      const lines = [...followers.all].filter((follower) => follower.device === id)
      if (lines.length > 0 && (await people.device(id)) === null) return lines.forEach(ends)
      for (const follower of lines) {
        for (const [stream, { seats }] of [...follower.follows]) {
          const fold = host.known(stream)
          const lost = fold ? await without(follower, fold, seats) : []
          for (const as of lost) followers.unfollow(follower, as, stream)
        }
      }
    },
  }
}
