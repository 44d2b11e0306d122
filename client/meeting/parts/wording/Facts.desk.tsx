import type { ReactNode } from 'react'
import type { Fields } from '../../../../shared/processes/process.ts'
import { dayIn } from '../../../../shared/text/text.ts'
import { useReader, useText } from '../../../live/words/text.ts'
import { Facts as List } from '../../../ui/shown/Facts.tsx'
import { Sheet } from '../../../ui/shown/Sheet.tsx'
import { useNamed } from '../../names.ts'

export type FactsProps = {
  fields: Fields
  title: ReactNode
  right?: ReactNode
  before?: { id: string; term: string; detail: string }
}

/** The words large, as they are read out, and the facts that belong to them. */
export function Facts({ fields, title, right, before }: FactsProps) {
  const text = useText()
  const reader = useReader()
  const named = useNamed()
  const { until, by, measure, why, review, atEnd } = fields
  const stands = until === null ? text('desk.no_end') : text(`desk.until_${atEnd}`, { day: dayIn(reader, until) })
  const items = [
    ...(before ? [before] : []),
    { id: 'until', term: text('desk.until'), detail: stands },
    { id: 'by', term: text('desk.by_whom'), detail: by ? <bdi>{named(by)}</bdi> : text('desk.nobody_named') },
    ...(review ? [{ id: 'review', term: text('desk.review'), detail: dayIn(reader, review) }] : []),
    ...(measure ? [{ id: 'measure', term: text('desk.measured'), detail: <span dir="auto">{measure}</span> }] : []),
    ...(why ? [{ id: 'why', term: text('desk.why'), detail: <span dir="auto">{why}</span> }] : []),
  ]
  return (
    <>
      <Sheet label={text('desk.proposal')} left={title} right={right} long={fields.text.length > 240}>
        {fields.text}
      </Sheet>
      <List items={items} />
    </>
  )
}
