import { useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { useScript } from '../../../meeting/desk/script.ts'
import { BeforeRound } from '../../../meeting/parts/turns/BeforeRound.desk.tsx'
import { TalkingRound } from '../../../meeting/parts/turns/TalkingRound.desk.tsx'
import { Proposal } from '../../../meeting/parts/wording/Proposal.desk.tsx'
import { Button } from '../../../ui/controls/Button.tsx'
import { stepsOf } from './course.desk.ts'
import { type At, isOver } from './props.desk.ts'
import { Words } from './wording.desk.tsx'

/** How it lands with each. Once everyone was heard, the words come next. */
export function Reactions(props: At<'react'>) {
  const { state, step, aim } = props
  const text = useText()
  const say = useScript()
  if (isOver(step.round)) return <Words {...props} />
  if (!step.round) return <BeforeReactions {...props} />
  return (
    <TalkingRound
      aim={aim}
      turns={step.round}
      notes={state.notes}
      kind="point"
      steps={stepsOf(state, text)}
      say={say('react')}
      side={<Proposal wording={state.wording} />}
    />
  )
}

/** Questions are through: reactions are about to go round, or are only asked for. */
export function BeforeReactions({ state, step, aim }: At<'clarify'> | At<'react'>) {
  const send = useSend()
  const text = useText()
  const say = useScript()
  const steps = stepsOf({ ...state, step: { stage: 'react', round: null } }, text)
  const asked = step.stage === 'clarify'
  return (
    <BeforeRound
      at={`${state.ask} react`}
      steps={steps}
      say={say('react')}
      side={<Proposal wording={state.wording} />}
      onBack={() => send({ type: 'consent.step', ...aim, to: asked ? 'present' : 'clarify' })}
      also={
        <>
          {asked ? (
            <Button
              onPress={() => send({ type: 'consent.round', ...aim, round: 'clarifying', start: null, direction: null })}
            >
              {text('desk.questions_again')}
            </Button>
          ) : null}
          <Button onPress={() => send({ type: 'consent.anything', ...aim })}>{text('desk.anything')}</Button>
        </>
      }
      onBegin={(wish) => send({ type: 'consent.round', ...aim, round: 'reaction', ...wish })}
    />
  )
}
