import { isAlive } from '../../../../shared/parts/objections.ts'
import { useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { Desk } from '../../../meeting/desk/Desk.tsx'
import { Page } from '../../../meeting/desk/Page.tsx'
import { useScript } from '../../../meeting/desk/script.ts'
import { ToSolve } from '../../../meeting/parts/objections/ToSolve.desk.tsx'
import { Editor } from '../../../meeting/parts/wording/Editor.desk.tsx'
import { usePen } from '../../../meeting/parts/wording/pen.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { useRest } from '../../../ui/controls/rest.ts'
import { useAsking } from './asking.desk.tsx'
import { stepsOf } from './course.desk.ts'
import { PutOffAct } from './PutOff.desk.tsx'
import type { At } from './props.desk.ts'

/** One text, two facts, ask; everything else is folded. */
export function Words({ item, run, state, aim }: At<'react'> | At<'wording'>) {
  const send = useSend()
  const text = useText()
  const say = useScript()
  const pen = usePen(run, state.wording)
  const { ask, restate, start } = useAsking(run, pen.flush)
  const resting = useRest(state.ask)
  const steps = stepsOf({ ...state, step: { stage: 'wording' } }, text)
  const solve = state.objections.filter(isAlive)
  return (
    <Desk
      steps={steps}
      say={pen.fields.text ? say('wording') : say('write')}
      side={
        <>
          {solve.length > 0 ? <ToSolve aim={aim} objections={solve} /> : null}
          <p className="quiet">{text('desk.words_stay')}</p>
          <div className="push quietly">
            <Button
              kind="text"
              onPress={() => send({ type: 'consent.round', ...aim, round: 'reaction', start: null, direction: null })}
            >
              {text('desk.reactions_again')}
            </Button>
            <Button kind="text" onPress={restate}>
              {text('desk.read_first')}
            </Button>
            <PutOffAct aim={aim} state={state} />
          </div>
        </>
      }
      start={start}
      onBack={() => send({ type: 'consent.step', ...aim, to: 'react' })}
      last={
        <Button kind="do" hotkey="N" resting={resting} onPress={ask}>
          {text('desk.ask_consent')}
        </Button>
      }
    >
      <Page>
        <h1>{text('desk.the_words')}</h1>
        <Editor item={item} wording={state.wording} pen={pen} />
      </Page>
    </Desk>
  )
}
