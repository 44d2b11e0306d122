import type { Item, MeetingCommand, Now, Run } from '../../shared/meeting/types.ts'
import type { Answers, Position } from '../../shared/parts/answers.ts'
import type { Standing, Turns } from '../../shared/parts/turns.ts'
import type { PersonId, Seat, Seq } from '../../shared/types.ts'

/** What someone is to the meeting now: a screen has no person, who reads along is not counted as here. */
export type Part = 'screen' | 'reading' | 'out' | 'guest' | 'here'

export function seatOf(now: Now, me: PersonId | null): Seat | null {
  return now.seats.find((s) => s.person === me) ?? null
}

export function partOf(now: Now, me: PersonId | null): Part {
  const seat = seatOf(now, me)
  if (!seat) return 'screen'
  if (seat.attendance === 'out') return 'out'
  if (seat.attendance !== 'present') return 'reading'
  return seat.as === 'guest' ? 'guest' : 'here'
}

/** Whoever facilitates now: the open item's, if it was handed over, else the meeting's. */
export function chairOf(now: Now): PersonId | null {
  return now.items.find((i) => i.stage === 'open')?.facilitator ?? now.facilitator
}

/** The item on everyone's screen. */
export function shownItem(now: Now): Item | null {
  return now.items.find((i) => i.id === now.shown) ?? null
}

/** Where I stand in a round. `before` counts the people who are heard before me, the speaker with them. */
export type Place =
  | { readonly is: 'speaking'; readonly as: Standing }
  | { readonly is: 'next' }
  | { readonly is: 'waiting'; readonly before: number; readonly as: Standing }
  | { readonly is: 'spoken' | 'passed' | 'not asked' | 'away' }
  | { readonly is: 'none' }

export function placeIn(round: Turns, me: PersonId | null): Place {
  if (me === null) return { is: 'none' }
  if (round.speaking?.person === me) return { is: 'speaking', as: round.speaking.as }
  const at = round.queue.findIndex((w) => w.person === me)
  const waiting = round.queue[at]
  if (waiting && at === 0 && round.speaking) return { is: 'next' }
  if (waiting) return { is: 'waiting', before: at + (round.speaking ? 1 : 0), as: waiting.as }
  const how = round.ended[me]
  if (!how) return { is: 'none' }
  return { is: how === 'done' ? 'spoken' : how }
}

/** My answer to the version that is put. */
export type Mine =
  | { readonly is: 'open' }
  | { readonly is: 'not ready'; readonly need: string }
  | {
      readonly is: 'given'
      /** Null only where a sealed answer has not come to this device. */
      readonly position: Position | null
      readonly seq: Seq
      /** Who entered it for me. */
      readonly recordedBy: PersonId | null
      readonly sealed: boolean
    }

type Sealed = Pick<Run, 'sealed' | 'sealedSeqs'>

interface Answered {
  readonly answers: Answers | null
}

/** Others do not hear of a changed sealed answer, so the number of one's own stands in a place of its own too. */
export function sealedAt(seq: Seq, { slot }: Pick<Answers, 'slot'>, run: Sealed, person: PersonId): Seq {
  return slot === null ? seq : Math.max(seq, run.sealedSeqs[slot]?.[person]?.at(-1) ?? 0)
}

/** A sealed answer is read from its own place, which only its owner's devices have. */
export function myAnswer({ answers }: Answered, run: Sealed, me: PersonId | null): Mine {
  if (!answers || me === null) return { is: 'open' }
  const need = answers.notReady[me]
  if (need !== undefined) return { is: 'not ready', need }
  const given = answers.given[me]
  if (!given) return { is: 'open' }
  const { position, recordedBy } = given
  if (position !== null) return { is: 'given', position, seq: given.seq, recordedBy, sealed: false }
  const own = (answers.slot === null ? undefined : run.sealed[answers.slot]?.[me]) as Position | undefined
  return { is: 'given', position: own ?? null, seq: sealedAt(given.seq, answers, run, me), recordedBy, sealed: true }
}

/** Among my taps that the server has not answered: is this one an answer of mine in this process? */
export function isMyAnswer(process: string): (command: { readonly type: string }) => boolean {
  return (command) => {
    const { type, process: of, for: other } = command as MeetingCommand & { process?: string; for?: PersonId | null }
    return type === 'consent.answer' && of === process && (other ?? null) === null
  }
}
