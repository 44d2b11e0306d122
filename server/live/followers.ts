import type { PersonId, StreamId } from '../../shared/types.ts'
import type { Presence } from '../nodes/nodes.ts'
import type { About, DeviceId } from '../store/store.ts'
import type { Io, Line } from './wire.ts'

/** More devices than this one person does not look at. */
const mostLines = 5

/** One connection and what it follows, as whom. */
export interface Follower {
  readonly line: Line
  readonly device: DeviceId
  /** The network address it comes from. */
  readonly address: string
  readonly follows: Map<StreamId, { readonly about: About; readonly seats: Set<PersonId | null> }>
  /** Who is here, as this line was told last. */
  readonly toldHere: Map<StreamId, string>
  /** What this line was told people are called. */
  readonly toldNames: Map<PersonId, string>
}

export interface Followers {
  add(line: Line, asker: Pick<Follower, 'device' | 'address'>): Follower
  remove(follower: Follower): void
  follow(follower: Follower, what: { stream: StreamId; about: About; as: PersonId | null }): void
  /** As this person, or screen, this stream is not followed on this line any more; left out, no stream is. */
  unfollow(follower: Follower, as: PersonId | null, only?: StreamId): void
  /** What the stream is that this line follows as this person; null if it does not. */
  following(follower: Follower, stream: StreamId, as: PersonId | null): About | null
  of(stream: StreamId): Iterable<Follower>
  readonly all: Iterable<Follower>
  /** Every stream that somebody follows. */
  readonly streams: Iterable<StreamId>
}

/** Who follows what; tells presence when somebody comes or goes. */
export function createFollowers(presence: Pick<Presence, 'came' | 'went'>): Followers {
  const all = new Set<Follower>()
  const byStream = new Map<StreamId, Set<Follower>>()
  const byPerson = new Map<PersonId, Set<Follower>>()

  function makeRoom(person: PersonId, newest: Follower): void {
    const lines = [...(byPerson.get(person) ?? [])].filter((one) => one !== newest)
    for (const oldest of lines.slice(0, Math.max(0, lines.length - mostLines + 1))) {
      oldest.line.emit('bye', 'replaced')
      oldest.line.disconnect(true)
    }
  }

  function leave<Key>(sets: Map<Key, Set<Follower>>, key: Key, follower: Follower): void {
    const set = sets.get(key)
    set?.delete(follower)
    if (set?.size === 0) sets.delete(key)
  }

  function isAnyone({ follows }: Follower, person: PersonId): boolean {
    return [...follows.values()].some(({ seats }) => seats.has(person))
  }

  return {
    all,
    of: (stream) => byStream.get(stream) ?? [],
    get streams() {
      return byStream.keys()
    },
    add(line, { device, address }) {
      const follower: Follower = {
        line,
        device,
        address,
        follows: new Map(),
        toldHere: new Map(),
        toldNames: new Map(),
      }
      all.add(follower)
      return follower
    },
    remove(follower) {
      all.delete(follower)
      for (const [stream, { seats }] of follower.follows) {
        leave(byStream, stream, follower)
        for (const as of seats) {
          if (as === null) continue
          presence.went(stream, as)
          leave(byPerson, as, follower)
        }
      }
      follower.follows.clear()
    },
    follow(follower, { stream, about, as }) {
      const { seats } = follower.follows.get(stream) ?? { seats: new Set() }
      if (!all.has(follower) || seats.has(as)) return
      if (as !== null) {
        makeRoom(as, follower)
        byPerson.set(as, (byPerson.get(as) ?? new Set()).add(follower))
      }
      follower.follows.set(stream, { about, seats: seats.add(as) })
      byStream.set(stream, (byStream.get(stream) ?? new Set()).add(follower))
      void follower.line.join(stream)
      if (as !== null) presence.came(stream, as)
    },
    unfollow(follower, as, only) {
      for (const [stream, { seats }] of follower.follows) {
        if ((only !== undefined && stream !== only) || !seats.delete(as)) continue
        if (as !== null) presence.went(stream, as)
        if (seats.size > 0) continue
        follower.follows.delete(stream)
        leave(byStream, stream, follower)
        void follower.line.leave(stream)
      }
      if (as !== null && !isAnyone(follower, as)) leave(byPerson, as, follower)
    },
    following(follower, stream, as) {
      const known = follower.follows.get(stream)
      return known?.seats.has(as) ? known.about : null
    },
  }
}

/** A line that does not drain costs everyone memory; whoever is cut comes back and catches up. */
export function cutSlowLines(io: Io, mostPackets = 256, mostBytes = 1024 * 1024): number {
  let cut = 0
  for (const { conn } of io.sockets.sockets.values()) {
    const writeBuffer = unsentOn(conn)
    if (writeBuffer.length <= mostPackets && bytesIn(writeBuffer) <= mostBytes) continue
    conn.close(true)
    cut += 1
  }
  return cut
}

/** Engine.IO keeps it to itself; a version that keeps it elsewhere cuts nobody. */
function unsentOn(conn: object): readonly { data?: unknown }[] {
  return 'writeBuffer' in conn && Array.isArray(conn.writeBuffer) ? conn.writeBuffer : []
}

function bytesIn(packets: readonly { data?: unknown }[]): number {
  return packets.reduce((sum, { data }) => sum + (typeof data === 'string' ? data.length : 0), 0)
}
