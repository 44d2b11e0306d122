import { useText } from '../../../live/words/text.ts'
import { useCalled } from '../../../meeting/phone/people.ts'
import styles from '../../../meeting/phone/phone.module.css'
import { Saved } from '../../../meeting/phone/Saved.tsx'
import { Button } from '../../../ui/controls/Button.tsx'
import { Sheet } from '../../../ui/shown/Sheet.tsx'
import { Sign } from '../../../ui/shown/Sign.tsx'
import { useConsent } from '../looking.phone.ts'
import { isMyAnswer } from '../pending.ts'

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
    <Sheet
      label={text('my.your_answer')}
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
      <div className={styles.said}>
        {position ? <Sign name={signs[position.is]} size="40px" /> : null}
        <div>
          <p className={styles.app}>{text(position ? `my.said.${position.is}` : 'my.answered')}</p>
          {words === '' ? null : (
            <p className={styles.saidWords} dir="auto">
              {words}
            </p>
          )}
          {position?.is === 'objection' && words === '' && onEdit ? (
            <Button kind="text" onPress={onEdit}>
              {text('my.add_words')}
            </Button>
          ) : null}
        </div>
      </div>
    </Sheet>
  )
}
