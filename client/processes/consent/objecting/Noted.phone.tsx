import { useSend } from '../../../live/hooks.ts'
import { useDraft } from '../../../live/sending/drafts.ts'
import { useText } from '../../../live/words/text.ts'
import { Frame } from '../../../meeting/phone/Frame.tsx'
import { useChair } from '../../../meeting/phone/people.ts'
import { Saved } from '../../../meeting/phone/Saved.tsx'
import { useWriting } from '../../../meeting/phone/station.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Field } from '../../../ui/controls/Field.tsx'
import { Sign } from '../../../ui/shown/Sign.tsx'
import { ownObjection, useAim, useAnswer, useAnswering, useConsent } from '../looking.phone.ts'
import { isMyAnswer } from '../pending.ts'
import { isClosed, mayChange } from '../view.phone.ts'
import styles from './Noted.phone.module.css'

export interface NotedProps {
  readonly editing: boolean
  readonly onEdit: (on: boolean) => void
  readonly onLeave: () => void
  readonly onChange: () => void
}

/** My objection stands from the tap on, and is welcome. Saying it is enough; writing is an offer. */
export function Noted({ editing, onEdit, onLeave, onChange }: NotedProps) {
  const text = useText()
  const { run, state } = useConsent()
  const version = state.answers?.version ?? 0
  const [words, write, clear] = useDraft(`objection.${run.id}.${version}`)
  const send = useSendWords()
  const waiting = useAnswering()
  useWriting(editing)

  async function submit() {
    const sent = await send(words.trim())
    if (!sent.ok) return
    clear()
    onLeave()
  }

  return (
    <Frame title={text(editing ? 'my.your_objection' : 'my.consent_version', { version })} acting={editing}>
      {editing ? <Back key="top" onBack={() => onEdit(false)} /> : <Thanks key="top" onChange={onChange} />}
      {editing ? null : (
        <Button key="aloud" kind="do" className="push" onPress={onLeave}>
          {text('my.aloud')}
        </Button>
      )}
      <div key="field">
        <Field
          label={editing ? <span className="lead strong">{text('my.go_wrong')}</span> : text('my.few_words')}
          optional={editing ? undefined : text('my.if_you_like')}
          placeholder={editing ? undefined : text('my.go_wrong')}
          hint={editing ? text('my.until_you_send') : undefined}
          value={words}
          onChange={write}
          onFocus={() => onEdit(true)}
          lines={editing ? 3 : 2}
          maxLength={2000}
        />
      </div>
      {editing && waiting ? <Saved key="wait" of={isMyAnswer(run.id)} /> : null}
      {editing && !waiting ? (
        <Button key="send" kind="do" onPress={submit}>
          {text('my.send_words')}
        </Button>
      ) : null}
      {editing ? (
        <Button key="leave" kind="text" className="wide" onPress={onLeave}>
          {text('my.aloud')}
        </Button>
      ) : null}
    </Frame>
  )
}

/** While it is worked on an objection is written to, no longer answered. */
function useSendWords() {
  const looking = useConsent()
  const answer = useAnswer()
  const aim = useAim()
  const send = useSend()
  const own = ownObjection(looking)
  return (words: string) => {
    if (looking.state.step.stage !== 'objections' || !own) return answer({ is: 'objection', words })
    const { reason, aim: touches, effect, id } = own
    return send({ type: 'objection.write', ...aim, objection: id, phrase: words, reason, aim: touches, effect })
  }
}

function Back({ onBack }: { onBack: () => void }) {
  const text = useText()
  return (
    <div className="sides">
      <Button kind="text" onPress={onBack}>
        {text('my.back')}
      </Button>
      <p className="quiet small">{text('my.objection_saved')}</p>
    </div>
  )
}

function Thanks({ onChange }: { onChange: () => void }) {
  const text = useText()
  const who = useChair()
  const { run, state } = useConsent()
  const looking = useConsent()
  const { stage } = state.step
  const when = stage !== 'consent' ? 'now' : state.answers && isClosed(state.answers) ? 'opened' : 'spoken'
  return (
    <>
      <div className={styles.noted}>
        <Sign name="objection" size="56px" />
        <p className={styles.thanks}>{text('my.noted')}</p>
      </div>
      <p className="lead">{text(`my.comes_to_it.${when}`, { who })}</p>
      <div className={styles.rule}>
        <Saved of={isMyAnswer(run.id)}>
          {mayChange(state, looking) ? (
            <Button kind="text" onPress={onChange}>
              {text('my.change')}
            </Button>
          ) : null}
        </Saved>
      </div>
    </>
  )
}
