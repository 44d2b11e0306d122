import type { CircleState } from '../../../shared/circle/types.ts'
import type { Settings } from '../../../shared/types.ts'
import { useSend } from '../../live/hooks.ts'
import { useText } from '../../live/words/text.ts'
import { Check, Choice } from '../../ui/controls/Choice.tsx'

type Kept = Pick<Settings, 'consentMode' | 'roundStart' | 'alternateDirection' | 'facilitatorMid'>

/** How this circle holds its rounds, from its next meeting on. */
export function Habits({ circle }: { circle: NonNullable<CircleState> }) {
  const text = useText()
  const send = useSend()
  const { consentMode, roundStart, alternateDirection, facilitatorMid } = circle.settings
  const change = (habits: Partial<Kept>) =>
    send({
      type: 'circle.habits',
      habits: { consentMode, roundStart, alternateDirection, facilitatorMid, ...habits },
    })
  return (
    <details>
      <summary>{text('circle.habits')}</summary>
      <div className="stack">
        <Choice
          legend={text('circle.habit_consent')}
          options={[
            { value: 'spoken', label: text('circle.habit_spoken') },
            { value: 'simultaneous', label: text('circle.habit_simultaneous') },
          ]}
          value={consentMode}
          onChange={(value) => change({ consentMode: value as Kept['consentMode'] })}
        />
        <Choice
          legend={text('circle.habit_start')}
          options={[
            { value: 'rotate', label: text('circle.habit_rotate') },
            { value: 'remote first', label: text('circle.habit_remote') },
          ]}
          value={roundStart}
          onChange={(value) => change({ roundStart: value as Kept['roundStart'] })}
        />
        <Check
          label={text('circle.habit_direction')}
          checked={alternateDirection}
          onChange={(on) => change({ alternateDirection: on })}
        />
        <Check
          label={text('circle.habit_mid')}
          checked={facilitatorMid}
          onChange={(on) => change({ facilitatorMid: on })}
        />
      </div>
    </details>
  )
}
