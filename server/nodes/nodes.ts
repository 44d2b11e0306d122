import type { Light } from '../../shared/protocol.ts'
import type { Millis, PersonId, Seq, StreamId } from '../../shared/types.ts'

/** Who follows which stream just now; never in the log. */
export interface Presence {
  came(stream: StreamId, person: PersonId): void
  went(stream: StreamId, person: PersonId): void
  /** Which of these people cannot be reached, and since when. After a restart nobody was there before it. */
  unreachable(stream: StreamId, people: readonly PersonId[]): Promise<Readonly<Record<PersonId, Millis>>>
  lights(stream: StreamId, people: readonly PersonId[]): Promise<Readonly<Record<PersonId, Light>>>
}

/** So many at once, and so many more with every second. */
export interface Rate {
  readonly burst: number
  readonly perSecond: number
}

/** What may be done how often, by a key that says who does what. */
export interface Credits {
  /** Takes one; says how long to wait instead, in milliseconds, where none is left. */
  take(key: string, rate: Rate): Promise<Millis | null>
}

/** So often in each stretch of `every` milliseconds that begins with the first. */
export interface Allowance {
  readonly most: number
  readonly every: Millis
}

/** What may be done only now and then, by a key that says who does what. */
export interface Quotas {
  /** Takes one; says how long to wait instead, in milliseconds, where none is left. */
  take(key: string, allowance: Allowance): Promise<Millis | null>
}

/** Counts failures only, so that a whole venue behind one address is fine as long as its people are. */
export interface Tries {
  /**
   * Notes a failure; says how long this key has to wait, null while it has some left: `most` a minute, then a
   * minute's wait, doubled each time up to a quarter of an hour.
   */
  failed(key: string, most: number): Promise<Millis | null>
}

/** What somebody keeps in mind until it changes. */
export type Remembered = { readonly device: string } | { readonly person: PersonId }

/**
 * What all nodes of one house have in common, behind one door: one node keeps it in memory, several would in
 * their database. No rule asks a variable of one process whether somebody is there.
 */
export interface Nodes {
  readonly presence: Presence
  readonly credits: Credits
  readonly quotas: Quotas
  readonly tries: Tries
  /** Runs what goes by this name one after the other, on whichever node. */
  alone<T>(name: string, work: () => Promise<T>): Promise<T>
  /** How far many streams have got, in one question; those without an entry are left out. */
  heads(streams: readonly StreamId[]): Promise<ReadonlyMap<StreamId, Seq>>
  /** Says to every node that this is not what it was. */
  changed(what: Remembered): void
  onChange(listener: (what: Remembered) => void): void
}
