import { useState } from 'react'
import { isAlive, isOpen } from '../../../../shared/parts/objections.ts'
import { usePending, useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { ownObjection, useAim, useConsent } from '../looking.phone.ts'
import { mayAnswer } from '../view.phone.ts'

/** Having heard the others, someone may have one too. It needs no words. */
export function RaiseToo() {
  const text = useText()
  const send = useSend()
  const aim = useAim()
  const looking = useConsent()
  const waiting = usePending().some((c) => c.type === 'objection.raise')
  const own = ownObjection(looking)
  if (!mayAnswer(looking.state.answers, looking) || (own && isOpen(own)) || waiting) return null
  return (
    <Button onPress={() => send({ type: 'objection.raise', ...aim, words: '', for: null })}>
      {text(own?.status === 'withdrawn' ? 'my.do_object' : 'my.one_too')}
    </Button>
  )
}

/** Only its owner ends an objection, once it was heard; a second tap, because nothing brings it back. */
export function OwnEnd() {
  const text = useText()
  const send = useSend()
  const aim = useAim()
  const looking = useConsent()
  const [sure, setSure] = useState(false)
  const own = ownObjection(looking)
  if (!own || looking.part !== 'here') return null
  if (own.status === 'withdrawn') return <p>{text('my.ended_not_right')}</p>
  if (!isAlive(own)) return null
  if (own.status === 'raised' || own.status === 'reopened') return null
  const withdraw = () => send({ type: 'objection.withdraw', ...aim, objection: own.id, for: null })
  if (!sure) {
    return (
      <Button kind="text" onPress={() => setSure(true)}>
        {text('my.sees_it_otherwise')}
      </Button>
    )
  }
  return (
    <div className="stack">
      <p>{text('my.then_it_ends')}</p>
      <div className="pair">
        <Button onPress={withdraw}>{text('my.withdraw')}</Button>
        <Button onPress={() => setSure(false)}>{text('my.keep_it')}</Button>
      </div>
    </div>
  )
}
