import type { ComponentType, ReactNode } from 'react'
import type { Item, Run } from '../../shared/meeting/types.ts'
import type { Kind } from '../../shared/processes/index.ts'
import { learn } from '../../shared/processes/known.ts'
import type { ItemKind } from '../../shared/processes/process.ts'
import { type Later, later, onDemand, shown } from '../live/page/later.tsx'

export interface ProcessViewProps {
  readonly item: Item
  readonly run: Run
}
export type ProcessView = ComponentType<ProcessViewProps>
/** On the desk, before a process that is begun by hand; `ways` stands beside, where something else may be begun too. */
export type ProcessBegin = ComponentType<{ readonly item: Item; readonly ways: ReactNode }>
/** One thing that may be begun by hand; its sentence is `begin.` and its kind. */
export interface Way {
  readonly kind: Kind
  readonly Begin: ProcessBegin
}

/** A process's rules, how it looks on each station, and where it is begun by hand; each is loaded when it is needed. */
interface ProcessFiles {
  /** Items of the agenda that may hold it. */
  readonly at: readonly ItemKind[]
  readonly rules: () => Promise<{ readonly kind: Kind }>
  readonly phone: () => Promise<ProcessView>
  readonly desk: () => Promise<ProcessView>
  readonly room: () => Promise<ProcessView>
  readonly begin?: () => Promise<ProcessBegin>
}

/** The list: a kind without its views does not compile. */
const files: Readonly<Record<Kind, ProcessFiles>> = {
  consent: {
    at: ['decide'],
    rules: () => import('../../shared/processes/consent/index.ts').then((m) => m.consent),
    phone: () => import('./consent/phone.tsx').then((m) => m.ConsentPhone),
    desk: () => import('./consent/desk.tsx').then((m) => m.ConsentDesk),
    room: () => import('./consent/room.tsx').then((m) => m.ConsentRoom),
  },
  round: {
    at: ['talk'],
    rules: () => import('../../shared/processes/round/index.ts').then((m) => m.round),
    phone: () => import('./round/phone.tsx').then((m) => m.RoundPhone),
    desk: () => import('./round/desk.tsx').then((m) => m.RoundDesk),
    room: () => import('./round/room.tsx').then((m) => m.RoundRoom),
    begin: () => import('./round/begin.desk.tsx').then((m) => m.RoundBegin),
  },
}

const kinds = Object.keys(files) as readonly Kind[]

function each<Part>(make: (own: ProcessFiles) => Part): Readonly<Record<Kind, Part>> {
  return Object.fromEntries(kinds.map((kind) => [kind, make(files[kind])])) as Record<Kind, Part>
}

/** Brings the rules of these kinds. */
export async function bringRules(wanted: readonly string[]): Promise<void> {
  const some = kinds.filter((kind) => wanted.includes(kind))
  for (const process of await Promise.all(some.map((kind) => files[kind].rules()))) learn(process)
}

/** On phones every tap counts: what came once never leaves an empty screen. */
export const phones = each(({ phone }) => later(phone))
export const desks = each(({ desk }) => onDemand(desk))
export const rooms = each(({ room }) => onDemand(room))

const begins = kinds.flatMap((kind) => {
  const { at, begin } = files[kind]
  if (!begin) return []
  const part = onDemand(begin)
  return [{ kind, at, part, Begin: shown(part) }]
})

/** What may be begun by hand at an item of this kind; nothing where things begin by themselves. */
export function waysAt(item: ItemKind): readonly Way[] {
  return begins.filter(({ at }) => at.includes(item))
}

type Views = Readonly<Record<Kind, Later<ProcessView>>>

/** Brings how an item looks that is about to be drawn; what came of a closed one only its rules can tell. */
export async function firstView(views: Views, item: Item | null): Promise<void> {
  const kind = item?.runs.at(-1)?.kind
  if (kind) await Promise.all([views[kind].fetch(), item.stage === 'closed' && bringRules([kind])])
}

/** Begins to bring a process's screens of a phone: before its station has come. */
export function expectPhone(kind: Kind): void {
  phones[kind].fetch().catch(() => undefined)
}

/** Brings what a phone needs of the processes that these items may hold, before they are opened. */
export async function fetchFor(items: readonly ItemKind[]): Promise<void> {
  const some = kinds.filter((kind) => files[kind].at.some((item) => items.includes(item)))
  await Promise.allSettled([bringRules(some), ...some.map((kind) => phones[kind].fetch())])
}

/** Brings every process's desk, and how it begins, before they are needed: no step begins with an empty screen. */
export async function fetchDesks(): Promise<void> {
  await Promise.allSettled([...Object.values(desks), ...begins.map(({ part }) => part)].map(({ fetch }) => fetch()))
}
