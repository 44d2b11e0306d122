import { useState } from 'react'
import type { No } from '../../../shared/protocol.ts'
import type { CircleId, PersonId } from '../../../shared/types.ts'
import { useFollowing, useName } from '../../live/hooks.ts'
import { choose } from '../../live/http/chosen.ts'
import { post } from '../../live/http/http.ts'
import { askWhoIAm, useMine } from '../../live/http/mine.ts'
import { useText } from '../../live/words/text.ts'
import { Wrong } from '../../live/words/Wrong.tsx'
import { Button } from '../../ui/controls/Button.tsx'
import { Person } from '../../ui/shown/Person.tsx'
import styles from './menu.module.css'

/** Somebody else of the circle uses this device as well. */
export function AnotherHere({ circle, onDone }: { circle: CircleId; onDone: () => void }) {
  const text = useText()
  const name = useName()
  const mine = useMine()
  const shown = useFollowing()?.replica.visible
  const [no, setNo] = useState<No | null>(null)
  const all = !shown ? [] : 'seats' in shown ? shown.seats.map((seat) => seat.person) : shown.members
  const known = mine?.ok ? mine.people.map((each) => each.person) : []

  async function claim(person: PersonId): Promise<void> {
    const answer = await post('/api/people/claim', { circle, person })
    if (!answer.ok) return setNo(answer)
    await askWhoIAm()
    choose(circle, person)
    onDone()
  }

  return (
    <section aria-label={text('menu.two')}>
      <p className="quiet">{text('menu.two_who')}</p>
      <ul className={styles.names}>
        {all
          .filter((person) => !known.includes(person))
          .map((person) => (
            <li key={person}>
              <Button onPress={() => claim(person)}>
                <Person {...name(person)} strong />
              </Button>
            </li>
          ))}
      </ul>
      <Wrong no={no} />
    </section>
  )
}
