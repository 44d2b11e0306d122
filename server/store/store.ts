import type { CircleId, CommunityId, Entry, Id, Millis, PersonId, Seq, StreamId } from '../../shared/types.ts'

export type DeviceId = Id<'device'>
export type LinkId = Id<'link'>

/**
 * An entry as it lies in the log; what its events mean is no business of a store. `v` is the version of the log's
 * language it was written in.
 */
export interface StoredEntry extends Entry<unknown> {
  readonly v: number
}

/** What a stream is, said once with its first entry. Ids are opaque: nothing is read off them. */
export interface About {
  /** "circle" or "meeting" today; the store does not care. */
  readonly kind: string
  readonly community: CommunityId
}

/** The posts of `stream` up to and including those of entry `seq` have arrived. */
export interface Mark {
  readonly stream: StreamId
  readonly seq: Seq
}

/** One stream's part of a batch. */
export interface Append {
  readonly stream: StreamId
  /** Read with the first entry of a stream only; later ones keep what was said then. */
  readonly about: About
  readonly entries: readonly StoredEntry[]
  /** The last of these entries that tells other streams something, null if none does: its posts are owed until told. */
  readonly owes: Seq | null
  /** What has arrived with these entries, written in the same transaction. */
  readonly told: readonly Mark[]
}

/** A stream, and the number of its last entry. */
export interface Listed {
  readonly stream: StreamId
  readonly about: About
  readonly seq: Seq
}

/** A stream whose posts have not all arrived: those of entries after `told` have not. */
export interface Owing {
  readonly stream: StreamId
  readonly told: Seq
}

/**
 * Where everything lasting lies. Any method may throw a `StoreError`.
 *
 * An object inside an event with an own field `apart` has that value kept in a table of its own and joined on reading.
 * An object inside an event with an own field `destroys` (a list of seqs of the same stream) makes every `apart`
 * of those entries null for good, in the same transaction.
 */
export interface Store {
  /**
   * All or nothing per stream: false for a stream whose next number is not the first entry's; what that one `owes` and
   * has `told` is not written either. Flushed before it returns; if it throws, nothing may be believed about the batch
   * before reading again.
   */
  append(batch: readonly Append[]): Promise<readonly boolean[]>
  /**
   * In order, at most `most` of them; empty for a stream that does not exist. `unavailable` where entries are lost:
   * the numbers go on from `after` without gaps, or nothing is read.
   */
  read(stream: StreamId, after: Seq, most?: number): Promise<readonly StoredEntry[]>
  /** Null for a stream that has no entry. */
  about(stream: StreamId): Promise<About | null>
  /** The last numbers of many streams in one question; streams without an entry are left out. */
  heads(streams: readonly StreamId[]): Promise<ReadonlyMap<StreamId, Seq>>
  /** Every stream there is, in no particular order; for tools and tests. */
  streams(): AsyncIterable<Listed>
  /** In no particular order; cheap however many streams there are. */
  owing(): Promise<readonly Owing[]>
  /** Marks posts as arrived without an entry, where a repeat was recognised. Marks never go back. */
  told(stream: StreamId, seq: Seq): Promise<void>
  /** Every few seconds: what could not be tidied up at once. */
  tidy(): Promise<void>
  readonly people: People
  close(): Promise<void>
}

export interface Person {
  readonly id: PersonId
  readonly community: CommunityId
  /** Null once forgotten: the record then says "former member". */
  readonly name: string | null
  /** What tells two people of one name apart. */
  readonly hint: string | null
}

export interface Device {
  readonly id: DeviceId
  /** Who may act from here; two can share a phone. */
  readonly people: readonly PersonId[]
  /** What may be followed and joined from here, also without being anyone; one for each circle. */
  readonly grants: readonly Grant[]
  readonly lastSeen: Millis
}

/** Which devices that are nobody's count as gone. */
export interface Old {
  /** Not seen since then, and no screen anywhere. */
  readonly unseen: Millis
  /** Not seen since then, whatever it may follow. */
  readonly unseenScreen: Millis
  /** These are here just now. */
  readonly but: readonly DeviceId[]
}

/** `join` lets someone pick or add a name; `screen` lets a room screen or an observer follow. */
export type Grade = 'join' | 'screen'

/** What a device may do in a circle. */
export interface Grant {
  readonly circle: CircleId
  readonly community: CommunityId
  readonly grade: Grade
}

export interface Link {
  readonly id: LinkId
  readonly community: CommunityId
  readonly circle: CircleId
  readonly grade: Grade
  /** Raised to make the old link useless. */
  readonly generation: number
}

/** Outside the log: who people are, what they hold in their hands, and which links lead here. */
export interface People {
  /** Without a hint, someone whose name is taken in the community is given one. Returns what was stored. */
  addPerson(person: Person): Promise<Person>
  /** As `addPerson`, for someone known; null if nobody has this id. */
  rename(id: PersonId, name: string, hint: string | null): Promise<Person | null>
  /** Takes the name away for good; devices that were theirs alone are removed. */
  forget(id: PersonId): Promise<void>
  person(id: PersonId): Promise<Person | null>
  /** Everyone of a community, in the order they were added; those forgotten with a null name. */
  persons(community: CommunityId): Promise<readonly Person[]>

  /** `secret` is the SHA-256 of what the device holds, in hex; the secret itself is never stored. */
  addDevice(id: DeviceId, secret: string, at: Millis): Promise<void>
  deviceBySecret(secret: string): Promise<Device | null>
  device(id: DeviceId): Promise<Device | null>
  devicesOf(person: PersonId): Promise<readonly Device[]>
  /** Which of these people some device other than this one is. */
  takenElsewhere(persons: readonly PersonId[], device: DeviceId): Promise<ReadonlySet<PersonId>>
  seen(device: DeviceId, at: Millis): Promise<void>
  /** From now on this device is also this person's; it may follow no more than before. */
  bind(device: DeviceId, person: PersonId): Promise<void>
  unbind(device: DeviceId, person: PersonId): Promise<void>
  /** From now on this device may do this in the circle, and never less than before. Nothing for an unknown device. */
  grant(device: DeviceId, grant: Grant): Promise<void>
  removeDevice(id: DeviceId): Promise<void>
  /** Removes at most so many devices that are nobody's and were not seen for long. Returns those. */
  prune(old: Old, most: number): Promise<readonly DeviceId[]>

  addLink(link: Link): Promise<void>
  link(id: LinkId): Promise<Link | null>
  /** In the order they were added. */
  links(circle: CircleId): Promise<readonly Link[]>
  /** Raises the generation, so that the old link opens nothing; null if there is no such link. */
  rotate(id: LinkId): Promise<Link | null>
}

/** `unavailable` and `storage_full` may pass; `unusable` needs somebody to change something before a start. */
export type StoreTrouble = 'unavailable' | 'storage_full' | 'unusable'

/** The message is one plain sentence for whoever runs the server. */
export class StoreError extends Error {
  readonly trouble: StoreTrouble

  constructor(trouble: StoreTrouble, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'StoreError'
    this.trouble = trouble
  }
}
