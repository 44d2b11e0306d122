import type { KeptObjection } from '../processes/process.ts'
import type { Meta, Millis, PersonId } from '../types.ts'
import { type Answers, objectors } from './answers.ts'

export type Way =
  | 'amend'
  | 'shorten'
  | 'measure'
  | 'pilot'
  | 'condition'
  | 'split'
  | 'responsibility'
  | 'information'
  | 'defer'
  | 'replace'

export type Status =
  | 'raised'
  | 'heard'
  | 'understood'
  | 'integrating'
  | 'addressed'
  | 'confirmed'
  | 'reopened'
  | 'integrated'
  | 'withdrawn'
  | 'carried'
  | 'lapsed'

export interface Objection {
  readonly id: string
  readonly by: PersonId
  readonly recordedBy: PersonId | null
  /** The version it was raised on. */
  readonly raisedOn: number
  readonly phrase: string
  readonly reason: string
  /** How it touches the circle's aim. */
  readonly aim: string
  /** What would happen, how we would notice. */
  readonly effect: string
  readonly status: Status
  readonly ways: readonly Way[]
  /** The version that answers it. */
  readonly answeredIn: number | null
  /** Its owner's hint whether the wording on the screen would meet it; a hint and no more. */
  readonly meets: boolean | null
  readonly history: readonly { readonly at: Millis; readonly status: Status; readonly version: number }[]
}

export type ObjectionEvent =
  | {
      readonly type: 'objection.raised'
      readonly id: string
      readonly by: PersonId
      readonly recordedBy: PersonId | null
      readonly version: number
      readonly phrase: string
    }
  | { readonly type: 'objection.reopened'; readonly id: string; readonly version: number; readonly phrase: string }
  | { readonly type: 'objection.dropped'; readonly id: string }
  | {
      readonly type: 'objection.written'
      readonly id: string
      readonly phrase: string
      readonly reason: string
      readonly aim: string
      readonly effect: string
    }
  | {
      readonly type: 'objection.now'
      readonly ids: readonly string[]
      readonly status: Status
      readonly version: number
    }
  | { readonly type: 'objection.ways'; readonly id: string; readonly ways: readonly Way[] }
  | { readonly type: 'objection.meets'; readonly id: string; readonly meets: boolean }

/** Every event of objections. */
export const objectionEvents: Readonly<Record<ObjectionEvent['type'], true>> = {
  'objection.raised': true,
  'objection.reopened': true,
  'objection.dropped': true,
  'objection.written': true,
  'objection.now': true,
  'objection.ways': true,
  'objection.meets': true,
}

export function isObjectionEvent(event: { readonly type: string }): event is ObjectionEvent {
  return event.type in objectionEvents
}

const open: readonly Status[] = ['raised', 'heard', 'understood', 'integrating', 'reopened']

/** Still work to do: neither answered by a wording nor ended. */
export function isOpen(objection: Objection): boolean {
  return open.includes(objection.status)
}

/** Not at its end: open, or answered by a wording that the circle has not yet decided. */
export function isAlive(objection: Objection): boolean {
  return isOpen(objection) || objection.status === 'addressed' || objection.status === 'confirmed'
}

/** Those of them that are meant, as events name them. */
export function ids(objections: readonly Objection[], which: (o: Objection) => boolean): readonly string[] {
  return objections.filter(which).map((o) => o.id)
}

/**
 * What a complete round does to the objections: each objector's own is raised, or raised again if a
 * wording was to meet it; those whose owner has no objection now are confirmed, but only if the round
 * brought none at all.
 */
export function afterRound(objections: readonly Objection[], answers: Answers): readonly ObjectionEvent[] {
  const version = answers.version
  let next = objections.reduce((top, o) => Math.max(top, Number(o.id.slice(1))), 0)
  const brought = Object.entries(answers.given).flatMap(([by, given]): readonly ObjectionEvent[] => {
    if (given.position?.is !== 'objection') return []
    const phrase = given.position.words
    const own = objections.find((o) => o.by === by && isAlive(o))
    if (own && isOpen(own)) return []
    if (own) return [{ type: 'objection.reopened', id: own.id, version, phrase }]
    next += 1
    return [{ type: 'objection.raised', id: `o${next}`, by, recordedBy: given.recordedBy, version, phrase }]
  })
  if (brought.length > 0 || objectors(answers).length > 0) return [...unconfirmed(objections, version), ...brought]
  const met = ids(objections, (o) => o.status === 'addressed' && answers.given[o.by]?.position?.is === 'none')
  return met.length > 0 ? [{ type: 'objection.now', ids: met, status: 'confirmed', version }] : []
}

/** The round is not over after all, or not without an objection: nobody's is confirmed by it. */
export function unconfirmed(objections: readonly Objection[], version: number): readonly ObjectionEvent[] {
  const held = ids(objections, (o) => o.status === 'confirmed')
  return held.length > 0 ? [{ type: 'objection.now', ids: held, status: 'addressed', version }] : []
}

/** An answer was taken back before its result was worked on: what it raised goes, what it raised again is as before. */
export function takenBack(objections: readonly Objection[], person: PersonId): readonly ObjectionEvent[] {
  const own = objections.filter((o) => o.by === person && isOpen(o))
  return own.map(({ id, answeredIn }) =>
    answeredIn === null
      ? { type: 'objection.dropped', id }
      : { type: 'objection.now', ids: [id], status: 'addressed', version: answeredIn },
  )
}

function changed(o: Objection, status: Status, version: number, meta: Meta): Objection {
  return { ...o, status, history: [...o.history, { at: meta.at, status, version }] }
}

/** Folds one event into all objections of a decision; one that has ended stays in the list with its history. */
export function evolveObjections(list: readonly Objection[], event: ObjectionEvent, meta: Meta): readonly Objection[] {
  const one = (id: string, f: (o: Objection) => Objection) => list.map((o) => (o.id === id ? f(o) : o))
  switch (event.type) {
    case 'objection.raised': {
      const { id, by, recordedBy, version, phrase } = event
      const history = [{ at: meta.at, status: 'raised', version } as const]
      const blank = { reason: '', aim: '', effect: '', ways: [], answeredIn: null, meets: null }
      return [...list, { id, by, recordedBy, raisedOn: version, phrase, ...blank, status: 'raised', history }]
    }
    case 'objection.reopened':
      return one(event.id, (o) => ({
        ...changed(o, 'reopened', event.version, meta),
        phrase: event.phrase || o.phrase,
        meets: null,
      }))
    case 'objection.dropped':
      return list.filter((o) => o.id !== event.id)
    case 'objection.written': {
      const { phrase, reason, aim, effect } = event
      return one(event.id, (o) => ({ ...o, phrase, reason, aim, effect }))
    }
    case 'objection.now':
      return list.map((o) => {
        if (!event.ids.includes(o.id)) return o
        const now = changed(o, event.status, event.version, meta)
        if (event.status !== 'addressed') return now
        return { ...now, answeredIn: isOpen(o) ? event.version : o.answeredIn, meets: null }
      })
    case 'objection.ways':
      return one(event.id, (o) => ({ ...o, ways: event.ways }))
    case 'objection.meets':
      return one(event.id, (o) => ({ ...o, meets: event.meets }))
  }
}

/** As the record keeps it. */
export function kept(o: Objection): KeptObjection {
  const { id, by, recordedBy, raisedOn, phrase, reason, aim, effect, status, ways, answeredIn } = o
  return { id, by, recordedBy, raisedOn, phrase, reason, aim, effect, status, ways, resolvedIn: answeredIn }
}
