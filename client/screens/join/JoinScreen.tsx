import '../../live/words/join.ts'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { LinkOpened } from '../../../shared/http.ts'
import { useTitle } from '../../live/page/title.ts'
import { useText } from '../../live/words/text.ts'
import { OpenLink } from './OpenLink.tsx'
import { arrive } from './opened.ts'
import { WhoAreYou } from './WhoAreYou.tsx'

/** From a link to one's seat: open it, tap one's name. Looking at a link never joins; a tap does. */
export function JoinScreen() {
  const text = useText()
  const [, go] = useLocation()
  const [opened, setOpened] = useState<LinkOpened | null>(null)
  useTitle(opened?.name ?? text('common.app'))

  async function open(now: LinkOpened): Promise<void> {
    const yours = now.people.filter((each) => each.yours).map((each) => each.person)
    if (now.grade === 'screen') go(`/room/${now.circle}`, { replace: true })
    else if (yours.length > 0) go(await arrive(now, yours), { replace: true })
    else {
      // The link opens doors: it does not stay in the address.
      history.replaceState(null, '', '/j')
      setOpened(now)
    }
  }

  if (!opened) return <OpenLink onOpen={open} />
  return (
    <WhoAreYou
      opened={opened}
      onArrive={async (people, as) => go(await arrive(opened, people, as), { replace: true })}
    />
  )
}
