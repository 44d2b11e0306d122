import { useState } from 'react'
import type { Objection, Way } from '../../../../shared/parts/objections.ts'
import { useMe, useSend } from '../../../live/hooks.ts'
import { Refusals } from '../../../live/sending/Refusals.tsx'
import { useText } from '../../../live/words/text.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Check, Choice } from '../../../ui/controls/Choice.tsx'
import { Field } from '../../../ui/controls/Field.tsx'
import { Dialog } from '../../../ui/frames/Dialog.tsx'
import type { Aim } from '../../aim.ts'
import { useNamed } from '../../names.ts'
import { useObjectionWords, type Which } from './words.ts'

const states = ['heard', 'understood', 'integrating'] as const
export const allWays: readonly Way[] = [
  'amend',
  'shorten',
  'measure',
  'pilot',
  'condition',
  'split',
  'responsibility',
  'information',
  'defer',
  'replace',
]

function Words({ aim, objection, which }: { aim: Aim; objection: Objection; which: Which }) {
  const text = useText()
  const { value, write, leave } = useObjectionWords(aim, objection, which)
  return <Field label={text(`desk.objection_${which}`)} lines={2} value={value} onChange={write} onBlur={leave} />
}

export type DeeperProps = {
  aim: Aim
  objection: Objection
  /** A round to understand it better. */
  onExplore: () => void
}

function Finer({ aim, objection, onExplore, onDone }: DeeperProps & { onDone: () => void }) {
  const me = useMe()
  const send = useSend()
  const text = useText()
  const named = useNamed()
  const { id, by, ways, status } = objection
  const on = { ...aim, objection: id }
  const explore = () => {
    onDone()
    onExplore()
  }
  const toggle = (way: Way, chosen: boolean) =>
    send({ type: 'objection.ways', ...on, ways: chosen ? [...ways, way] : ways.filter((w) => w !== way) })
  return (
    <div className="form">
      <p>
        <Button onPress={explore}>{text('desk.explore')}</Button>
      </p>
      <Words aim={aim} objection={objection} which="phrase" />
      <Words aim={aim} objection={objection} which="aim" />
      <Words aim={aim} objection={objection} which="effect" />
      <Choice
        look="chips"
        legend={text('desk.objection_state')}
        value={status}
        onChange={(value) => {
          const as = states.find((s) => s === value)
          if (as) send({ type: 'objection.mark', ...on, as })
        }}
        options={states.map((value) => ({ value, label: text(`desk.state_${value}`) }))}
      />
      <fieldset className="stack">
        <legend>{text('desk.ways')}</legend>
        {allWays.map((way) => (
          <Check key={way} label={text(`way.${way}`)} checked={ways.includes(way)} onChange={(is) => toggle(way, is)} />
        ))}
      </fieldset>
      <p>
        <Button onPress={() => send({ type: 'objection.withdraw', ...on, for: by === me ? null : by })}>
          {by === me ? text('desk.withdraw_mine') : text('desk.withdrawn_by', { name: named(by) })}
        </Button>
      </p>
    </div>
  )
}

/** The finer states of an objection and all the ways to meet it, for who wants them. */
export function Deeper(props: DeeperProps) {
  const { objection } = props
  const text = useText()
  const named = useNamed()
  const [open, show] = useState(false)
  return (
    <>
      <Button kind="text" onPress={() => show(true)}>
        {text('desk.deeper')}
      </Button>
      <Dialog open={open} title={named(objection.by)} closeLabel={text('common.close')} onClose={() => show(false)}>
        <Finer {...props} onDone={() => show(false)} />
        <Refusals />
      </Dialog>
    </>
  )
}
