import { useState } from 'react'
import type { Choice } from '../../../shared/http.ts'
import { isolated, useText } from '../../live/words/text.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Field } from '../../ui/controls/Field.tsx'
import { Phone } from '../../ui/frames/Phone.tsx'
import { Person } from '../../ui/shown/Person.tsx'

interface NamesakeProps {
  same: readonly Choice[]
  name: string
  onMe: (pick: Choice) => void
  /** Another of that name, told apart by this word. */
  onOther: (hint: string) => void
  onBack: () => void
}

/** "Are you this Maria, or another one?" */
export function Namesake({ same, name, onMe, onOther, onBack }: NamesakeProps) {
  const text = useText()
  const [hint, setHint] = useState('')
  const [tried, setTried] = useState(false)
  const isBlank = hint.trim() === ''

  function other(): void {
    setTried(true)
    if (!isBlank) onOther(hint.trim())
  }

  return (
    <Phone
      title={text('join.same', { name: isolated(name) })}
      menu={
        <Button kind="text" onPress={onBack}>
          {text('join.back')}
        </Button>
      }
    >
      {same.map((pick) => (
        <Button key={pick.person} onPress={() => onMe(pick)}>
          {text('join.same_me')} <Person name={pick.name} hint={pick.hint} strong={false} />
        </Button>
      ))}
      <Field
        label={text('join.same_hint')}
        optional={text('join.same_hint_eg')}
        value={hint}
        onChange={setHint}
        error={tried && isBlank ? text('join.same_need') : undefined}
        maxLength={40}
        onEnter={other}
      />
      <Button onPress={other}>{text('join.same_other', { name: isolated(name) })}</Button>
    </Phone>
  )
}
