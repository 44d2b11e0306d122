import type { MeetingId, PersonId } from '../../../shared/types.ts'
import { browserKept } from '../../live/page/browser-storage.ts'

function place(meeting: MeetingId, person: PersonId | null): string {
  return `reading.${meeting}.${person ?? ''}`
}

/** Has this person said, on this device, that they only read along? */
export function isReading(meeting: MeetingId, person: PersonId | null): boolean {
  return browserKept.read(place(meeting, person)) === 'yes'
}

export function keepReading(meeting: MeetingId, person: PersonId | null, on: boolean): void {
  if (on) browserKept.write(place(meeting, person), 'yes')
  else browserKept.remove(place(meeting, person))
}
