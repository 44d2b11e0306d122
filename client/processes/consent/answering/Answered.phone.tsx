import { useText } from '../../../live/words/text.ts'
import { Frame } from '../../../meeting/phone/Frame.tsx'
import { useChair } from '../../../meeting/phone/people.ts'
import styles from '../../../meeting/phone/phone.module.css'
import { Sheet } from '../../../ui/shown/Sheet.tsx'
import { Sign } from '../../../ui/shown/Sign.tsx'
import { useConsent } from '../looking.phone.ts'
import { useRoundTitle } from '../steps/title.phone.ts'
import { isClosed, mayChange } from '../view.phone.ts'
import { AnswerRing } from './AnswerRing.phone.tsx'
import { MyAnswer } from './MyAnswer.phone.tsx'

/** It has arrived, I was heard, and this is what happens next. */
export function Answered({ onChange, onEdit }: { onChange: () => void; onEdit: () => void }) {
  const text = useText()
  const title = useRoundTitle()
  const who = useChair()
  const looking = useConsent()
  const { state, mine } = looking
  const closed = state.answers !== null && isClosed(state.answers)
  const objects = mine.is === 'given' && mine.position?.is === 'objection'
  const change = mayChange(state, looking) ? onChange : undefined
  const after = mine.is === 'not ready' ? 'lacking' : closed ? 'closed' : objects ? 'objection' : 'none'
  return (
    <Frame title={title}>
      <AnswerRing count />
      {mine.is === 'not ready' ? <Lacking need={mine.need} /> : <MyAnswer onChange={change} onEdit={onEdit} />}
      <p className={styles.free}>{text(`my.thanks.${after}`, { who })}</p>
    </Frame>
  )
}

function Lacking({ need }: { need: string }) {
  const text = useText()
  return (
    <Sheet label={text('my.your_answer')}>
      <div className={styles.said}>
        <Sign name="not-ready" size="40px" />
        <div>
          <p className={styles.app}>{text('my.said.not_ready')}</p>
          {need === '' ? null : (
            <p className={styles.saidWords} dir="auto">
              {need}
            </p>
          )}
        </div>
      </div>
    </Sheet>
  )
}
