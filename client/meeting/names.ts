import { useCallback } from 'react'
import { listIn } from '../../shared/text/when.ts'
import type { PersonId } from '../../shared/types.ts'
import { useMeeting, useName } from '../live/hooks.ts'
import { isolated, useReader } from '../live/words/text.ts'

/** Names as plain text for labels: with the hint where two people here share a name, and in their own direction. */
export function useNamed(): (person: PersonId | null | undefined) => string {
  const name = useName()
  const { seats } = useMeeting()
  return useCallback(
    (person) => {
      if (!person) return ''
      const { name: own, hint } = name(person)
      const twin = hint !== null && seats.some((s) => s.person !== person && name(s.person).name === own)
      return isolated(twin ? `${own} ${hint}` : own)
    },
    [name, seats],
  )
}

/** "Mireille and Walter", as the language joins them. */
export function useNames(): (people: readonly PersonId[]) => string {
  const named = useNamed()
  const reader = useReader()
  return useCallback((people) => listIn(reader, people.map(named)), [named, reader])
}
