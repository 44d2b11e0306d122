import { usePhrase, useText } from '../../../live/words/text.ts'
import { useNamed } from '../../../meeting/names.ts'
import { nextWords } from '../../../meeting/next.ts'
import { Around } from '../../../meeting/room/Around.tsx'
import { Detail, Title, Words } from '../../../meeting/room/Letters.tsx'
import type { At, Shown } from './shown.room.ts'

/** Put off, passed on or dropped: with its next step. */
export function EndedRoom({ item, step }: Shown & { step: At<'ended'> }) {
  const text = useText()
  const named = useNamed()
  const phrase = usePhrase()
  const { how, next } = step
  const words = next ? nextWords(next) : ''
  const title =
    how === 'deferred' && next?.when ? text('room.deferred_to', { when: phrase(next.when) }) : text(`room.${how}`)
  return (
    <Around title={item.title} words={words}>
      <Title dir="auto">{title}</Title>
      {words ? <Words>{words}</Words> : null}
      {next?.who ? <Detail>{text('room.prepares', { who: named(next.who) })}</Detail> : null}
    </Around>
  )
}
