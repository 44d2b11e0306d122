import { useState } from 'react'
import { isAlive } from '../../../../shared/parts/objections.ts'
import type { Consent } from '../../../../shared/processes/consent/types.ts'
import { useMe, useMeeting, useSend } from '../../../live/hooks.ts'
import { Refusals } from '../../../live/sending/Refusals.tsx'
import { useText } from '../../../live/words/text.ts'
import type { Aim } from '../../../meeting/aim.ts'
import { PickPerson } from '../../../meeting/desk/PickPerson.tsx'
import { Button } from '../../../ui/controls/Button.tsx'
import { Dialog } from '../../../ui/frames/Dialog.tsx'

/** Somebody has an objection too, now that they heard the others. */
export function OneMore({ aim, state }: { aim: Aim; state: Consent }) {
  const { seats } = useMeeting()
  const me = useMe()
  const send = useSend()
  const text = useText()
  const [open, show] = useState(false)
  const people = seats
    .filter((s) => s.as === 'member' && s.attendance === 'present')
    .map((s) => s.person)
    .filter((p) => !state.objections.some((o) => o.by === p && isAlive(o)))
  return (
    <>
      <Button kind="text" onPress={() => show(true)}>
        {text('desk.one_more')}
      </Button>
      <Dialog
        open={open}
        title={text('desk.one_more_who')}
        closeLabel={text('common.close')}
        onClose={() => show(false)}
      >
        <PickPerson
          people={people}
          onPick={async (person) => {
            const done = await send({ type: 'objection.raise', ...aim, words: '', for: person === me ? null : person })
            if (done.ok) show(false)
          }}
        />
        <Refusals />
      </Dialog>
    </>
  )
}
