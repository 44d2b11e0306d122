import { useMemo } from 'react'
import { Difference } from '../../../ui/shown/Difference.tsx'
import { difference } from './difference.ts'
import { useSpoken } from './spoken.ts'

/** What is new, underlined; a file of its own because telling differences is heavy. */
export function Marked({ was, is }: { was: string; is: string }) {
  const spoken = useSpoken()
  const parts = useMemo(() => difference(was, is), [was, is])
  return <Difference parts={parts} show="new" words={spoken} />
}
