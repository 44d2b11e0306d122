import type { CircleId, MeetingId, PersonId } from '../../../shared/types.ts'
import { choose } from '../../live/chosen.ts'
import { post } from '../../live/http.ts'
import { askWhoIAm } from '../../live/mine.ts'
import { intendToJoin } from './intent.ts'

/** Someone who may be picked. */
export interface Pick {
  readonly person: PersonId
  readonly name: string
  readonly hint: string | null
  /** Another device speaks for them already, which is allowed. */
  readonly taken: boolean
  readonly yours: boolean
}

/** What an opened link leads to. */
export interface Opened {
  readonly circle: CircleId
  readonly name: string
  readonly grade: 'join' | 'screen'
  readonly selfAdd: boolean
  readonly people: readonly Pick[]
  readonly meeting: MeetingId | null
}

export function openLink(link: string) {
  return post<Opened>('/api/links/open', { link })
}

/** This device speaks for them from now on; the address of where they are at home. `as` takes a new seat there. */
export async function arrive(opened: Opened, people: readonly PersonId[], as?: 'member' | 'guest'): Promise<string> {
  const { circle, meeting } = opened
  const [first] = people
  await askWhoIAm()
  if (first !== undefined) choose(circle, first)
  if (first !== undefined && as && meeting) intendToJoin(meeting, first, as)
  return meeting ? `/m/${meeting}` : `/c/${circle}`
}

/** People of this name, whatever the capitals. */
export function namesakes(opened: Opened, name: string): readonly Pick[] {
  const same = (other: string) => other.trim().toLocaleLowerCase() === name.trim().toLocaleLowerCase()
  return opened.people.filter((each) => same(each.name))
}
