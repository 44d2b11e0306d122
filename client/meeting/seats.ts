import '../live/words/seats.ts'
import { type Answers, isSealed } from '../../shared/parts/answers.ts'
import { isLastCall, type Turns } from '../../shared/parts/turns.ts'
import type { PersonId, Seat } from '../../shared/types.ts'
import { marks } from '../ui/marks.ts'
import type { RingProps } from '../ui/Ring.tsx'
import type { Seat as RingSeat, SeatState } from '../ui/RingSeat.tsx'

/** What goes round: turns, the answers of a consent round, both, or nothing. */
export interface Going {
  readonly round: Turns | null
  readonly answers: Answers | null
}

/** For whom the ring is drawn. */
export interface Looking {
  /** The phone marks the own seat "You"; the laptop alone shows who has answered unseen and what was recorded. */
  readonly surface: 'phone' | 'laptop' | 'room'
  readonly me: PersonId | null
  readonly name: (person: PersonId) => { readonly name: string; readonly hint: string | null }
  readonly text: (id: `seat.${string}`) => string
}

type Known = Pick<Looking, 'surface' | 'me'>

const position = { none: 'consent', objection: 'objection' } as const satisfies Record<string, SeatState>
const attendance = { expected: 'expected', present: 'here', out: 'out', left: 'left', absent: 'absent' } as const

/** How an answer shows to this viewer; null where it shows nothing. */
function answered(answers: Answers, person: PersonId, { surface, me }: Known): SeatState | null {
  if (person in answers.notReady) return 'not-ready'
  const given = answers.given[person]
  if (!given) return null
  if (given.position) return position[given.position.is]
  return surface === 'laptop' || person === me ? 'answered' : null
}

function inTurns({ speaking, queue, ended, stage }: Turns, person: PersonId): SeatState | null {
  if (speaking?.person === person) return 'now'
  if (queue[0]?.person === person) return 'next'
  if (queue.some((w) => w.person === person)) return 'ahead'
  const how = ended[person]
  if (how === 'done' || how === 'passed') return 'done'
  return how && stage === 'running' ? 'ahead' : null
}

/** Asked at once and nobody has an answer that shows: every seat looks the same. */
function isClosed({ answers }: Going): boolean {
  return answers?.mode === 'simultaneous' && answers.recheck === null && !isOpened(answers)
}

function isOpened(answers: Answers): boolean {
  return Object.keys(answers.given).length > 0 && !isSealed(answers)
}

function awaited(answers: Answers, person: PersonId): boolean {
  return (answers.recheck ?? answers.required).includes(person)
}

/** The state of one seat, as this viewer may see it. */
export function seatState(seat: Seat, going: Going, known: Known): SeatState {
  const { round, answers } = going
  const turn = round ? inTurns(round, seat.person) : null
  if (turn === 'now') return turn
  const answer = answers ? answered(answers, seat.person, known) : null
  if (answer) return answer
  if (seat.attendance !== 'present' && turn !== 'done') return 'empty'
  if (turn && !(answers && turn === 'done')) return turn
  return answers && !round && !isClosed(going) && awaited(answers, seat.person) ? 'ahead' : 'here'
}

/** The words for a seat, by the id of their sentence. */
function spokenId(seat: Seat, state: SeatState, { round, answers }: Going): `seat.${string}` {
  if (state === 'empty') return `seat.${attendance[seat.attendance]}`
  if (state === 'now') return answers ? 'seat.answering' : 'seat.now'
  if (state === 'done' && round?.ended[seat.person] === 'passed') return 'seat.passed'
  return `seat.${state}`
}

/** The seats of a meeting for `<Ring>`, in the order of the room. */
export function ringSeats(seats: readonly Seat[], going: Going, looking: Looking): readonly RingSeat[] {
  const { surface, me, name, text } = looking
  const names = seats.map((seat) => name(seat.person))
  const letters = marks(names.map((n) => (n.hint ? `${n.name} ${n.hint}` : n.name)))
  return seats.map((seat, index) => {
    const own = names[index]?.name ?? ''
    const twin = names.some((n, other) => other !== index && n.name === own)
    const hint = names[index]?.hint
    const state = seatState(seat, going, looking)
    const mine = seat.person === me
    const given = going.answers?.given[seat.person]
    return {
      id: seat.person,
      label: twin && hint ? `${own} ${hint}` : own,
      mark: mine && surface === 'phone' ? text('seat.you') : (letters[index] ?? ''),
      state,
      spoken: text(spokenId(seat, state, going)),
      me: mine && surface !== 'room',
      recorded: surface === 'laptop' && given !== undefined && given.recordedBy !== null,
    }
  })
}

/** Everything the ring draws of the seats and of the way already gone. Spread it into `<Ring>`. */
export function ringOf(
  seats: readonly Seat[],
  going: Going,
  looking: Looking,
): Pick<RingProps, 'seats' | 'direction' | 'travelled' | 'arrow'> {
  const { round } = going
  const drawn = ringSeats(seats, going, looking)
  if (!round) return { seats: drawn }
  const direction = round.direction === 1 ? 'clockwise' : 'counter'
  const at = (person: PersonId | undefined) => seats.findIndex((s) => s.person === person)
  const from = at(round.order.find((person) => at(person) >= 0))
  const to = at(round.speaking?.person)
  if (round.stage === 'ended early' || from < 0) return { seats: drawn, direction }
  if (round.stage === 'complete' || isLastCall(round)) return { seats: drawn, direction, travelled: 'all', arrow: -1 }
  return to < 0 ? { seats: drawn, direction } : { seats: drawn, direction, travelled: { from, to } }
}

/** How many are still to be heard, with the one whose turn it is. */
export function toGo(round: Turns): number {
  return round.queue.length + (round.speaking ? 1 : 0)
}

/** Whose turn comes after the one who is asked now. */
export function nextOf(round: Turns): PersonId | null {
  return round.queue[0]?.person ?? null
}
