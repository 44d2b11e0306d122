import { useState } from 'react'
import { useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { Desk } from '../../../meeting/desk/Desk.tsx'
import { Page } from '../../../meeting/desk/Page.tsx'
import { useScript } from '../../../meeting/desk/script.ts'
import { useNamed } from '../../../meeting/names.ts'
import { StartLine } from '../../../meeting/parts/turns/StartWith.desk.tsx'
import { useStart } from '../../../meeting/parts/turns/start.ts'
import { Editor } from '../../../meeting/parts/wording/Editor.desk.tsx'
import { Facts } from '../../../meeting/parts/wording/Facts.desk.tsx'
import { usePen } from '../../../meeting/parts/wording/pen.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { useRest } from '../../../ui/controls/rest.ts'
import { Hidden } from '../../../ui/Hidden.tsx'
import { stepsOf } from './course.desk.ts'
import { PutOffAct } from './PutOff.desk.tsx'
import type { At } from './props.desk.ts'

/** The proposal is read out; then questions, or straight on where there are none. */
export function Present({ item, run, state, aim }: At<'present'>) {
  const send = useSend()
  const text = useText()
  const named = useNamed()
  const say = useScript()
  const pen = usePen(run, state.wording)
  const start = useStart(state.ask)
  const resting = useRest(state.ask)
  const [writing, write] = useState(state.wording.draft.text === '')
  const [first] = start.order
  async function questions() {
    if (await pen.flush()) send({ type: 'consent.round', ...aim, round: 'clarifying', ...start.wish })
  }
  async function noQuestions() {
    if (await pen.flush()) send({ type: 'consent.step', ...aim, to: 'react' })
  }
  return (
    <Desk
      steps={stepsOf(state, text)}
      say={pen.fields.text ? say('present', { title: item.title, lead: named(state.author) }) : say('write')}
      side={
        <>
          <p className="quiet">{text('desk.on_every_screen')}</p>
          <div className="push acts">
            <Button onPress={noQuestions}>{text('desk.no_questions')}</Button>
            <PutOffAct aim={aim} state={state} />
          </div>
        </>
      }
      start={<StartLine start={start} />}
      last={
        <Button kind="do" hotkey="N" resting={resting} onPress={questions}>
          {text('desk.questions_with', { name: named(first) })}
        </Button>
      }
    >
      <Page>
        {writing ? (
          <>
            <Hidden>
              <h1>{item.title}</h1>
            </Hidden>
            <Editor item={item} wording={state.wording} pen={pen} />
          </>
        ) : (
          <>
            <h1>
              <bdi>{item.title}</bdi>
            </h1>
            <Facts fields={pen.fields} title={text('desk.proposal')} />
            <p>
              <Button kind="text" onPress={() => write(true)}>
                {text('desk.change_words')}
              </Button>
            </p>
          </>
        )}
      </Page>
    </Desk>
  )
}
