import { useMemo } from 'react'
import { useText } from '../../../live/words/text.ts'
import { Difference } from '../../../ui/shown/Difference.tsx'
import { difference } from './difference.ts'

export interface BetweenProps {
  readonly was: string
  readonly is: string
  readonly show: 'old' | 'new'
}

/** One of two wordings with the difference marked; a file of its own because telling differences is heavy. */
export function Between({ was, is, show }: BetweenProps) {
  const text = useText()
  const parts = useMemo(() => difference(was, is), [was, is])
  const words = { added: text('my.mark_added'), removed: text('my.mark_removed'), end: text('my.mark_end') }
  return <Difference parts={parts} show={show} words={words} />
}
