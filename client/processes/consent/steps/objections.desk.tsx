import { isAlive } from '../../../../shared/parts/objections.ts'
import { useText } from '../../../live/words/text.ts'
import { useScript } from '../../../meeting/desk/script.ts'
import { ToSolve } from '../../../meeting/parts/objections/ToSolve.desk.tsx'
import { TalkingRound } from '../../../meeting/parts/turns/TalkingRound.desk.tsx'
import { Hear } from '../objecting/Hear.desk.tsx'
import { Ideas } from '../objecting/Ideas.desk.tsx'
import { NewWording } from '../objecting/NewWording.desk.tsx'
import { stepsOf } from './course.desk.ts'
import type { At } from './props.desk.ts'

/** Objections as work, in three moves: hear it, ideas, new wording. A round may go in any of them. */
export function Objections(props: At<'objections'>) {
  const { state, step, aim } = props
  const text = useText()
  const say = useScript()
  const { round, move } = step
  if (round?.stage === 'running') {
    const ideas = round.kind === 'ideas'
    return (
      <TalkingRound
        aim={aim}
        turns={round}
        notes={state.notes}
        kind={ideas ? 'idea' : 'exploration'}
        steps={stepsOf(state, text)}
        say={say(ideas ? 'ideas' : 'exploration')}
        side={<ToSolve aim={aim} objections={state.objections.filter(isAlive)} plain />}
      />
    )
  }
  if (move === 'ideas') return <Ideas {...props} />
  if (move === 'wording') return <NewWording {...props} />
  return <Hear {...props} />
}
