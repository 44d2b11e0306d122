import type { Fields } from '../../../../shared/processes/process.ts'
import { dayIn } from '../../../../shared/text/text.ts'
import { useName } from '../../../live/hooks.ts'
import { useReader, useText } from '../../../live/words/text.ts'
import { Facts } from '../../../ui/shown/Facts.tsx'

export interface TermsProps {
  readonly fields: Fields
  /** From when it holds, in words; before it is decided there is none. */
  readonly from?: string
  /** Only what is another than it was here. */
  readonly since?: Fields
}

/** Until when, looked after by whom: as far as it is said. */
export function Terms({ fields, from, since }: TermsProps) {
  const text = useText()
  const name = useName()
  const reader = useReader()
  const { until, review, by, measure } = fields
  const same = (key: keyof Fields) => since?.[key] === fields[key]
  const items = [
    { id: 'from', term: text('my.from'), detail: from },
    { id: 'until', term: text('my.until'), detail: until === review ? null : until && dayIn(reader, until) },
    { id: 'review', term: text('my.review_by'), detail: review && dayIn(reader, review) },
    { id: 'by', term: text('my.looked_after'), detail: by === null ? null : <bdi>{name(by).name}</bdi> },
    {
      id: 'measure',
      term: text('my.measured'),
      detail: measure === '' ? null : <span className="words">{measure}</span>,
    },
  ].filter((item) => item.detail && !(since && item.id in since && same(item.id as keyof Fields)))
  return items.length > 0 ? <Facts items={items} /> : null
}
