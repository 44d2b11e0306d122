import type { Answer } from '../../../../shared/parts/answers.ts'
import type { Consent } from '../../../../shared/processes/consent/types.ts'
import type { PersonId, Seq } from '../../../../shared/types.ts'
import { useMe, useSend } from '../../../live/hooks.ts'

export type Aim = { readonly process: string; readonly ask: Seq }

/** Enters one person's answer, one's own or what someone said aloud. `turn` null is out of turn. */
export function useAnswer(aim: Aim, { answers }: Consent) {
  const me = useMe()
  const send = useSend()
  return (person: PersonId, answer: Answer, turn: Seq | null = null) =>
    send({
      type: 'consent.answer',
      ...aim,
      turn,
      replaces: answers?.given[person]?.seq ?? null,
      answer,
      for: person === me ? null : person,
    })
}
