import { objectors } from '../../../../shared/parts/answers.ts'
import { isAlive } from '../../../../shared/parts/objections.ts'
import { useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { Desk } from '../../../meeting/desk/Desk.tsx'
import { Page } from '../../../meeting/desk/Page.tsx'
import { useScript } from '../../../meeting/desk/script.ts'
import { useNamed } from '../../../meeting/names.ts'
import { Notes } from '../../../meeting/parts/notes/Notes.desk.tsx'
import { ToSolve } from '../../../meeting/parts/objections/ToSolve.desk.tsx'
import { StartLine } from '../../../meeting/parts/turns/StartWith.desk.tsx'
import { useStart } from '../../../meeting/parts/turns/start.ts'
import { Proposal } from '../../../meeting/parts/wording/Proposal.desk.tsx'
import { Button } from '../../../ui/controls/Button.tsx'
import { useRest } from '../../../ui/controls/rest.ts'
import { Hidden } from '../../../ui/Hidden.tsx'
import { stepsOf } from '../steps/course.desk.ts'
import { PutOffAct } from '../steps/PutOff.desk.tsx'
import type { At } from '../steps/props.desk.ts'
import { Moves } from './Moves.desk.tsx'

/** Ideas that would meet the objections: called out, or in a round. */
export function Ideas({ state, step, aim }: At<'objections'>) {
  const send = useSend()
  const text = useText()
  const named = useNamed()
  const say = useScript()
  const start = useStart(`${state.ask} ${step.move}`)
  const resting = useRest(step.move)
  const [first] = start.order
  const stuck = state.past.some((round) => objectors(round).length > 0)
  return (
    <Desk
      steps={stepsOf(state, text)}
      say={say(stuck ? 'stuck' : 'ideas')}
      side={
        <>
          <ToSolve aim={aim} objections={state.objections.filter(isAlive)} plain />
          <Proposal wording={state.wording} put />
          <div className="push quietly">
            <PutOffAct aim={aim} state={state} />
          </div>
        </>
      }
      start={<StartLine start={start} />}
      onBack={() => send({ type: 'objection.work', ...aim, move: 'hear' })}
      others={
        <Button onPress={() => send({ type: 'consent.round', ...aim, round: 'ideas', ...start.wish })}>
          {text('desk.ideas_round', { name: named(first) })}
        </Button>
      }
      last={
        <Button
          kind="do"
          hotkey="N"
          resting={resting}
          onPress={() => send({ type: 'objection.work', ...aim, move: 'wording' })}
        >
          {text('move.wording')}
        </Button>
      }
    >
      <Page lay="top">
        <Moves move="ideas" />
        <Hidden>
          <h1>{text('move.ideas')}</h1>
        </Hidden>
        <Notes aim={aim} kind="idea" notes={state.notes} open />
      </Page>
    </Desk>
  )
}
