import type { Turns } from '../../../../shared/parts/turns.ts'
import { useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { useScript } from '../../../meeting/desk/script.ts'
import { useNamed } from '../../../meeting/names.ts'
import { BeforeRound } from '../../../meeting/parts/turns/BeforeRound.desk.tsx'
import { useStart } from '../../../meeting/parts/turns/start.ts'
import { TalkingRound } from '../../../meeting/parts/turns/TalkingRound.desk.tsx'
import { Proposal } from '../../../meeting/parts/wording/Proposal.desk.tsx'
import { Button } from '../../../ui/controls/Button.tsx'
import { stepsOf } from './course.desk.ts'
import { type At, isOver } from './props.desk.ts'
import { BeforeReactions } from './react.desk.tsx'

/** Only what helps to understand. Once everyone was heard, reactions come next. */
export function Questions(props: At<'clarify'>) {
  const { state, step, aim } = props
  const send = useSend()
  const text = useText()
  const named = useNamed()
  const say = useScript()
  const start = useStart(state.ask)
  const [first, second] = start.order
  const fill = { first: named(first), second: named(second) }
  const asks = ({ speaking, order }: Turns) => {
    const who = speaking?.person
    if (!who) return null
    if (who !== order[0]) return say('clarify_one', { first: named(who) })
    return say('clarify', { first: named(who), second: named(order[1]) })
  }
  if (isOver(step.round)) return <BeforeReactions {...props} />
  if (step.round) {
    return (
      <TalkingRound
        aim={aim}
        turns={step.round}
        notes={state.notes}
        kind="question"
        steps={stepsOf(state, text)}
        say={asks(step.round)}
        side={<Proposal wording={state.wording} />}
      />
    )
  }
  return (
    <BeforeRound
      at={state.ask}
      steps={stepsOf(state, text)}
      say={say('clarify', fill)}
      side={<Proposal wording={state.wording} />}
      onBack={() => send({ type: 'consent.step', ...aim, to: 'present' })}
      also={
        <Button onPress={() => send({ type: 'consent.step', ...aim, to: 'react' })}>{text('desk.no_questions')}</Button>
      }
      onBegin={(wish) => send({ type: 'consent.round', ...aim, round: 'clarifying', ...wish })}
    />
  )
}
