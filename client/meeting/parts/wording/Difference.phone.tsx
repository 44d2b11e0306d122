import { useMemo } from 'react'
import { Difference } from '../../../ui/shown/Difference.tsx'
import { difference } from './difference.ts'
import { useSpoken } from './spoken.ts'

export interface BetweenProps {
  readonly was: string
  readonly is: string
  readonly show: 'old' | 'new'
}

/** One of two wordings with the difference marked; a file of its own because telling differences is heavy. */
export function Between({ was, is, show }: BetweenProps) {
  const spoken = useSpoken()
  const parts = useMemo(() => difference(was, is), [was, is])
  return <Difference parts={parts} show={show} words={spoken} />
}
