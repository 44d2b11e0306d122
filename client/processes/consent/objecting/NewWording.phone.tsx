import { isAlive, type Objection } from '../../../../shared/parts/objections.ts'
import { changed, latest } from '../../../../shared/parts/wording.ts'
import { usePending, useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { Marked } from '../../../meeting/parts/wording/Marked.phone.tsx'
import { Terms } from '../../../meeting/parts/wording/Terms.phone.tsx'
import { Frame } from '../../../meeting/phone/Frame.tsx'
import { useChair } from '../../../meeting/phone/people.ts'
import { Saved } from '../../../meeting/phone/Saved.tsx'
import { Button } from '../../../ui/controls/Button.tsx'
import { ownObjection, useAim, useConsent } from '../looking.phone.ts'
import { Matter } from '../Matter.phone.tsx'
import styles from './NewWording.phone.module.css'
import { OwnEnd, RaiseToo } from './Own.phone.tsx'

/** What the wording was and would be; whoever objected says whether it would meet that. A hint: the fresh round decides. */
export function Changes() {
  const text = useText()
  const who = useChair()
  const looking = useConsent()
  const { wording, objections } = looking.state
  const last = latest(wording)
  const own = ownObjection(looking)
  const asks = own && isAlive(own) && looking.part === 'here' && changed(wording)
  const count = objections.filter(isAlive).length
  return (
    <Frame
      title={text('my.objections', { count })}
      acting={Boolean(asks)}
      act={
        <>
          {asks ? <Meets objection={own} /> : <RaiseToo />}
          <OwnEnd />
        </>
      }
    >
      {last && changed(wording) ? <Marked was={last} is={wording.draft} /> : <Matter objections />}
      {last && changed(wording) ? <Terms fields={wording.draft} since={last.fields} /> : null}
      {asks ? null : (
        <p className="quiet free">{text(changed(wording) ? 'my.then_asked' : 'my.words_soon', { who })}</p>
      )}
    </Frame>
  )
}

function Meets({ objection }: { objection: Objection }) {
  const text = useText()
  const send = useSend()
  const aim = useAim()
  const { id, meets, phrase, reason } = objection
  const said = phrase || reason
  const hint = (yes: boolean) => send({ type: 'objection.meets', ...aim, objection: id, meets: yes, for: null })
  const of = (command: { type: string }) => command.type === 'objection.meets'
  const pending = usePending().some(of)
  return (
    <div className={`${styles.line} stack`}>
      {said === '' ? null : (
        <p>
          {text('my.you_said')} <span className="words">{said}</span>
        </p>
      )}
      <h2 className="lead">{text('my.would_this')}</h2>
      <div className="pair">
        <Button className={styles.tall} aria-pressed={meets === true} onPress={() => hint(true)}>
          <b>{text('my.it_would')}</b>
        </Button>
        <Button className={styles.tall} aria-pressed={meets === false} onPress={() => hint(false)}>
          <b>{text('my.not_yet')}</b>
        </Button>
      </div>
      {meets === null && !pending ? null : <Saved of={of} words={text('my.saved_hint')} />}
    </div>
  )
}
