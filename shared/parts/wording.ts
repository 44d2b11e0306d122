import type { Around, Fields, KeptVersion, Undoable } from '../processes/process.ts'
import { no, yes } from '../refusals.ts'
import type { Meta, Millis, PersonId, Seq, Verdict } from '../types.ts'
import type { WordingCommand } from './schema.ts'
import { records } from './who.ts'

/** A frozen wording: answers are bound to its number. */
export interface Version extends KeptVersion {
  readonly at: Millis
}

export interface Wording {
  /** Frozen, oldest first. */
  readonly versions: readonly Version[]
  /** The next wording as it stands on every screen. */
  readonly draft: Fields
  /** The entry of the last write; a write names the one it changes. */
  readonly written: Seq
  readonly pen: PersonId | null
}

export type WordingEvent =
  | { readonly type: 'wording.taken'; readonly person: PersonId }
  | { readonly type: 'wording.written'; readonly fields: Fields }
  | { readonly type: 'wording.left' }
  | { readonly type: 'version.frozen'; readonly n: number; readonly fields: Fields; readonly meets: readonly string[] }

export function isWordingCommand(command: { readonly type: string }): command is WordingCommand {
  return command.type === 'wording.take' || command.type === 'wording.write' || command.type === 'wording.leave'
}

const events: Readonly<Record<WordingEvent['type'], true>> = {
  'wording.taken': true,
  'wording.written': true,
  'wording.left': true,
  'version.frozen': true,
}

export function isWordingEvent(event: { readonly type: string }): event is WordingEvent {
  return event.type in events
}

export const noFields: Fields = { text: '', why: '', by: null, until: null, review: null, measure: '', atEnd: 'stays' }

/** Before anything was frozen: only its author's words. */
export function firstWording(draft: Fields): Wording {
  return { versions: [], draft, written: 0, pen: null }
}

/** What answers are bound to now; null while nothing is frozen. */
export function latest(wording: Wording): Version | null {
  return wording.versions.at(-1) ?? null
}

/** The number the draft has, or would get if it were frozen now. */
export function numberOf(wording: Wording): number {
  return (latest(wording)?.n ?? 0) + (changed(wording) ? 1 : 0)
}

/** Does the draft say anything else than the last frozen version? */
export function changed(wording: Wording): boolean {
  const last = latest(wording)
  return !last || !sameFields(last.fields, wording.draft)
}

/** The same proposal word for word: nothing that anybody would have to answer anew. */
export function sameFields(a: Fields, b: Fields): boolean {
  return (Object.keys(a) as (keyof Fields)[]).every((key) => a[key] === b[key])
}

/** The event that freezes the draft, if it is a new wording; none if it is the last version still. */
export function freeze(wording: Wording, meets: readonly string[]): readonly WordingEvent[] {
  if (!changed(wording)) return []
  return [{ type: 'version.frozen', n: numberOf(wording), fields: wording.draft, meets }]
}

/** One pen: facilitator or secretary, and the author until the proposal is presented. */
export function decideWording(
  wording: Wording,
  command: WordingCommand,
  around: Around,
  author: PersonId | null,
): Verdict<WordingEvent | Undoable> {
  const { actor } = around
  if (!records(around) && actor !== author) return no('not_facilitator_or_secretary')
  const free = wording.pen === null || wording.pen === actor
  const lost = wording.pen !== null && wording.pen in around.unreachable
  if (command.type === 'wording.leave') return wording.pen === actor ? yes({ type: 'wording.left' }) : yes()
  if (!free && !lost && actor !== around.facilitator) {
    return no('pen_elsewhere', { who: { person: wording.pen ?? '' } })
  }
  if (command.type === 'wording.take')
    return wording.pen === actor ? yes() : yes({ type: 'wording.taken', person: actor })
  if (sameFields(command.fields, wording.draft)) return yes()
  if (command.over !== wording.written) return no('text_changed')
  if (command.fields.by !== null && !around.seats.some((s) => s.person === command.fields.by))
    return no('unknown_person')
  const taken: readonly WordingEvent[] = wording.pen === actor ? [] : [{ type: 'wording.taken', person: actor }]
  return yes(...taken, { type: 'wording.written', fields: command.fields })
}

/** Folds one event of a wording. Freezing takes the pen from whoever holds it. */
export function evolveWording(wording: Wording, event: WordingEvent, meta: Meta): Wording {
  switch (event.type) {
    case 'wording.taken':
      return { ...wording, pen: event.person }
    case 'wording.written':
      return { ...wording, draft: event.fields, written: meta.seq }
    case 'wording.left':
      return { ...wording, pen: null }
    case 'version.frozen': {
      const version: Version = { n: event.n, fields: event.fields, meets: event.meets, at: meta.at }
      return { ...wording, versions: [...wording.versions, version], pen: null }
    }
  }
}
