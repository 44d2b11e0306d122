import type { ReactNode } from 'react'
import { useText } from '../../../live/words/text.ts'
import { useCalled } from '../../../meeting/phone/people.ts'
import { Saved } from '../../../meeting/phone/Saved.tsx'
import { Signed, Words } from '../../../meeting/phone/Signed.tsx'
import { Button } from '../../../ui/controls/Button.tsx'
import { Sheet } from '../../../ui/shown/Sheet.tsx'
import type { SignName } from '../../../ui/shown/Sign.tsx'
import { useConsent } from '../looking.phone.ts'
import { isMyAnswer } from '../pending.ts'
import styles from './MyAnswer.phone.module.css'

const signs = { none: 'consent', objection: 'objection' } as const

export interface MyAnswerProps {
  /** Left out where the rules no longer allow another answer. */
  readonly onChange?: () => void
  /** Left out where there is nothing to write to. */
  readonly onEdit?: () => void
}

/** What stands as my answer, that it has arrived, and who entered it where it was not me. */
export function MyAnswer({ onChange, onEdit }: MyAnswerProps) {
  const text = useText()
  const called = useCalled()
  const { mine, run } = useConsent()
  if (mine.is !== 'given') return null
  const { position, recordedBy, sealed } = mine
  const by = recordedBy === null ? null : called(recordedBy)
  const words = position?.is === 'objection' ? position.words : ''
  return (
    <Answer
      sign={position && signs[position.is]}
      said={text(position ? `my.said.${position.is}` : 'my.answered')}
      words={words}
      foot={
        <Saved
          of={isMyAnswer(run.id)}
          words={by ? text('my.recorded', { who: by }) : text(sealed ? 'my.saved_sealed' : 'my.saved')}
        >
          {onChange ? (
            <Button kind="text" onPress={onChange}>
              {text(by ? 'my.not_right' : 'my.change')}
            </Button>
          ) : null}
        </Saved>
      }
    >
      {position?.is === 'objection' && words === '' && onEdit ? (
        <Button kind="text" onPress={onEdit}>
          {text('my.add_words')}
        </Button>
      ) : null}
    </Answer>
  )
}

/** That I am not ready, and what I need first. */
export function MyNeed({ need }: { need: string }) {
  const text = useText()
  return <Answer sign="not-ready" said={text('my.said.not_ready')} words={need} />
}

interface AnswerProps {
  readonly sign: SignName | null
  /** In the app's words. */
  readonly said: string
  /** In mine, or empty. */
  readonly words: string
  readonly foot?: ReactNode
  readonly children?: ReactNode
}

function Answer({ sign, said, words, foot, children }: AnswerProps) {
  const text = useText()
  return (
    <Sheet label={text('my.your_answer')} foot={foot}>
      <Signed sign={sign} size="40px">
        <p className={styles.answer}>{said}</p>
        {words === '' ? null : <Words>{words}</Words>}
        {children}
      </Signed>
    </Sheet>
  )
}
