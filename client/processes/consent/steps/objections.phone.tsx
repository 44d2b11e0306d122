import { isAlive, type Objection } from '../../../../shared/parts/objections.ts'
import { useName } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { Said } from '../../../meeting/parts/objections/Said.phone.tsx'
import { Frame } from '../../../meeting/phone/Frame.tsx'
import { useCalled, useChair } from '../../../meeting/phone/people.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Sheet } from '../../../ui/shown/Sheet.tsx'
import { Sign } from '../../../ui/shown/Sign.tsx'
import { useConsent } from '../looking.phone.ts'
import { Matter } from '../Matter.phone.tsx'
import { OwnEnd, RaiseToo } from '../objecting/Own.phone.tsx'
import styles from './objections.phone.module.css'

/** Objections are understood before anyone solves them, then everyone looks for ways. */
export function Hearing({ move, onEdit }: { move: 'hear' | 'ideas'; onEdit: () => void }) {
  const text = useText()
  const who = useChair()
  const { state } = useConsent()
  const open = state.objections.filter(isAlive)
  return (
    <Frame title={text('my.objections', { count: open.length })} act={<RaiseToo />}>
      {move === 'hear' ? <Heard onEdit={onEdit} /> : null}
      {move === 'ideas' ? <p className="lead">{text('my.what_would_help')}</p> : null}
      <Others move={move} />
      {move === 'ideas' ? <Matter objections={false} /> : null}
      <OwnEnd />
      <p className="quiet free">{text(move === 'hear' ? 'my.listen' : 'my.ideas_soon', { who })}</p>
    </Frame>
  )
}

/** The one that is heard now: mine to explain, or someone's to listen to. */
function Heard({ onEdit }: { onEdit: () => void }) {
  const text = useText()
  const called = useCalled()
  const { state, me } = useConsent()
  const focus = state.step.stage === 'objections' ? state.step.focus : null
  const now = state.objections.find((o) => o.id === focus)
  if (!now) return null
  const mine = now.by === me
  return (
    <section className="stack">
      <h2 className="lead">{mine ? text('my.say_why') : text('my.explains', { who: called(now.by) })}</h2>
      {mine ? <p>{text('my.go_wrong_aim')}</p> : null}
      <Told objection={now} />
      {mine ? (
        <Button kind="text" onPress={onEdit}>
          {text(now.phrase === '' ? 'my.add_words' : 'my.change_words')}
        </Button>
      ) : null}
    </section>
  )
}

/** In its owner's words, on paper. */
function Told({ objection }: { objection: Objection }) {
  const text = useText()
  const name = useName()
  const { by, phrase, reason, effect } = objection
  const words = [phrase, reason, effect].filter((said) => said !== '')
  return (
    <Sheet
      label={text('my.an_objection')}
      left={
        <span className={styles.from}>
          <Sign name="objection" size="28px" />
          <bdi>{name(by).name}</bdi>
        </span>
      }
    >
      {words.length === 0 ? <p className="quiet">{text('my.says_aloud')}</p> : null}
      {words.map((said) => (
        <p key={said} className="written">
          {said}
        </p>
      ))}
    </Sheet>
  )
}

function Others({ move }: { move: 'hear' | 'ideas' }) {
  const text = useText()
  const { state } = useConsent()
  const focus = state.step.stage === 'objections' && move === 'hear' ? state.step.focus : null
  const others = state.objections.filter((o) => isAlive(o) && o.id !== focus)
  if (others.length === 0) return null
  return (
    <section className="stack">
      <h2 className="quiet small">{text(focus === null ? 'my.to_solve' : 'my.also')}</h2>
      <ul className="stack">
        {others.map((o) => (
          <li key={o.id}>
            <Said objection={o} />
          </li>
        ))}
      </ul>
    </section>
  )
}
