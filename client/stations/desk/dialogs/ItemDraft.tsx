import { useEffect, useRef, useState } from 'react'
import type { Item } from '../../../../shared/meeting/types.ts'
import { useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { Field } from '../../../ui/controls/Field.tsx'

/** Writing counts when the writer rests so long, or leaves. */
const REST = 2000

/** The proposal of an item that nobody has opened: written when the writer rests. */
export function ItemDraft({ item }: { item: Item }) {
  const send = useSend()
  const text = useText()
  const [words, write] = useState<string | null>(null)
  const waiting = useRef<{ words: string; item: Item } | null>(null)
  waiting.current = words === null ? null : { words, item }
  const keep = useRef(() => {})
  keep.current = () => {
    const held = waiting.current
    if (!held || held.words === held.item.draft.text) return
    const { item: of } = held
    const fields = { ...of.draft, text: held.words }
    send({ type: 'item.draft', item: of.id, fields, over: of.written }).then((answer) => {
      if (answer.ok) write((now) => (now === held.words ? null : now))
    })
  }
  useEffect(() => {
    if (words === null) return
    const timer = setTimeout(() => keep.current(), REST)
    return () => clearTimeout(timer)
  }, [words])
  useEffect(() => () => keep.current(), [])
  return (
    <Field
      label={text('desk.proposal_for', { title: item.title })}
      optional={text('desk.if_ready')}
      lines={3}
      value={words ?? item.draft.text}
      onChange={write}
      onBlur={() => keep.current()}
    />
  )
}
