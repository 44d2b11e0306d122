import type { Now } from '../meeting/types.ts'
import { listIn } from '../text/when.ts'
import type { Seat } from '../types.ts'
import type { Block, Fact } from './doc.ts'
import { facts, paragraph, told, type Writer } from './writer.ts'

const came: readonly Seat['attendance'][] = ['present', 'out', 'left']

function seated(seat: Seat, writer: Writer): string {
  const name = writer.name(seat.person)
  if (seat.attendance === 'left') return told(writer, 'minutes.left_early', { name: { words: name } })
  return seat.remote ? told(writer, 'minutes.remote', { name: { words: name } }) : name
}

/** Who was here, who was not, who held which role. Where their phones were is nobody's business. */
export function attendance(now: Now, writer: Writer): readonly Block[] {
  const { seats, facilitators, secretary } = now
  const here = seats.filter((seat) => came.includes(seat.attendance))
  const names = (list: readonly Seat[]) =>
    listIn(
      writer,
      list.map((seat) => seated(seat, writer)),
    )
  const members = here.filter((seat) => seat.as === 'member')
  const roles: readonly Fact[] = [
    {
      term: told(writer, 'minutes.not_here'),
      value: names(seats.filter((seat) => seat.as === 'member' && !came.includes(seat.attendance))),
    },
    { term: told(writer, 'minutes.guests'), value: names(here.filter((seat) => seat.as === 'guest')) },
    { term: told(writer, 'minutes.facilitated_by'), value: listIn(writer, facilitators.map(writer.name)) },
    { term: told(writer, 'minutes.secretary'), value: secretary === null ? '' : writer.name(secretary) },
  ]
  return [...(members.length > 0 ? [paragraph(names(members))] : []), ...facts(roles)]
}
