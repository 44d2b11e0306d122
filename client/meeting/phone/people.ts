import { useCallback } from 'react'
import type { Now } from '../../../shared/meeting/types.ts'
import type { PersonId } from '../../../shared/types.ts'
import { useMeeting, useName } from '../../live/hooks.ts'
import { isolated, useText } from '../../live/text.ts'
import { chairOf } from '../mine.ts'

/** Names as they stand inside sentences. */
export function useCalled(): (person: PersonId) => string {
  const name = useName()
  return useCallback((person) => isolated(name(person).name), [name])
}

/** The facilitator's name, or the word for one where the chair is empty. */
export function useChair(now?: Now): string {
  const meeting = useMeeting()
  const called = useCalled()
  const text = useText()
  const chair = chairOf(now ?? meeting)
  return chair === null ? text('my.facilitator') : called(chair)
}
