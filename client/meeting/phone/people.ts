import { useCallback } from 'react'
import { facilitatorOf } from '../../../shared/meeting/around.ts'
import type { Now } from '../../../shared/meeting/types.ts'
import type { PersonId } from '../../../shared/types.ts'
import { useMeeting, useName } from '../../live/hooks.ts'
import { isolated, useText } from '../../live/words/text.ts'

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
  const chair = facilitatorOf(now ?? meeting)
  return chair === null ? text('my.facilitator') : called(chair)
}
