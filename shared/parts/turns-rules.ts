import type { Around, Undoable } from '../processes/process.ts'
import { no, yes } from '../refusals.ts'
import type { PersonId, Verdict } from '../types.ts'
import type { TurnCommand } from './schema.ts'
import { decides, evolveTurns, isLastCall, type Turns, type TurnsEvent, takesPart, type Waiting } from './turns.ts'
import { eligible, placeOf } from './turns-order.ts'
import { undoable } from './undoable.ts'
import { records, steers } from './who.ts'

type Said = TurnsEvent | Undoable

const commands: Readonly<Record<TurnCommand['type'], true>> = {
  'turn.done': true,
  'turn.pass': true,
  'turn.later': true,
  'turn.skip': true,
  'turn.give': true,
  'turn.unpass': true,
  'turn.back': true,
  'turn.move': true,
  'turn.invite': true,
  'round.pause': true,
  'round.resume': true,
  'round.heard': true,
  'round.end': true,
  'round.restart': true,
  'round.close': true,
}

/** What everyone sees at once of a round, on the screen of whoever taps it. */
export const predictableTurns = [
  'turn.done',
  'turn.pass',
  'turn.later',
  'turn.skip',
  'turn.give',
  'turn.unpass',
] as const

export function isTurnCommand(command: { readonly type: string }): command is TurnCommand {
  return command.type in commands
}

/** Ends the present turn. Passing and coming later are words of the speaker's, which may be entered for them. */
function ends(turns: Turns, command: { type: string; turn: number }, around: Around): Verdict<Said> {
  const { speaking } = turns
  const how = ({ 'turn.done': 'done', 'turn.pass': 'passed', 'turn.later': 'later', 'turn.skip': 'away' } as const)[
    command.type as 'turn.done' | 'turn.pass' | 'turn.later' | 'turn.skip'
  ]
  if (how === 'away' && !steers(around)) return no('not_facilitator')
  if (!speaking) return no('nobody_to_ask')
  if (command.turn !== turns.turn) return no('turn_over')
  const own = around.actor === speaking.person
  const said = how === 'passed' || how === 'later'
  if (!own && !(said ? records(around) : steers(around))) return no('not_your_turn')
  if (how === 'done' && decides(turns.kind)) return no('no_done')
  if (how === 'passed' && decides(turns.kind)) return no('no_pass')
  if (how === 'later' && turns.later.includes(speaking.person)) return no('came_back_once')
  const ended: Said = { type: 'turn.ended', person: speaking.person, how }
  return steers(around) && !own
    ? yes<Said>(ended, undoable(`turn_${how}`, { who: { person: speaking.person } }))
    : yes(ended)
}

function gives(turns: Turns, to: PersonId): Verdict<Said> {
  if (turns.speaking?.person === to) return yes()
  if (!takesPart(turns, to)) return no('unknown_person')
  if (decides(turns.kind) && to in turns.ended) return no('already_asked')
  const before = decides(turns.kind) ? 'away' : 'done'
  return yes<Said>({ type: 'turn.given', person: to, before }, undoable('turn_given', { who: { person: to } }))
}

function unpasses(turns: Turns, who: PersonId | null, around: Around): Verdict<Said> {
  const person = who ?? around.actor
  if (person !== around.actor && !records(around)) return no('not_for_others')
  if (turns.ended[person] !== 'passed') return no('not_now')
  const unpassed: Said = { type: 'turn.unpassed', person }
  return person !== around.actor && steers(around)
    ? yes<Said>(unpassed, undoable('turn_unpassed', { who: { person } }))
    : yes(unpassed)
}

function moves(turns: Turns, command: { person: PersonId; by: 1 | -1 }): Verdict<Said> {
  const at = turns.queue.findIndex((w) => w.person === command.person)
  const other = turns.queue[at + command.by]
  if (at < 0) return no('already_asked')
  if (!other || turns.queue[at]?.as !== other.as) return yes()
  return yes<Said>(
    { type: 'turn.moved', ...pick(command) },
    undoable('turn_moved', { who: { person: command.person } }),
  )
}

function pick({ person, by }: { person: PersonId; by: 1 | -1 }) {
  return { person, by }
}

function invites(turns: Turns, person: PersonId, around: Around): Verdict<Said> {
  const seat = around.seats.find((s) => s.person === person)
  if (!seat) return no('unknown_person')
  if (decides(turns.kind) && seat.as !== 'member') return no('no_consent_right', { who: { person } })
  if (seat.attendance !== 'present') return no('not_here', { who: { person } })
  if (takesPart(turns, person)) return yes()
  return yes<Said>(
    { type: 'turn.joined', person, ...placeOf(turns, around.seats, person) },
    undoable('turn_invited', { who: { person } }),
  )
}

function hears(turns: Turns, over: readonly PersonId[]): Verdict<Said> {
  if (decides(turns.kind)) return no('no_early_end')
  const silent = turns.speaking?.as === 'away' ? [turns.speaking.person] : []
  const open = [...silent, ...turns.queue.filter((w) => w.as === 'later' || w.as === 'away').map((w) => w.person)]
  const unnamed = open.filter((p) => !over.includes(p))
  if (unnamed.length > 0) return no('not_heard_all', { who: { people: unnamed } })
  return yes<Said>({ type: 'round.heard', over: open }, undoable('round_heard'))
}

function closes(turns: Turns): Verdict<Said> {
  const mayStay = (w: Waiting) => w.as === 'away'
  const left = [...(turns.speaking ? [turns.speaking] : []), ...turns.queue].filter((w) => !mayStay(w))
  if (decides(turns.kind)) return no('no_early_end')
  if (!isLastCall(turns) || left.length > 0) return no('not_heard_all', { who: { people: left.map((w) => w.person) } })
  return yes<Said>({ type: 'round.closed' }, undoable('round_closed'))
}

function restarts(turns: Turns, reason: string, around: Around): Verdict<Said> {
  if (reason === '') return no('reason_needed')
  const asked = [...turns.order, ...turns.queue.map((w) => w.person), ...Object.keys(turns.ended)]
  const here = around.seats.filter((s) => s.attendance === 'present').map((s) => s.person)
  const order = [...new Set(asked), ...(turns.speaking ? [turns.speaking.person] : [])].filter((p) => here.includes(p))
  if (order.length === 0) return no('nobody_to_ask')
  return yes<Said>({ type: 'round.restarted', reason, order: [...new Set(order)] }, undoable('round_restarted'))
}

/** The person whose turn would be reopened, if they are still here to have it. */
export function backTo(turns: Turns | null, around: Around): Verdict<never> | { ok: null; person: PersonId } {
  if (!turns?.last) return no('back_once')
  const { person } = turns.last
  const seat = around.seats.find((s) => s.person === person)
  return seat?.attendance === 'present' ? { ok: null, person } : no('not_here', { who: { person } })
}

function stepsBack(turns: Turns, around: Around): Verdict<Said> {
  const back = backTo(turns, around)
  if (back.ok !== null) return back
  const { person } = back
  return yes<Said>({ type: 'turn.stepped_back', person }, undoable('stepped_back', { who: { person } }))
}

/** What a turn command does in a running round. Who answers instead of speaking is the process's own rule. */
export function decideTurns(turns: Turns, command: TurnCommand, around: Around): Verdict<Said> {
  if (command.type === 'round.resume') {
    if (!steers(around)) return no('not_facilitator')
    return turns.paused ? yes<Said>({ type: 'round.resumed' }, undoable('round_resumed')) : yes()
  }
  if (turns.stage !== 'running' && command.type !== 'turn.unpass') return no('not_now')
  if (command.type === 'turn.unpass')
    return turns.stage === 'running' ? unpasses(turns, command.for, around) : no('not_now')
  if (turns.paused) return no('paused')
  if (
    command.type === 'turn.done' ||
    command.type === 'turn.pass' ||
    command.type === 'turn.later' ||
    command.type === 'turn.skip'
  )
    return ends(turns, command, around)
  if (!steers(around)) return no('not_facilitator')
  switch (command.type) {
    case 'turn.give':
      return gives(turns, command.to)
    case 'turn.back':
      return stepsBack(turns, around)
    case 'turn.move':
      return moves(turns, command)
    case 'turn.invite':
      return invites(turns, command.person, around)
    case 'round.pause':
      return yes<Said>({ type: 'round.paused' }, undoable('round_paused'))
    case 'round.heard':
      return hears(turns, command.over)
    case 'round.end':
      return decides(turns.kind) ? no('no_early_end') : yes<Said>({ type: 'round.ended' }, undoable('round_ended'))
    case 'round.restart':
      return restarts(turns, command.reason, around)
    case 'round.close':
      return closes(turns)
    // A command that only another kind of process knows.
    default:
      return no('not_now')
  }
}

/** Brings a running round in line with who is here: nobody is dropped who has spoken. */
export function attendTurns(turns: Turns, around: Around, asked = eligible(around.seats)): readonly TurnsEvent[] {
  if (turns.stage !== 'running') return []
  const out = new Set(around.seats.filter((s) => s.attendance === 'out').map((s) => s.person))
  const guests = new Set(
    around.seats.filter((s) => s.as === 'guest' && s.attendance === 'present').map((s) => s.person),
  )
  const waiting = [...(turns.speaking ? [turns.speaking] : []), ...turns.queue]
  const others = waiting.some(({ person }) => asked.includes(person) || guests.has(person))
  const gone = waiting.flatMap(({ person, as }): readonly TurnsEvent[] => {
    if (asked.includes(person) || guests.has(person)) return []
    // Someone who stepped out is asked last, so they have the turn only when nobody else is left.
    const waits = as === 'away' && !(others && person === turns.speaking?.person)
    if (out.has(person)) return waits ? [] : [{ type: 'turn.ended', person, how: 'away' }]
    return [{ type: 'turn.dropped', person }]
  })
  const meta = { seq: turns.turn, by: around.actor, at: around.now }
  const fold = (now: Turns, event: TurnsEvent) => evolveTurns(now, event, meta)
  return asked
    .filter((p) => !takesPart(turns, p))
    .reduce<{ turns: Turns; events: readonly TurnsEvent[] }>(
      ({ turns: now, events }, person) => {
        const joined: TurnsEvent = { type: 'turn.joined', person, ...placeOf(now, around.seats, person) }
        return { turns: fold(now, joined), events: [...events, joined] }
      },
      { turns: gone.reduce(fold, turns), events: gone },
    ).events
}
