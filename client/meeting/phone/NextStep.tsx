import type { Next } from '../../../shared/processes/process.ts'
import { useName } from '../../live/hooks.ts'
import { usePhrase, useText } from '../../live/words/text.ts'
import { Facts } from '../../ui/shown/Facts.tsx'
import { nextWords } from '../next.ts'

/** What is agreed for something that is not done: when, who prepares it, in words. */
export function NextStep({ next }: { next: Next }) {
  const text = useText()
  const name = useName()
  const phrase = usePhrase()
  const items = [
    { id: 'when', term: text('my.when'), detail: phrase(next.when) },
    { id: 'who', term: text('my.prepares'), detail: next.who === null ? '' : <bdi>{name(next.who).name}</bdi> },
    { id: 'words', term: text('my.next_step'), detail: nextWords(next) },
  ].filter((item) => item.detail !== '')
  return <Facts items={items} />
}
