import type { Outcome } from '../../../shared/processes/process.ts'
import { useName } from '../../live/hooks.ts'
import { useText } from '../../live/text.ts'
import { Facts } from '../../ui/Facts.tsx'

/** What is agreed for something that is not done: when, who prepares it, in words. */
export function NextStep({ next }: { next: NonNullable<Outcome['next']> }) {
  const text = useText()
  const name = useName()
  const items = [
    { id: 'when', term: text('my.when'), detail: next.when },
    { id: 'who', term: text('my.prepares'), detail: next.who === null ? '' : <bdi>{name(next.who).name}</bdi> },
    { id: 'words', term: text('my.next_step'), detail: next.words },
  ].filter((item) => item.detail !== '')
  return <Facts items={items} />
}
