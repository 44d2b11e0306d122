import { useState } from 'react'
import { facilitatorOf, openItem } from '../../../../shared/meeting/around.ts'
import type { Item } from '../../../../shared/meeting/types.ts'
import { useMe, useMeeting, useSend } from '../../../live/hooks.ts'
import { useDraft } from '../../../live/sending/drafts.ts'
import { useText } from '../../../live/words/text.ts'
import { useOpen } from '../../../meeting/desk/open.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Check } from '../../../ui/controls/Choice.tsx'
import { Field } from '../../../ui/controls/Field.tsx'

function Row({ item, first, last }: { item: Item; first: boolean; last: boolean }) {
  const send = useSend()
  const text = useText()
  const { show } = useOpen()
  const move = (by: 1 | -1, words: string, shown: boolean) =>
    shown ? (
      <Button
        kind="text"
        aria-label={text(by === 1 ? 'desk.item_later' : 'desk.item_earlier', { title: item.title })}
        onPress={() => send({ type: 'item.move', item: item.id, by })}
      >
        {words}
      </Button>
    ) : null
  return (
    <li className="row">
      <span>
        <bdi className={item.stage === 'open' ? 'strong' : item.stage === 'closed' ? 'quiet' : ''}>{item.title}</bdi>{' '}
        <span className="quiet small">{text(`desk.item_is_${item.outcome?.kind ?? item.stage}`)}</span>
      </span>
      <span className="quietly">
        {move(-1, text('desk.earlier'), !first)}
        {move(1, text('desk.later'), !last)}
        {item.stage === 'closed' ? null : (
          <Button
            kind="text"
            aria-label={text('desk.change_item', { title: item.title })}
            onPress={() => show({ what: 'item', item: item.id })}
          >
            {text('common.change')}
          </Button>
        )}
      </span>
    </li>
  )
}

function Add() {
  const send = useSend()
  const text = useText()
  const [title, write, clear] = useDraft('agenda.add')
  const [talk, setTalk] = useState(false)
  async function add() {
    if (title.trim() === '') return
    const answer = await send({ type: 'item.add', title, kind: talk ? 'talk' : 'decide' })
    if (answer.ok) clear()
  }
  return (
    <div className="stack">
      <Field label={text('desk.add_item')} value={title} onChange={write} onEnter={add} maxLength={120} />
      <Check label={text('desk.only_talk')} checked={talk} onChange={setTalk} />
      <p>
        <Button onPress={add}>{text('desk.add')}</Button>
      </p>
    </div>
  )
}

/** The agenda to change: add, order, open the next. */
export function Agenda() {
  const now = useMeeting()
  const me = useMe()
  const { items } = now
  const text = useText()
  const leads = facilitatorOf(now) === me
  return (
    <div className="form">
      {items.length === 0 ? <p className="quiet">{text('desk.agenda_empty')}</p> : null}
      <ul className="rows">
        {items.map((item, at) => (
          <Row key={item.id} item={item} first={at === 0} last={at === items.length - 1} />
        ))}
      </ul>
      {now.stage === 'ended' ? null : <Add />}
      {leads && now.stage === 'open' && openItem(now) ? (
        <p className="quiet small">{text('desk.one_at_a_time')}</p>
      ) : null}
    </div>
  )
}
