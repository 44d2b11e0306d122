import type { TurnsEvent } from '../../shared/parts/turns.ts'
import type { PersonId } from '../../shared/types.ts'

/** Those still to be asked, in the sequence of `domain.md` 2.3: the order, then late, then come back, then away. */
export const groups = ['upcoming', 'late', 'later', 'away'] as const
export type Group = (typeof groups)[number]

/** A round as somebody with pencil and paper would keep it. */
export interface Sheet {
  kind: string
  running: boolean
  waiting: Record<Group, PersonId[]>
  speaking: { person: PersonId; from: Group } | null
  /** Who had the turn before, for a step back. */
  before: Group
  over: Record<PersonId, string>
}

function blank(kind: string, order: readonly PersonId[]): Sheet {
  const [first, ...rest] = order
  return {
    kind,
    running: true,
    waiting: { upcoming: rest, late: [], later: [], away: [] },
    speaking: first === undefined ? null : { person: first, from: 'upcoming' },
    before: 'upcoming',
    over: {},
  }
}

function strike(sheet: Sheet, person: PersonId): Group | null {
  const group = groups.find((g) => sheet.waiting[g].includes(person)) ?? null
  for (const g of groups) sheet.waiting[g] = sheet.waiting[g].filter((p) => p !== person)
  delete sheet.over[person]
  return group
}

function advance(sheet: Sheet): void {
  const from = groups.find((g) => sheet.waiting[g].length > 0)
  const person = from && sheet.waiting[from].shift()
  sheet.speaking = from && person ? { person, from } : null
}

function back(sheet: Sheet): void {
  if (sheet.speaking) sheet.waiting[sheet.speaking.from].unshift(sheet.speaking.person)
}

function ended(sheet: Sheet, person: PersonId, how: string): void {
  const was = sheet.speaking?.person === person ? sheet.speaking : null
  strike(sheet, person)
  if (how === 'later' || how === 'away') sheet.waiting[how].push(person)
  else sheet.over[person] = how
  if (!was) return
  sheet.before = was.from
  advance(sheet)
}

function given(sheet: Sheet, to: PersonId, before: 'done' | 'away'): void {
  const ahead = sheet.waiting.upcoming
  const isWaiting = groups.some((g) => sheet.waiting[g].includes(to))
  const passed = isWaiting ? ahead.slice(0, ahead.includes(to) ? ahead.indexOf(to) : ahead.length) : []
  if (isWaiting && sheet.speaking?.from === 'upcoming') passed.unshift(sheet.speaking.person)
  else back(sheet)
  for (const person of passed) ended(sheet, person, before)
  sheet.speaking = { person: to, from: strike(sheet, to) ?? 'late' }
}

function over(sheet: Sheet, mark: string): void {
  const rest = [...(sheet.speaking ? [sheet.speaking.person] : []), ...groups.flatMap((g) => sheet.waiting[g])]
  for (const person of rest) sheet.over[person] ??= mark
  sheet.waiting = { upcoming: [], late: [], later: [], away: [] }
  sheet.speaking = null
  sheet.running = false
}

function joined(sheet: Sheet, { person, at, as }: Extract<TurnsEvent, { type: 'turn.joined' }>): void {
  strike(sheet, person)
  if (as === 'upcoming') sheet.waiting.upcoming.splice(at, 0, person)
  else sheet.waiting[as].push(person)
  if (!sheet.speaking) advance(sheet)
}

function moved(sheet: Sheet, person: PersonId, by: 1 | -1): void {
  const list = groups.map((g) => sheet.waiting[g]).find((waiting) => waiting.includes(person)) ?? []
  const at = list.indexOf(person)
  list.splice(at, 1)
  list.splice(at + by, 0, person)
}

/** Keeps the sheet; `round.started` takes a new one. */
export function keep(sheet: Sheet | null, event: TurnsEvent): Sheet {
  if (event.type === 'round.started') return blank(event.kind, event.order)
  if (!sheet) throw new Error(`${event.type} without a round`)
  switch (event.type) {
    case 'turn.ended':
      ended(sheet, event.person, event.how)
      break
    case 'turn.given':
      given(sheet, event.person, event.before)
      break
    case 'turn.unpassed':
      strike(sheet, event.person)
      sheet.waiting.later.push(event.person)
      if (!sheet.speaking) advance(sheet)
      break
    case 'turn.stepped_back':
      back(sheet)
      strike(sheet, event.person)
      sheet.speaking = { person: event.person, from: sheet.before }
      break
    case 'turn.moved':
      moved(sheet, event.person, event.by)
      break
    case 'turn.joined':
      joined(sheet, event)
      break
    case 'turn.dropped':
      strike(sheet, event.person)
      if (sheet.speaking?.person === event.person) advance(sheet)
      break
    case 'round.restarted':
      return blank(sheet.kind, event.order)
    case 'round.heard':
    case 'round.closed':
    case 'round.ended':
      over(sheet, event.type)
      break
    case 'round.paused':
    case 'round.resumed':
      break
  }
  return sheet
}

/** The result of a consent round is shown, or somebody is asked after all. */
export function show(sheet: Sheet, running: boolean): void {
  if (running) sheet.running = true
  else over(sheet, 'complete')
}
