import type { Run } from '../../../../shared/meeting/types.ts'
import type { Answers, Position } from '../../../../shared/parts/answers.ts'
import type { PersonId, Seq } from '../../../../shared/types.ts'

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
