import type { MeetingCommand } from '../../shared/meeting/types.ts'
import type { Fields } from '../../shared/processes/process.ts'
import type { PersonId } from '../../shared/types.ts'
import type { Inner } from './events.ts'
import { broken, close, holds, type Sheet } from './oracle-turns.ts'

export type Position = { readonly is: string } | null

export interface Asked {
  readonly version: number
  readonly isSealed: boolean
  required: PersonId[]
  given: Record<PersonId, Position>
  unready: PersonId[]
  /** Here, and not to be asked, as they wished. */
  aside: PersonId[]
  sealed: Record<PersonId, Position>
  complete: boolean
  /** The result was seen: an objection in it ends only by being heard. */
  shown: boolean
}

export interface Decision {
  readonly author: PersonId
  /** Frozen wordings, the first is version 1. */
  texts: Fields[]
  asked: Asked | null
  objections: Record<string, { by: PersonId; status: string }>
  sheet: Sheet | null
  announced: number | null
  over: boolean
}

/** What the meeting around it knows at that moment. */
export interface Scene {
  readonly by: PersonId
  readonly command: MeetingCommand
  /** All of its entry, out of their envelopes. */
  readonly events: readonly Inner[]
  readonly facilitator: PersonId | null
  readonly secretary: PersonId | null
  readonly seats: Readonly<Record<PersonId, { readonly as: string; readonly attendance: string }>>
}

export const open = ['raised', 'heard', 'understood', 'integrating', 'reopened']

export function newDecision(author: PersonId): Decision {
  return { author, texts: [], asked: null, objections: {}, sheet: null, announced: null, over: false }
}

export function members(scene: Scene): readonly PersonId[] {
  return Object.keys(scene.seats).filter((p) => scene.seats[p]?.as === 'member')
}

function isIn(scene: Scene, person: PersonId): boolean {
  return ['present', 'out'].includes(scene.seats[person]?.attendance ?? '')
}

/** Present with the right to consent. */
export function eligible(scene: Scene): readonly PersonId[] {
  return members(scene).filter((p) => scene.seats[p]?.attendance === 'present')
}

export function has(scene: Scene, type: Inner['type']): boolean {
  return scene.events.some((e) => e.type === type)
}

export function isBy(scene: Scene, ...people: readonly (PersonId | null)[]): boolean {
  return people.includes(scene.by)
}

/** By its owner, or from their mouth by facilitator or secretary, in a command that says so. */
export function ownWord(scene: Scene, person: PersonId, recordedBy: PersonId | null): void {
  const { command, by } = scene
  const types = ['consent.answer', 'objection.raise']
  holds(types.includes(command.type), 'no. 3: nothing but an answer makes an answer')
  const who = 'for' in command ? (command.for ?? by) : by
  holds(who === person, 'no. 3: an answer is of the person it was said to be of')
  const own = by === person && recordedBy === null
  const recorded = recordedBy === by && isBy(scene, scene.facilitator, scene.secretary)
  holds(
    own || (by !== person && recorded),
    '3.10: facilitator or secretary record, everyone else answers for themselves',
  )
  holds(members(scene).includes(person), 'I-14: a position needs the right to consent')
}

export type Of<T extends Inner['type']> = Extract<Inner, { type: T }>

export function asks(one: Decision, event: Of<'consent.asked'>, scene: Scene): void {
  const { version, required, recheck } = event
  holds(isBy(scene, scene.facilitator), '3.10: the facilitator asks')
  holds(version === one.texts.length && version > 0, 'no. 4: consent is asked for the last frozen wording')
  holds(
    [...required].sort().join() === [...members(scene)].sort().join(),
    'no. 8: every member is required, and no guest',
  )
  const before = one.asked
  if (recheck) {
    holds(before?.version === version, 'no. 4: answers stand for their own version only')
    holds(!Object.values(one.objections).some((o) => open.includes(o.status)), '3.4: a recheck has no open objection')
  }
  const kept = Object.entries(recheck ? (before?.given ?? {}) : {}).filter(([p]) => !recheck?.includes(p))
  one.asked = {
    version,
    isSealed: event.mode === 'simultaneous' && !recheck,
    required: [...required],
    given: Object.fromEntries(kept),
    unready: [],
    aside: [],
    sealed: {},
    complete: false,
    shown: false,
  }
  one.sheet = null
}

export function answers(one: Decision, event: Of<'consent.answered'>, scene: Scene): void {
  const { person, position, recordedBy } = event
  const { asked } = one
  ownWord(scene, person, recordedBy)
  holds(scene.events.filter((e) => e.type === 'consent.answered').length === 1, 'no. 3: no answers in bulk')
  if (!asked) throw broken('no. 4: no answer where consent is not asked for')
  const raises = scene.command.type === 'objection.raise'
  holds(raises || asked.required.includes(person), 'I-14: only who is required answers')
  const { attendance } = scene.seats[person] ?? {}
  const here = attendance === 'present'
  holds(here || (recordedBy !== null && attendance !== 'out'), '2.7: whoever is not here does not answer')
  const first =
    !(person in asked.given) &&
    !asked.complete &&
    !asked.aside.includes(person) &&
    scene.command.type === 'consent.answer'
  const sheet = one.sheet?.running ? one.sheet : null
  if (sheet && first && here)
    holds(sheet.speaking?.person === person && !sheet.paused, 'I-11: each answers in their turn')
  const said = scene.command.type === 'consent.answer' ? scene.command.answer.is : 'objection'
  holds(
    position === null ? asked.isSealed && !asked.complete : position.is === said,
    'no. 3: what was said is what is kept',
  )
  const was = asked.given[person]
  holds(
    !asked.shown || was?.is !== 'objection' || position?.is === 'objection',
    '3.3: an objection in the result stands',
  )
  asked.given[person] = position
  asked.unready = asked.unready.filter((p) => p !== person)
  asked.aside = asked.aside.filter((p) => p !== person)
}

export function opens(asked: Asked, event: Of<'answers.opened'>, scene: Scene): void {
  holds(
    isBy(scene, scene.facilitator) && scene.command.type === 'consent.open',
    '3.3: opening is the facilitator’s act',
  )
  holds(missing(asked, scene).length === 0, '3.3: opened once everyone here has answered')
  holds(
    asked.unready.every((p) => !isIn(scene, p)),
    '3.4 rule 2: nobody lacks anything',
  )
  for (const [person, position] of Object.entries(event.answers)) {
    holds(person in asked.given, 'no. 3: nobody’s answer is made by opening')
    holds(JSON.stringify(position) === JSON.stringify(asked.sealed[person]), 'I-17: what is opened is what was sealed')
    asked.given[person] = position
  }
  holds(
    Object.values(asked.given).every((p) => p !== null),
    '3.3: all are opened together',
  )
}

/** Here, required, and not heard. */
function missing(asked: Asked, scene: Scene): readonly PersonId[] {
  return asked.required.filter((p) => isIn(scene, p) && !(p in asked.given) && !asked.aside.includes(p))
}

export function completes(one: Decision, scene: Scene): void {
  const { asked, sheet } = one
  if (!asked) throw broken('3.4: nothing was asked')
  holds(missing(asked, scene).length === 0, 'I-12: a consent round completes when everyone here has answered')
  holds(
    asked.unready.every((p) => !isIn(scene, p)),
    '3.4: nobody is not ready',
  )
  holds(
    Object.values(asked.given).every((p) => p !== null),
    '3.3: nothing is shown while it is sealed',
  )
  if (sheet) close(sheet, 'complete')
  Object.assign(asked, { complete: true, shown: true })
}

export function announces(one: Decision, event: Of<'consent.announced'>, scene: Scene): void {
  const { asked } = one
  const by = isBy(scene, scene.facilitator) && scene.command.type === 'consent.announce'
  holds(by, 'no. 1: the facilitator of the moment announces')
  if (!asked?.complete) throw broken('no. 2: nothing is adopted before the round is complete')
  holds(asked.version === one.texts.length, 'no. 4: adopted is the wording that was asked about')
  holds(!Object.values(one.objections).some((o) => open.includes(o.status)), 'I-13: no objection is open')
  holds(missing(asked, scene).length === 0, 'I-13: everyone here has answered')
  holds(
    asked.unready.every((p) => !isIn(scene, p)),
    'I-13: nobody is not ready',
  )
  const gone = (p: PersonId) => !isIn(scene, p) || asked.aside.includes(p)
  const away = asked.required.filter((p) => members(scene).includes(p) && gone(p) && !(p in asked.given))
  holds([...event.absent].sort().join() === away.sort().join(), 'no. 2: the absent by name')
  holds(
    Object.values(asked.given).every((p) => p?.is === 'none'),
    'I-13: nothing but “no objection”',
  )
  holds((event.effect === 'adopted') === (away.length === 0), '3.4: with members absent it is not adopted yet')
  one.announced = asked.version
  one.over = true
}
