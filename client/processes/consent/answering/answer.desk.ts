import { running } from '../../../../shared/meeting/around.ts'
import type { Answer } from '../../../../shared/parts/answers.ts'
import type { Consent } from '../../../../shared/processes/consent/types.ts'
import type { PersonId, Seq } from '../../../../shared/types.ts'
import { useMe, useMeeting, useSend } from '../../../live/hooks.ts'
import type { Aim } from '../../../meeting/aim.ts'
import { sealedAt } from '../../../meeting/parts/answers/mine.ts'

/** Enters one person's answer, one's own or what someone said aloud. `turn` null is out of turn. */
export function useAnswer(aim: Aim, { answers }: Consent) {
  const me = useMe()
  const run = running(useMeeting())
  const send = useSend()
  function stands(person: PersonId): Seq | null {
    const given = answers?.given[person]
    if (!answers || !given) return null
    return run && person === me && given.position === null ? sealedAt(given.seq, answers, run, person) : given.seq
  }
  return (person: PersonId, answer: Answer, turn: Seq | null = null) =>
    send({
      type: 'consent.answer',
      ...aim,
      turn,
      replaces: stands(person),
      answer,
      for: person === me ? null : person,
    })
}
