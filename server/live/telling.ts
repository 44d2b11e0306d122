import type { Here } from '../../shared/protocol.ts'
import type { Millis, PersonId, StreamId } from '../../shared/types.ts'
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
  /** Something changed about who is here: those who see a difference are told in a moment, all at once. */
  hereChanged(stream: StreamId, state: unknown): void
  /** Everyone is told who is here, whether or not it changed. */
  hereAgain(stream: StreamId, state: unknown): void
  /** Somebody who has just come is told who is here. */
  greet(follower: Follower, fold: Fold): void
  close(): void
}

/** So long changes are collected: after a restart everyone comes back at once. */
const collecting: Millis = 100

export function createTelling({ io, followers, presence, streams, rolesOf }: TellingParts): Telling {
  const changed = new Map<StreamId, unknown>()
  let timer: NodeJS.Timeout | null = null

  function tell(follower: Follower, stream: StreamId, { roles, isAgain }: { roles: Roles; isAgain: boolean }): void {
    const here = presence.here(stream, roles)
    const { facilitator, secretary, people } = roles
    const isLeading = seats(follower, stream).some((as) => as !== null && (as === facilitator || as === secretary))
    const what: Here = isLeading ? { ...here, lights: presence.lights(stream, people) } : here
    const text = JSON.stringify(what)
    if (!isAgain && follower.toldHere.get(stream) === text) return
    follower.toldHere.set(stream, text)
    follower.line.emit('here', what)
  }

  function tellAll(stream: StreamId, state: unknown, isAgain: boolean): void {
    const roles = rolesOf(stream, state)
    if (roles) for (const follower of followers.of(stream)) tell(follower, stream, { roles, isAgain })
  }

  function flush(): void {
    timer = null
    for (const [stream, state] of changed) tellAll(stream, state, false)
    changed.clear()
  }

  function hereChanged(stream: StreamId, state: unknown): void {
    changed.set(stream, state)
    timer ??= setTimeout(flush, collecting).unref()
  }

  return {
    hereChanged,
    hereAgain: (stream, state) => tellAll(stream, state, true),
    close() {
      if (timer) clearTimeout(timer)
    },
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
      hereChanged(stream, state)
    },
    greet(follower, { stream, state }) {
      const roles = rolesOf(stream, state)
      if (roles) tell(follower, stream, { roles, isAgain: true })
      hereChanged(stream, state)
    },
  }
}

/** People first: what everyone sees comes last, when those who see more already have their own. */
function seats({ follows }: Follower, stream: StreamId): readonly (PersonId | null)[] {
  const all = [...(follows.get(stream) ?? [])]
  return [...all.filter((as) => as !== null), ...all.filter((as) => as === null)]
}
