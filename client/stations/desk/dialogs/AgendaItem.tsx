import { useState } from 'react'
import { openItem } from '../../../../shared/meeting/around.ts'
import type { ItemId } from '../../../../shared/types.ts'
import { useMeeting, useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { useOpen } from '../../../meeting/desk/open.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Field } from '../../../ui/controls/Field.tsx'
import { ItemDraft } from './ItemDraft.tsx'

function Rename({ id, title }: { id: ItemId; title: string }) {
  const send = useSend()
  const text = useText()
  const [words, write] = useState(title)
  const keep = () => {
    if (words.trim() !== '' && words !== title) send({ type: 'item.rename', item: id, title: words })
  }
  return (
    <Field label={text('desk.item_name')} value={words} onChange={write} onBlur={keep} onEnter={keep} maxLength={120} />
  )
}

/** One item: its name, its words while nobody has seen them, and what can be done with it now. */
export function AgendaItem({ id }: { id: ItemId }) {
  const now = useMeeting()
  const send = useSend()
  const text = useText()
  const { show } = useOpen()
  const item = now.items.find((i) => i.id === id)
  if (!item) return null
  const open = openItem(now)
  async function openIt() {
    if (open) await send({ type: 'item.pause' })
    const answer = await send({ type: 'item.open', item: id })
    if (answer.ok) show(null)
  }
  async function drop() {
    if (now.stage === 'gathering') {
      await send({ type: 'item.drop', item: id })
      return show({ what: 'agenda' })
    }
    const answer = await send({ type: 'aside.put', text: null, form: 'aloud', does: { type: 'item.drop', item: id } })
    if (answer.ok) show(null)
  }
  const waits = item.stage === 'planned' || item.stage === 'paused'
  return (
    <div className="form">
      <Rename id={id} title={item.title} />
      {item.stage === 'planned' && item.kind === 'decide' ? <ItemDraft item={item} /> : null}
      <div className="acts">
        {now.stage === 'open' && waits ? (
          <Button onPress={openIt}>
            {text(item.stage === 'paused' ? 'desk.go_on_with' : open ? 'desk.open_instead' : 'desk.open_item')}
          </Button>
        ) : null}
        {item.stage === 'open' ? (
          <Button onPress={() => send({ type: 'item.pause' })}>{text('desk.pause_item')}</Button>
        ) : null}
        {waits ? (
          <Button onPress={drop}>{text(now.stage === 'gathering' ? 'desk.take_off' : 'desk.ask_drop')}</Button>
        ) : null}
      </div>
    </div>
  )
}
