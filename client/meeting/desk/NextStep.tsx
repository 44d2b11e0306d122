import { useState } from 'react'
import type { PersonId } from '../../../shared/types.ts'
import { useMeeting } from '../../live/hooks.ts'
import { usePhrase, useText } from '../../live/words/text.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Field } from '../../ui/controls/Field.tsx'
import { useNamed } from '../names.ts'
import { PickPerson } from './PickPerson.tsx'

/** When it goes on unless somebody says otherwise; everyone reads it in their own language. */
export const nextMeeting = { id: 'when.next_meeting', with: {} } as const

export interface Step {
  readonly when: string | typeof nextMeeting
  readonly who: PersonId | null
  readonly words: string
}

export type NextStepProps = { value: Step; onChange: (step: Step) => void; nobody?: boolean }

/** What happens next with something that is not done: when, who prepares it, in words. */
export function NextStep({ value, onChange, nobody = true }: NextStepProps) {
  const text = useText()
  const named = useNamed()
  const phrase = usePhrase()
  const { seats } = useMeeting()
  const [picking, pick] = useState(false)
  return (
    <div className="stack">
      <Field
        label={text('desk.when')}
        value={phrase(value.when)}
        onChange={(when) => onChange({ ...value, when })}
        maxLength={80}
      />
      <p>
        {text('desk.who_prepares')} <b>{value.who ? named(value.who) : text('desk.nobody_yet')}</b>{' '}
        <Button kind="text" onPress={() => pick(!picking)} aria-expanded={picking}>
          {text('common.change')}
        </Button>
      </p>
      {picking ? (
        <PickPerson
          people={seats.map((s) => s.person)}
          nobody={nobody ? text('desk.nobody_yet') : undefined}
          onPick={(who) => {
            pick(false)
            onChange({ ...value, who })
          }}
        />
      ) : null}
      <Field
        label={text('desk.next_words')}
        optional={text('desk.optional')}
        lines={2}
        value={value.words}
        onChange={(words) => onChange({ ...value, words })}
      />
    </div>
  )
}
