import { useState } from 'react'
import type { Consent } from '../../../../shared/processes/consent/types.ts'
import { useSend } from '../../../live/hooks.ts'
import { Refusals } from '../../../live/sending/Refusals.tsx'
import { useText } from '../../../live/words/text.ts'
import type { Aim } from '../../../meeting/aim.ts'
import { NextStep, nextMeeting, type Step } from '../../../meeting/desk/NextStep.tsx'
import { Button } from '../../../ui/controls/Button.tsx'
import { Choice } from '../../../ui/controls/Choice.tsx'
import { Dialog } from '../../../ui/frames/Dialog.tsx'

type Props = { aim: Aim; state: Consent }
const ways = ['defer', 'helping circle', 'other circle', 'drop'] as const
type Away = (typeof ways)[number]

function Form({ aim, state, onDone }: Props & { onDone: () => void }) {
  const send = useSend()
  const text = useText()
  const [way, choose] = useState<Away>('defer')
  const [step, setStep] = useState<Step>({ when: nextMeeting, who: state.author, words: '' })
  async function act() {
    const { when, words } = step
    const who = step.who ?? state.author
    const answer =
      way === 'drop'
        ? await send({
            type: 'aside.put',
            text: null,
            form: 'aloud',
            does: { type: 'consent.drop', ...aim },
          })
        : way === 'defer'
          ? await send({ type: 'consent.defer', ...aim, when, who, words })
          : await send({ type: 'consent.refer', ...aim, to: way, words, who: step.who, when })
    if (answer.ok) onDone()
  }
  return (
    <div className="form">
      <Choice
        legend={text('desk.put_off_how')}
        hideLegend
        value={way}
        onChange={(value) => choose(ways.find((w) => w === value) ?? 'defer')}
        options={ways.map((value) => {
          const id = value.replace(' ', '_')
          return { value, label: text(`desk.away_${id}`), help: text(`desk.away_${id}_help`) }
        })}
      />
      {way === 'drop' ? null : <NextStep value={step} onChange={setStep} nobody={way !== 'defer'} />}
      <p>
        <Button kind="do" onPress={act}>
          {text(`desk.do_${way.replace(' ', '_')}`)}
        </Button>
      </p>
    </div>
  )
}

/** Not today: later, two people, another circle, or not at all. Each but the last leaves its next step. */
export function PutOffAct({ aim, state }: Props) {
  const text = useText()
  const [open, show] = useState(false)
  return (
    <>
      <Button kind="text" onPress={() => show(true)}>
        {text('desk.not_today')}
      </Button>
      <Dialog
        open={open}
        title={text('desk.put_off_how')}
        closeLabel={text('common.close')}
        onClose={() => show(false)}
      >
        <Form aim={aim} state={state} onDone={() => show(false)} />
        <Refusals />
      </Dialog>
    </>
  )
}
