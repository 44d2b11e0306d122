import type { Item } from '../../../shared/meeting/types.ts'
import { decidedIn } from '../../../shared/record/item.ts'
import { usePhrase, useText } from '../../live/words/text.ts'
import { useNamed } from '../names.ts'
import { nextWords } from '../next.ts'

/** What became of each item. */
export function Outcomes({ items }: { items: readonly Item[] }) {
  const text = useText()
  const named = useNamed()
  const phrase = usePhrase()
  return (
    <ul className="rows">
      {items.map((item) => (
        <li key={item.id} style={{ paddingBlock: 'var(--s3)' }}>
          <p>
            <b>
              <bdi>{item.title}</bdi>
            </b>{' '}
            <span className="quiet">{text(`desk.item_is_${item.outcome?.kind ?? item.stage}`)}</span>
          </p>
          {decidedIn(item).map((d) => (
            <p key={d.title} className="words" dir="auto">
              {d.fields.text}
            </p>
          ))}
          {item.outcome?.next ? (
            <p className="quiet small">
              {[phrase(item.outcome.next.when), named(item.outcome.next.who), nextWords(item.outcome.next)]
                .filter((words) => words !== '')
                .join(' · ')}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
