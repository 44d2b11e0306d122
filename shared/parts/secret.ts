import type { Around, Sealed, SealedDestroyed, Slot } from '../processes/process.ts'
import { no } from '../refusals.ts'
import type { PersonId, Refusal, Seq } from '../types.ts'
import { records, steers } from './who.ts'

/** That somebody has given something, which everyone may know. What it is lies sealed, or on paper in their hand. */
export interface Mark {
  /** The entry that everyone saw it in. */
  readonly seq: Seq
  readonly recordedBy: PersonId | null
  readonly paper?: boolean
}

/** Where everyone gives something at once, and nobody hears what before it is opened. */
export interface Secret {
  readonly slot: Slot
  /** Who is asked: whoever is here and has the right. */
  readonly asked: readonly PersonId[]
  /** Who has given something that nobody has opened. */
  readonly marks: Readonly<Record<PersonId, Mark>>
  /** Nothing more is given or replaced. */
  readonly locked: boolean
}

interface Given {
  readonly person: PersonId
  readonly value: unknown
  /** The entry of their own that this one replaces; null if they have given nothing. */
  readonly replaces: Seq | null
}

type Refused = { readonly ok: false; readonly refusal: Refusal }

/** Who is asked and has given nothing yet, neither sealed nor on paper. */
export function awaited({ asked, marks }: Pick<Secret, 'asked' | 'marks'>): readonly PersonId[] {
  return asked.filter((person) => !(person in marks))
}

/**
 * The entry that a new value has to name. A sealed one may have been replaced unseen: its owner knows,
 * whoever records for them knows the one that everyone saw.
 */
export function standing(
  { slot, marks }: Pick<Secret, 'slot' | 'marks'>,
  person: PersonId,
  around: Around,
): Seq | null {
  const mark = marks[person]
  if (!mark) return null
  if (person !== around.actor) return mark.seq
  return Math.max(mark.seq, around.sealedLast[slot] ?? 0)
}

/** Did this person give it by their own hand? Then nobody else replaces what they cannot have heard. */
export function isTheirsAlone({ marks }: Pick<Secret, 'marks'>, person: PersonId, around: Around): boolean {
  const mark = marks[person]
  return person !== around.actor && mark !== undefined && mark.recordedBy === null && !mark.paper
}

/**
 * Somebody gives something, by their own hand or recorded from their own mouth. Everyone may know that they
 * have; that they do so again by their own hand, nobody: `seen` is false then, and no event of the process's
 * own may stand beside the sealed one.
 */
export function seals(
  secret: Secret,
  given: Given,
  around: Around,
): Refused | { ok: true; sealed: Sealed; seen: boolean } {
  const { slot, marks, locked } = secret
  const { person, value, replaces } = given
  if (locked) return no('secret_locked')
  const isKnown = replaces === standing(secret, person, around)
  if (!isKnown || isTheirsAlone(secret, person, around)) return no('answered_already', { who: { person } })
  const mark = marks[person]
  const again = mark !== undefined && mark.recordedBy === null && !mark.paper && person === around.actor
  return { ok: true, sealed: { type: 'sealed', slot, of: person, only: [person], apart: value }, seen: !again }
}

/** Facilitator or secretary say who has written on paper; what stands there is said when it is opened. */
export function onPaper(
  secret: Secret,
  person: PersonId,
  around: Around,
): Refused | { ok: true; mark: Omit<Mark, 'seq'> } {
  if (!records(around)) return no('not_facilitator_or_secretary')
  if (secret.locked) return no('secret_locked')
  if (!secret.asked.includes(person)) return no('unknown_person')
  if (person in secret.marks) return no('answered_already', { who: { person } })
  return { ok: true, mark: { recordedBy: around.actor, paper: true } }
}

/** The facilitator lets nothing more be given or replaced. */
export function locks(secret: Secret, around: Around): Refused | { ok: true } {
  if (!steers(around)) return no('not_facilitator')
  const open = awaited(secret)
  if (open.length > 0) return no('answers_missing', { who: { people: open }, count: open.length })
  return { ok: true }
}

/**
 * The facilitator opens what these people gave, all together or one after the other, once nobody is awaited.
 * The values are for an event of the process's own; their copies apart go with it.
 */
export function opens<Value>(
  secret: Secret,
  who: readonly PersonId[],
  around: Around,
): Refused | { ok: true; values: Readonly<Record<PersonId, Value>>; gone: readonly SealedDestroyed[] } {
  const locked = locks(secret, around)
  if (!locked.ok) return locked
  if (who.length === 0) return no('nobody_to_ask')
  const strange = who.find((person) => !(person in secret.marks))
  if (strange !== undefined) return no('unknown_person', { who: { person: strange } })
  const sealed = (around.sealed[secret.slot] ?? {}) as Readonly<Record<PersonId, Value>>
  const values = Object.entries(sealed).filter(([person]) => who.includes(person))
  const gone = destroyed(secret.slot, around, (person) => who.includes(person) || !(person in secret.marks))
  return { ok: true, values: Object.fromEntries(values), gone }
}

/** What lies sealed in this slot is destroyed: all of it, or what `whose` says. */
export function destroyed(
  slot: Slot,
  around: Around,
  whose: (person: PersonId) => boolean = () => true,
): readonly SealedDestroyed[] {
  const of = Object.keys(around.sealed[slot] ?? {}).filter(whose)
  return of.length > 0 ? [{ type: 'sealed.destroyed', slot, of }] : []
}
