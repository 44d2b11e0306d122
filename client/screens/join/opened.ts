import type { Choice, LinkOpened } from '../../../shared/http.ts'
import type { PersonId } from '../../../shared/types.ts'
import { choose } from '../../live/http/chosen.ts'
import { post } from '../../live/http/http.ts'
import { askWhoIAm } from '../../live/http/mine.ts'
import { intendToJoin } from './intent.ts'

export function openLink(link: string) {
  return post<LinkOpened>('/api/links/open', { link })
}

/** This device speaks for them from now on; the address of where they are at home. `as` takes a new seat there. */
export async function arrive(
  opened: LinkOpened,
  people: readonly PersonId[],
  as?: 'member' | 'guest',
): Promise<string> {
  const { circle, meeting } = opened
  const [first] = people
  await askWhoIAm()
  if (first !== undefined) choose(circle, first)
  if (first !== undefined && as && meeting) intendToJoin(meeting, first, as)
  return meeting ? `/m/${meeting}` : `/c/${circle}`
}

/** People of this name, whatever the capitals. */
export function namesakes(opened: LinkOpened, name: string): readonly Choice[] {
  const same = (other: string) => other.trim().toLocaleLowerCase() === name.trim().toLocaleLowerCase()
  return opened.people.filter((each) => same(each.name))
}
