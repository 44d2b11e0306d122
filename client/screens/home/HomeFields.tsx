import type { No } from '../../../shared/protocol.ts'
import { useText } from '../../live/words/text.ts'
import { Wrong } from '../../live/words/Wrong.tsx'
import { Button } from '../../ui/controls/Button.tsx'
import { Check } from '../../ui/controls/Choice.tsx'
import { Field } from '../../ui/controls/Field.tsx'
import styles from './home.module.css'
import type { Making, wrongIn } from './making.ts'

interface HomeFieldsProps {
  making: Making
  onChange: (making: Making) => void
  wrong: ReturnType<typeof wrongIn>
  /** A name that is too long. */
  long: string | null
  busy: boolean
  no: No | null
}

/** The question, one's name, the circle, and who belongs to it. */
export function HomeFields({ making, onChange, wrong, long, busy, no }: HomeFieldsProps) {
  const text = useText()
  const errorOf = (field: keyof typeof wrong) => (wrong[field] ? text(wrong[field]) : undefined)
  return (
    <>
      <div className={styles.question}>
        <Field
          id="home-decide"
          label={<h1>{text('home.question')}</h1>}
          value={making.decide}
          onChange={(decide) => onChange({ ...making, decide })}
          error={errorOf('decide')}
          maxLength={120}
          words
        />
      </div>
      <div className={styles.fields}>
        <div className={styles.column}>
          <Field
            id="home-name"
            label={text('home.name')}
            value={making.name}
            onChange={(name) => onChange({ ...making, name })}
            error={errorOf('name')}
            autoComplete="name"
            maxLength={40}
          />
          <Field
            id="home-circle"
            label={text('home.circle')}
            value={making.circle}
            onChange={(circle) => onChange({ ...making, circle })}
            error={errorOf('circle')}
            autoComplete="organization"
            maxLength={40}
          />
        </div>
        <div className={styles.column}>
          <Field
            id="home-people"
            label={text('home.people')}
            optional={text('home.people_hint')}
            value={making.people}
            onChange={(people) => onChange({ ...making, people })}
            error={long === null ? undefined : text('home.name_too_long', { name: long })}
            lines={5}
            words={false}
          />
          <Check
            label={text('home.self_add')}
            checked={making.selfAdd}
            onChange={(selfAdd) => onChange({ ...making, selfAdd })}
          />
        </div>
      </div>
      <Wrong no={no} />
      <div className={styles.start}>
        <Button kind="do" submit>
          {text(busy ? 'home.starting' : 'home.start')}
        </Button>
      </div>
    </>
  )
}
