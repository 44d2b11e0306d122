import type { PersonId, StreamId } from '../../shared/types.ts'
import type { CommunityId, DeviceId } from '../store/store.ts'
import type { Presence } from './presence.ts'
import type { Io, Line } from './wire.ts'

/** More devices than this one person does not look at. */
const mostLines = 5

/** One connection and what it follows, as whom. */
export interface Follower {
  readonly line: Line
  readonly device: DeviceId
  readonly follows: Map<StreamId, Set<PersonId | null>>
  /** Who is here, as this line was told last. */
  readonly toldHere: Map<StreamId, string>
}

export interface Followers {
  add(line: Line, device: DeviceId): Follower
  remove(follower: Follower): void
  follow(follower: Follower, what: { stream: StreamId; community: CommunityId; as: PersonId | null }): void
  /** As this person nothing is followed on this line any more. */
  unfollow(follower: Follower, person: PersonId): void
  isFollowing(follower: Follower, stream: StreamId, as: PersonId | null): boolean
  of(stream: StreamId): Iterable<Follower>
  readonly all: Iterable<Follower>
  /** Every stream that somebody follows. */
  readonly streams: Iterable<StreamId>
}

export function namesRoom(community: CommunityId): string {
  return `names ${community}`
}

/** Who follows what; tells presence when somebody comes or goes. */
export function createFollowers(presence: Presence): Followers {
  const all = new Set<Follower>()
  const byStream = new Map<StreamId, Set<Follower>>()

  function makeRoom(person: PersonId, newest: Follower): void {
    const lines = [...all].filter((one) => one !== newest && peopleOn(one).has(person))
    for (const oldest of lines.slice(0, Math.max(0, lines.length - mostLines + 1))) {
      oldest.line.emit('bye', 'replaced')
      oldest.line.disconnect(true)
    }
  }

  return {
    all,
    of: (stream) => byStream.get(stream) ?? [],
    get streams() {
      return byStream.keys()
    },
    add(line, device) {
      const follower = { line, device, follows: new Map(), toldHere: new Map() }
      all.add(follower)
      return follower
    },
    remove(follower) {
      all.delete(follower)
      for (const [stream, seats] of follower.follows) {
        const others = byStream.get(stream)
        others?.delete(follower)
        if (others?.size === 0) byStream.delete(stream)
        for (const as of seats) if (as !== null) presence.went(stream, as)
      }
      follower.follows.clear()
    },
    follow(follower, { stream, community, as }) {
      const seats = follower.follows.get(stream) ?? new Set()
      if (!all.has(follower) || seats.has(as)) return
      if (as !== null) makeRoom(as, follower)
      follower.follows.set(stream, seats.add(as))
      byStream.set(stream, (byStream.get(stream) ?? new Set()).add(follower))
      void follower.line.join([stream, namesRoom(community)])
      if (as !== null) presence.came(stream, as)
    },
    unfollow(follower, person) {
      for (const [stream, seats] of follower.follows) {
        if (!seats.delete(person)) continue
        presence.went(stream, person)
        if (seats.size > 0) continue
        follower.follows.delete(stream)
        byStream.get(stream)?.delete(follower)
        void follower.line.leave(stream)
      }
    },
    isFollowing: (follower, stream, as) => follower.follows.get(stream)?.has(as) ?? false,
  }
}

function peopleOn({ follows }: Follower): ReadonlySet<PersonId | null> {
  return new Set([...follows.values()].flatMap((seats) => [...seats]))
}

/** A line that does not drain costs everyone memory; whoever is cut comes back and catches up. */
export function cutSlowLines(io: Io, mostPackets = 256, mostBytes = 1024 * 1024): number {
  let cut = 0
  for (const { conn } of io.sockets.sockets.values()) {
    const { writeBuffer } = conn as unknown as { writeBuffer: readonly { data?: unknown }[] }
    if (writeBuffer.length <= mostPackets && bytesIn(writeBuffer) <= mostBytes) continue
    conn.close(true)
    cut += 1
  }
  return cut
}

function bytesIn(packets: readonly { data?: unknown }[]): number {
  return packets.reduce((sum, { data }) => sum + (typeof data === 'string' ? data.length : 0), 0)
}
