import { useState } from 'react'
import { useMeeting, useSend } from '../../live/hooks.ts'
import { useText } from '../../live/words/text.ts'
import { CloseTalk } from '../../meeting/desk/CloseItem.tsx'
import { BeforeRound } from '../../meeting/parts/turns/BeforeRound.desk.tsx'
import { Button } from '../../ui/controls/Button.tsx'
import { Choice } from '../../ui/controls/Choice.tsx'
import { Field } from '../../ui/controls/Field.tsx'
import type { ProcessBegin } from '../index.ts'

const kinds = ['reaction', 'ideas', 'clarifying', 'exploration'] as const

/** Before a round at an item: of which kind, about what, who starts; or the item is closed with its next step. */
export const RoundBegin: ProcessBegin = ({ item, ways }) => {
  const now = useMeeting()
  const send = useSend()
  const text = useText()
  const [kind, setKind] = useState<(typeof kinds)[number]>('reaction')
  const [prompt, write] = useState('')
  const [closing, close] = useState(false)
  return (
    <>
      <BeforeRound
        at={`${item.id} ${item.runs.length} ${now.stage}`}
        question={prompt || null}
        say={prompt || null}
        onBegin={(wish) =>
          send({ type: 'process.begin', item: item.id, kind: 'round', setup: { round: kind, prompt, ...wish } })
        }
        side={
          <>
            {ways}
            <Field label={text('desk.round_question')} value={prompt} onChange={write} maxLength={200} />
            <Choice
              legend={text('desk.round_kind')}
              value={kind}
              onChange={(value) => setKind(kinds.find((k) => k === value) ?? 'reaction')}
              options={kinds.map((value) => ({ value, label: text(`round.${value}`) }))}
            />
          </>
        }
        also={<Button onPress={() => close(true)}>{text('desk.close_item')}</Button>}
      />
      {closing ? <CloseTalk onClose={() => close(false)} /> : null}
    </>
  )
}
