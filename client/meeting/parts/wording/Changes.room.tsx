import { useMemo } from 'react'
import { useText } from '../../../live/text.ts'
import { Difference } from '../../../ui/Difference.tsx'
import { bound } from '../../room/bound.ts'
import { difference } from './difference.ts'

/** The new wording with what is new in it underlined. What was taken out is told on phones, not from eight metres. */
export function Changes({ was, is }: { was: string; is: string }) {
  const text = useText()
  const parts = useMemo(() => difference(bound(was), bound(is)), [was, is])
  const words = { added: text('room.added'), removed: text('room.removed'), end: text('room.end') }
  return <Difference parts={parts} show="new" words={words} />
}

/** Says what the marks mean. */
export function ChangesKey() {
  const text = useText()
  return (
    <>
      <ins>{text('room.underlined')}</ins> {text('room.new')}
    </>
  )
}
