import type { MeetingCommand } from '../../../shared/meeting/types.ts'
import type { PersonId } from '../../../shared/types.ts'

/** Among my taps that the server has not answered: is this one an answer of mine in this process? */
export function isMyAnswer(process: string): (command: { readonly type: string }) => boolean {
  return (command) => {
    const { type, process: of, for: other } = command as MeetingCommand & { process?: string; for?: PersonId | null }
    return type === 'consent.answer' && of === process && (other ?? null) === null
  }
}
