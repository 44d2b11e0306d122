import { useText } from '../../../live/words/text.ts'
import type { DifferenceProps } from '../../../ui/shown/Difference.tsx'

/** What is said at the marks of a difference, for whoever hears them. */
export function useSpoken(): DifferenceProps['words'] {
  const text = useText()
  return { added: text('difference.added'), removed: text('difference.removed'), end: text('difference.end') }
}
