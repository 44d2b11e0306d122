import type { Answer as Said } from '../../../../shared/parts/answers.ts'
import { useText } from '../../../live/words/text.ts'
import { Answer } from '../../../ui/controls/Answer.tsx'
import { useRest } from '../../../ui/controls/rest.ts'
import { Two } from '../../../ui/frames/Laptop.tsx'

export type TwoAnswersProps = {
  /** The name on both; null is one's own answer. */
  name: string | null
  /** Changes with the person and the turn: both rest for a moment then. */
  of: unknown
  onAnswer: (said: Said) => void
}

/** The present person's own two answers, equal in size: the way on in a consent round. */
export function TwoAnswers({ name, of, onAnswer }: TwoAnswersProps) {
  const text = useText()
  const resting = useRest(of)
  const words = (id: string) => (name === null ? text(`desk.own_${id}`) : text(`desk.their_${id}`, { name }))
  return (
    <Two>
      <Answer kind="consent" size="desk" hotkey="1" resting={resting} onPress={() => onAnswer({ is: 'none' })}>
        {words('none')}
      </Answer>
      <Answer
        kind="objection"
        size="desk"
        hotkey="2"
        resting={resting}
        onPress={() => onAnswer({ is: 'objection', words: '' })}
      >
        {words('objection')}
      </Answer>
    </Two>
  )
}
