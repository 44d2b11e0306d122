import type { ReactNode } from 'react'
import type { PersonId } from '../../../../shared/types.ts'
import { onDemand, shown } from '../../../live/page/later.tsx'
import { Refusals } from '../../../live/sending/Refusals.tsx'
import { useText } from '../../../live/words/text.ts'
import { type Open, useOpen } from '../../../meeting/desk/open.ts'
import { useNamed } from '../../../meeting/names.ts'
import { Dialog } from '../../../ui/frames/Dialog.tsx'
import { AddPerson } from './AddPerson.tsx'
import { Agenda } from './Agenda.tsx'
import { AgendaItem } from './AgendaItem.tsx'
import { AsideForm } from './AsideForm.tsx'
import { EndMeeting } from './EndMeeting.tsx'
import { JoinLink } from './JoinLink.tsx'
import { More } from './More.tsx'
import { People } from './People.tsx'
import { Person } from './Person.tsx'

const Note = shown(onDemand(() => import('./Note.tsx').then((m) => m.Note)))

type ForPerson = ((person: PersonId) => ReactNode) | undefined

function content(open: Open, forPerson: ForPerson): ReactNode {
  switch (open.what) {
    case 'more':
      return <More />
    case 'agenda':
      return <Agenda />
    case 'item':
      return <AgendaItem id={open.item} />
    case 'people':
      return <People />
    case 'person':
      return <Person id={open.person} here={forPerson?.(open.person)} />
    case 'add person':
      return <AddPerson />
    case 'link':
      return <JoinLink />
    case 'aside':
      return <AsideForm />
    case 'notes':
      return <Note />
    case 'end':
      return <EndMeeting />
  }
}

const titles = {
  more: 'desk.more_title',
  agenda: 'desk.agenda',
  item: 'desk.item_title',
  people: 'desk.people',
  person: 'desk.person_title',
  'add person': 'desk.add_person',
  link: 'desk.link',
  aside: 'desk.aside',
  notes: 'desk.notes',
  end: 'desk.end_title',
} as const

/** What lies over the desk, one at a time, in the browser's own dialog. */
export function Dialogs({ forPerson }: { forPerson?: ForPerson }) {
  const { open, show } = useOpen()
  const text = useText()
  const named = useNamed()
  if (!open) return null
  const title = open.what === 'person' ? named(open.person) : text(titles[open.what])
  const key = open.what === 'person' ? open.person : open.what === 'item' ? open.item : open.what
  return (
    <Dialog key={key} open title={title} closeLabel={text('common.close')} onClose={() => show(null)}>
      {content(open, forPerson)}
      <Refusals />
    </Dialog>
  )
}
