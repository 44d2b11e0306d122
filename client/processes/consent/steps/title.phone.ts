import { useText } from '../../../live/words/text.ts'
import { useConsent } from '../looking.phone.ts'

/** Names the consent round: its version, or that everyone answers at once. */
export function useRoundTitle(): string {
  const text = useText()
  const { answers } = useConsent().state
  if (answers?.mode === 'simultaneous' && answers.recheck === null) return text('my.consent_at_once')
  return text('my.consent_version', { version: answers?.version ?? 1 })
}
