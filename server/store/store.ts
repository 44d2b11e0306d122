import type { Entry, Id, Millis, PersonId, Seq, StreamId } from '../../shared/types.ts'

export type CommunityId = Id<'community'>
export type DeviceId = Id<'device'>
export type LinkId = Id<'link'>

/** An entry as it lies in the log; what its events mean is no business of a store. */
export type StoredEntry = Entry<unknown>

/** One stream's part of a batch. `community` is written on every row. */
export interface Append {
  readonly stream: StreamId
  readonly community: CommunityId
  readonly entries: readonly StoredEntry[]
}

export interface Head {
  readonly stream: StreamId
  readonly community: CommunityId
  readonly seq: Seq
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
   * All or nothing per stream: false for a stream whose next number is not the first entry's. Flushed before it
   * returns; if it throws, nothing may be believed about the batch before reading again.
   */
  append(batch: readonly Append[]): Promise<readonly boolean[]>
  /** In order, without gaps; empty for a stream that does not exist. */
  read(stream: StreamId, after: Seq): Promise<readonly StoredEntry[]>
  /** The community of a stream that has an entry; null for one that has none. */
  community(stream: StreamId): Promise<CommunityId | null>
  heads(): AsyncIterable<Head>
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
  /** Whose streams may be followed from here, also without being anyone. */
  readonly communities: readonly CommunityId[]
  /** In which of these someone may pick or add a name: where a join link was opened or somebody is at home. */
  readonly joins: readonly CommunityId[]
  readonly lastSeen: Millis
}

/** `join` lets someone pick or add a name; `screen` lets a room screen or an observer follow. */
export type Grade = 'join' | 'screen'

export interface Link {
  readonly id: LinkId
  readonly community: CommunityId
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
  seen(device: DeviceId, at: Millis): Promise<void>
  /** From now on this device is also this person's, and may follow and join their community. */
  bind(device: DeviceId, person: PersonId): Promise<void>
  unbind(device: DeviceId, person: PersonId): Promise<void>
  /** From now on this device may follow the community's streams, and with `join` pick names there; never less than before. */
  grant(device: DeviceId, community: CommunityId, grade: Grade): Promise<void>
  removeDevice(id: DeviceId): Promise<void>

  addLink(link: Link): Promise<void>
  link(id: LinkId): Promise<Link | null>
  links(community: CommunityId): Promise<readonly Link[]>
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
