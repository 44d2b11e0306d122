import type { Here } from '../../shared/protocol.ts'
import type { PersonId, StreamId } from '../../shared/types.ts'
import type { Fold, News } from '../host/folds.ts'
import type { Streams } from '../host/streams.ts'
import type { Follower, Followers } from './followers.ts'
import { framesOf } from './frames.ts'
import type { Presence, Roles } from './presence.ts'
import type { Io } from './wire.ts'

interface TellingParts {
  readonly io: Io
  readonly followers: Followers
  readonly presence: Presence
  readonly streams: Streams
  readonly rolesOf: (stream: StreamId, state: unknown) => Roles | null
}

export interface Telling {
  /** One frame per viewer: serialised once for everyone, singly only for who sees more than others. */
  entries(news: News): void
  /** Who is here, to everyone for whom it changed; with a beat to everyone, because a frame may be lost. */
  here(stream: StreamId, state: unknown, why: 'change' | 'beat'): void
  /** Who is here, to somebody who has just come. */
  greet(follower: Follower, fold: Fold): void
}

export function createTelling({ io, followers, presence, streams, rolesOf }: TellingParts): Telling {
  const lastHere = new Map<StreamId, string>()

  function hereFor(follower: Follower, stream: StreamId, roles: Roles): Here {
    const here = presence.here(stream, roles)
    const { facilitator, secretary, people } = roles
    const isLeading = seats(follower, stream).some((as) => as !== null && (as === facilitator || as === secretary))
    return isLeading ? { ...here, lights: presence.lights(stream, people) } : here
  }

  function here(stream: StreamId, state: unknown, why: 'change' | 'beat'): void {
    const roles = rolesOf(stream, state)
    if (!roles) return
    const what = JSON.stringify([presence.here(stream, roles), roles, presence.lights(stream, roles.people)])
    if (why === 'change' && lastHere.get(stream) === what) return
    lastHere.set(stream, what)
    for (const follower of followers.of(stream)) follower.line.volatile.emit('here', hereFor(follower, stream, roles))
    if (lastHere.size > 1_000) lastHere.clear()
  }

  return {
    here,
    entries({ stream, entries, state }) {
      const kind = streams.streamOf(stream)
      if (!kind) return
      const { everyone, readers, of } = framesOf(kind, entries)
      const isReader = (as: PersonId | null) => as !== null && readers.has(as)
      const apart = [...followers.of(stream)].filter((one) => seats(one, stream).some(isReader))
      const others = apart.map(({ line }) => line.id)
      io.to(stream).except(others).emit('entries', { stream, as: null, entries: everyone })
      for (const follower of apart) {
        for (const as of seats(follower, stream)) {
          follower.line.emit('entries', { stream, as, entries: as !== null && isReader(as) ? of(as) : everyone })
        }
      }
      here(stream, state, 'change')
    },
    greet(follower, { stream, state }) {
      const roles = rolesOf(stream, state)
      if (!roles) return
      follower.line.emit('here', hereFor(follower, stream, roles))
      here(stream, state, 'change')
    },
  }
}

/** People first: what everyone sees comes last, when those who see more already have their own. */
function seats({ follows }: Follower, stream: StreamId): readonly (PersonId | null)[] {
  const all = [...(follows.get(stream) ?? [])]
  return [...all.filter((as) => as !== null), ...all.filter((as) => as === null)]
}
