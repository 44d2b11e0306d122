import { useMemo } from 'react'
import { fullName, type Writer } from '../../../shared/record/writer.ts'
import { useName } from '../../live/hooks.ts'
import { isolated, useReader } from '../../live/words/text.ts'
import { difference } from '../parts/wording/difference.ts'

/** Writes a record in this reader's language, with the names they know. */
export function useWriter(): Writer {
  const reader = useReader()
  const name = useName()
  return useMemo(
    () => ({ ...reader, name: (person) => isolated(fullName(name(person))), compare: difference }),
    [reader, name],
  )
}
