import type { Millis } from '../../../../shared/types.ts'
import { useReader } from '../../../live/words/text.ts'

/** Days as they read here: "Friday", "14 April 2026". */
export function useDays(): { weekday: (at: Millis) => string; day: (at: Millis) => string } {
  const { language, zone } = useReader()
  const form = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, zone ? { ...options, timeZone: zone } : options)
  return {
    weekday: (at) => form({ weekday: 'long' }).format(at),
    day: (at) => form({ day: 'numeric', month: 'long', year: 'numeric' }).format(at),
  }
}
