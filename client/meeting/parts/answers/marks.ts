import { type Answers, isSealed } from '../../../../shared/parts/answers.ts'
import type { Turns } from '../../../../shared/parts/turns.ts'
import type { PersonId, Seat } from '../../../../shared/types.ts'
import { useMe, useMeeting } from '../../../live/hooks.ts'
import { bare, type Going, type Mark } from '../../marks.ts'
import type { Looking } from '../../seats.ts'
import { turnMark, turnsGoing, wayOf } from '../turns/marks.ts'

/** A round in which people answer. The round is null where nobody is asked in turn. */
interface Asked {
  readonly answers: Answers
  readonly round: Turns | null
}

type Known = Pick<Looking, 'surface' | 'me'>

const position = { none: 'consent', objection: 'objection' } as const

/** How an answer shows to this viewer; null where it shows nothing. The laptop alone shows who has answered unseen. */
function answered({ notReady, given }: Answers, person: PersonId, { surface, me }: Known): Mark['state'] | null {
  if (person in notReady) return 'not-ready'
  const answer = given[person]
  if (!answer) return null
  if (answer.position) return position[answer.position.is]
  return surface === 'laptop' || person === me ? 'answered' : null
}

/** Asked at once and nobody has an answer that shows: every seat looks the same. */
function isClosed(answers: Answers): boolean {
  const isOpened = Object.keys(answers.given).length > 0 && !isSealed(answers)
  return answers.mode === 'simultaneous' && answers.recheck === null && !isOpened
}

function isAwaited({ answers, round }: Asked, person: PersonId): boolean {
  return !round && !isClosed(answers) && (answers.recheck ?? answers.required).includes(person)
}

function markOf(seat: Seat, asked: Asked, known: Known): Mark {
  const { answers, round } = asked
  const { person } = seat
  const turn = round ? turnMark(round, person) : null
  if (turn?.state === 'now') return { state: 'now', spoken: 'answering' }
  const state = answered(answers, person, known)
  if (state) return { state, spoken: state }
  if (seat.attendance !== 'present' && turn?.state !== 'done') return bare(seat)
  if (turn && turn.state !== 'done') return turn
  return isAwaited(asked, person) ? { state: 'ahead', spoken: 'ahead' } : { state: 'here', spoken: 'here' }
}

/** A consent round as it goes about the table, as this viewer may see it. */
export function answersGoing(seats: readonly Seat[], asked: Asked, known: Known): Going {
  const marked = (seat: Seat): Mark => ({
    ...markOf(seat, asked, known),
    by: asked.answers.given[seat.person]?.recordedBy ?? null,
  })
  const marks = Object.fromEntries(seats.map((seat) => [seat.person, marked(seat)]))
  return { marks, way: asked.round ? wayOf(seats, asked.round) : {} }
}

/** The same for the meeting on this screen; before anything is asked only the turns of a round, if there is one. */
export function useAnswersGoing(
  surface: Looking['surface'],
  answers: Answers | null,
  round: Turns | null = null,
): Going | null {
  const { seats } = useMeeting()
  const me = useMe()
  if (!answers) return turnsGoing(seats, round)
  return answersGoing(seats, { answers, round }, { surface, me: surface === 'room' ? null : me })
}
