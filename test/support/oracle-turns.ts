import type { TurnsEvent } from '../../shared/parts/turns.ts'
import type { PersonId } from '../../shared/types.ts'

/** The sequence of `domain.md` 2.3: the order, then who came late, then come back to me, then away. */
const sequence = ['upcoming', 'late', 'later', 'away']

/** Fails with the number of the rule that was broken. */
export function holds(condition: boolean, rule: string): void {
  if (!condition) throw broken(rule)
}

export function broken(rule: string): Error {
  return new Error(`the oracle: ${rule}`)
}

interface Turn {
  person: PersonId
  from: string
}

/** A round as somebody with pencil and paper would keep it. */
export interface Sheet {
  kind: string
  running: boolean
  paused: boolean
  speaking: Turn | null
  /** Still to be asked, next first. */
  queue: Turn[]
  /** What the turn before was, for a step back. */
  before: string
  over: Record<PersonId, string>
}

function blank(kind: string, order: readonly PersonId[]): Sheet {
  const queue = order.map((person) => ({ person, from: 'upcoming' }))
  return { kind, running: true, paused: false, speaking: queue.shift() ?? null, queue, before: 'upcoming', over: {} }
}

function strike(sheet: Sheet, person: PersonId): string | null {
  const was = sheet.queue.find((t) => t.person === person)?.from ?? null
  sheet.queue = sheet.queue.filter((t) => t.person !== person)
  delete sheet.over[person]
  return was
}

function advance(sheet: Sheet): void {
  sheet.speaking = sheet.queue.shift() ?? null
}

/** Behind everyone who is asked before people like this. */
function line(sheet: Sheet, turn: Turn): void {
  const after = sheet.queue.filter((t) => sequence.indexOf(t.from) > sequence.indexOf(turn.from))
  const at = after[0] ? sheet.queue.indexOf(after[0]) : sheet.queue.length
  sheet.queue.splice(at, 0, turn)
}

function ended(sheet: Sheet, person: PersonId, how: string): void {
  const was = sheet.speaking?.person === person ? sheet.speaking : null
  strike(sheet, person)
  if (how === 'later' || how === 'away') line(sheet, { person, from: how })
  else sheet.over[person] = how
  if (!was) return
  sheet.before = was.from
  advance(sheet)
}

/** Those of the order before them lose their turn; whoever else was before them keeps it. */
function given(sheet: Sheet, to: PersonId, before: 'done' | 'away'): void {
  const at = sheet.queue.findIndex((t) => t.person === to)
  const ahead = [...(sheet.speaking ? [sheet.speaking] : []), ...sheet.queue.slice(0, Math.max(at, 0))]
  const passed = at < 0 ? [] : ahead.filter((t) => t.from === 'upcoming')
  sheet.queue = [...ahead.filter((t) => !passed.includes(t)), ...sheet.queue.slice(Math.max(at, 0))]
  sheet.speaking = { person: to, from: strike(sheet, to) ?? 'late' }
  for (const { person } of passed) {
    if (before === 'done') sheet.over[person] = 'done'
    else line(sheet, { person, from: 'away' })
  }
}

/** Nobody speaks any more. */
export function close(sheet: Sheet, mark: string): void {
  for (const { person } of [...(sheet.speaking ? [sheet.speaking] : []), ...sheet.queue]) sheet.over[person] ??= mark
  Object.assign(sheet, { queue: [], speaking: null, running: false, paused: false })
}

function joined(sheet: Sheet, { person, at, as }: Extract<TurnsEvent, { type: 'turn.joined' }>): void {
  strike(sheet, person)
  if (as === 'upcoming') sheet.queue.splice(at, 0, { person, from: as })
  else line(sheet, { person, from: as })
  if (!sheet.speaking) advance(sheet)
}

function steppedBack(sheet: Sheet, person: PersonId): void {
  if (sheet.speaking) sheet.queue.unshift(sheet.speaking)
  strike(sheet, person)
  sheet.speaking = { person, from: sheet.before }
}

function moved(sheet: Sheet, person: PersonId, by: 1 | -1): void {
  const at = sheet.queue.findIndex((t) => t.person === person)
  const turns = sheet.queue.splice(at, 1)
  sheet.queue.splice(at + by, 0, ...turns)
}

/** I-12: of those who are here only the away were not heard, unless it ended early and says so. */
function everyoneAsked({ over, queue, speaking }: Sheet, here: readonly PersonId[]): void {
  const away = [...queue, ...(speaking ? [speaking] : [])].flatMap((t) => (t.from === 'away' ? [t.person] : []))
  const left = here.filter((p) => !(p in over) && !away.includes(p))
  holds(left.length === 0, `I-12: everyone was asked, not so ${left.join(', ')}`)
}

/** Keeps the sheet; `round.started` takes a new one. `here` are those whom the round concerns. */
export function keep(sheet: Sheet | null, event: TurnsEvent, here: readonly PersonId[]): Sheet {
  if (event.type === 'round.started') {
    holds(!sheet?.running, 'I-11: one round at a time')
    holds([...event.order].sort().join() === [...here].sort().join(), 'no. 7: everyone who is here is in the order')
    return blank(event.kind, event.order)
  }
  if (!sheet) throw new Error(`${event.type} without a round`)
  const early = event.type === 'round.heard' || event.type === 'round.ended' || event.type === 'round.closed'
  holds(!(early && sheet.kind === 'consent'), 'no. 6: a consent round never ends early')
  switch (event.type) {
    case 'turn.ended':
      ended(sheet, event.person, event.how)
      break
    case 'turn.given':
      given(sheet, event.person, event.before)
      break
    case 'turn.unpassed':
      joined(sheet, { type: 'turn.joined', person: event.person, at: 0, as: 'later' })
      break
    case 'turn.stepped_back':
      steppedBack(sheet, event.person)
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
    case 'round.paused':
      sheet.paused = true
      break
    case 'round.resumed':
      sheet.paused = false
      break
    case 'round.closed':
      everyoneAsked(sheet, here)
      close(sheet, event.type)
      break
    case 'round.heard':
    case 'round.ended':
      close(sheet, event.type)
      break
  }
  return sheet
}
