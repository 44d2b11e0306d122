import { useMemo } from 'react'
import { useText } from '../../../live/words/text.ts'
import { Difference } from '../../../ui/shown/Difference.tsx'
import { difference } from './difference.ts'

/** What is new, underlined; a file of its own because telling differences is heavy. */
export function Marked({ was, is }: { was: string; is: string }) {
  const text = useText()
  const parts = useMemo(() => difference(was, is), [was, is])
  const words = { added: text('difference.added'), removed: text('difference.removed'), end: text('difference.end') }
  return <Difference parts={parts} show="new" words={words} />
}
