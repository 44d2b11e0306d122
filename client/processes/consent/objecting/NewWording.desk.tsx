import { useState } from 'react'
import { isAlive, isOpen, type Way } from '../../../../shared/parts/objections.ts'
import { latest, sameFields } from '../../../../shared/parts/wording.ts'
import { useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { Desk } from '../../../meeting/desk/Desk.tsx'
import { Page } from '../../../meeting/desk/Page.tsx'
import { useScript } from '../../../meeting/desk/script.ts'
import { useNames } from '../../../meeting/names.ts'
import { ToSolve } from '../../../meeting/parts/objections/ToSolve.desk.tsx'
import { Ways } from '../../../meeting/parts/objections/Ways.desk.tsx'
import { Until } from '../../../meeting/parts/wording/Chips.desk.tsx'
import { Compared } from '../../../meeting/parts/wording/Compared.desk.tsx'
import { Editor } from '../../../meeting/parts/wording/Editor.desk.tsx'
import { usePen } from '../../../meeting/parts/wording/pen.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { useRest } from '../../../ui/controls/rest.ts'
import { Dialog } from '../../../ui/frames/Dialog.tsx'
import { Hidden } from '../../../ui/Hidden.tsx'
import { useAsking } from '../steps/asking.desk.tsx'
import { stepsOf } from '../steps/course.desk.ts'
import { PutOffAct } from '../steps/PutOff.desk.tsx'
import type { At } from '../steps/props.desk.ts'

type Props = At<'objections'>

/** What leads on: asking again with the new number; asking the former objectors; or words why not yet. */
function Leading({ state, aim, changed, ask }: Props & { changed: boolean; ask: () => void }) {
  const send = useSend()
  const text = useText()
  const names = useNames()
  const version = (latest(state.wording)?.n ?? 0) + (changed ? 1 : 0)
  const open = state.objections.some(isOpen)
  const resting = useRest(`${changed} ${open}`)
  const press = (words: string, act: () => void) => (
    <Button kind="do" hotkey="N" resting={resting} onPress={act}>
      {words}
    </Button>
  )
  if (changed) return press(text('desk.ask_again', { n: version }), ask)
  if (open) return <p className="waiting">{text('desk.change_first')}</p>
  const given = Object.entries(state.answers?.given ?? {})
  const former = given.flatMap(([p, g]) => (g.position?.is === 'objection' ? [p] : []))
  return press(text('desk.ask_former', { names: names(former) }), () => send({ type: 'consent.recheck', ...aim }))
}

/** New wording beside the old, on every screen; then everyone is asked again. */
export function NewWording(props: Props) {
  const { item, run, state, aim } = props
  const send = useSend()
  const text = useText()
  const say = useScript()
  const pen = usePen(run, state.wording)
  const { ask, start } = useAsking(run, pen.flush)
  const [until, askUntil] = useState(false)
  const [measuring, measure] = useState(false)
  const last = latest(state.wording)
  const alive = state.objections.filter(isAlive)
  const changed = last !== null && !sameFields(last.fields, pen.fields)
  function chosen(way: Way) {
    if (way === 'shorten') askUntil(true)
    if (way === 'measure') measure(true)
  }
  return (
    <Desk
      steps={stepsOf(state, text)}
      say={say(changed ? 'new_wording' : 'ways')}
      side={
        <>
          <ToSolve aim={aim} objections={alive} />
          <div className="push quietly">
            <PutOffAct aim={aim} state={state} />
          </div>
        </>
      }
      start={changed ? start : null}
      onBack={() => send({ type: 'objection.work', ...aim, move: 'ideas' })}
      last={<Leading {...props} changed={changed} ask={ask} />}
    >
      <Page lay="top">
        <Hidden>
          <h1>{text('move.wording')}</h1>
        </Hidden>
        <Ways aim={aim} objections={alive} onChosen={chosen} />
        <Editor
          key={`${measuring}`}
          item={item}
          wording={state.wording}
          pen={pen}
          open={measuring}
          next={alive.some(isOpen)}
        />
        {last ? <Compared was={last.fields.text} is={pen.fields.text} version={last.n} /> : null}
      </Page>
      <Dialog
        open={until}
        title={text('way.shorten')}
        closeLabel={text('common.close')}
        onClose={() => askUntil(false)}
      >
        <Until pen={pen} onDone={() => askUntil(false)} />
      </Dialog>
    </Desk>
  )
}
