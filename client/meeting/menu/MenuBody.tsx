import { useState } from 'react'
import { useLocation } from 'wouter'
import type { PersonId } from '../../../shared/types.ts'
import { useCircleId, useName } from '../../live/hooks.ts'
import { choose } from '../../live/http/chosen.ts'
import { post } from '../../live/http/http.ts'
import { askWhoIAm, useMine } from '../../live/http/mine.ts'
import { isolated, useText } from '../../live/words/text.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Person } from '../../ui/shown/Person.tsx'
import { AnotherHere } from './AnotherHere.tsx'
import { LooksMenu } from './LooksMenu.tsx'
import styles from './menu.module.css'

/** What everyone finds under their name. */
export function MenuBody({ me, onDone }: { me: PersonId | null; onDone: () => void }) {
  return (
    <>
      {me === null ? null : <People me={me} onDone={onDone} />}
      <LooksMenu />
    </>
  )
}

/** Who else may hold this device, and the ways out. */
function People({ me, onDone }: { me: string; onDone: () => void }) {
  const text = useText()
  const name = useName()
  const mine = useMine()
  const here = useCircleId()
  const [, go] = useLocation()
  const [adding, setAdding] = useState(false)
  if (!mine?.ok) return null
  const own = mine.people.find((each) => each.person === me)?.circles ?? []
  const circle = own.find((each) => each === here) ?? own[0]
  if (circle === undefined) return null
  const others = mine.people.filter((each) => each.circles.includes(circle) && each.person !== me)

  async function leave(): Promise<void> {
    await post('/api/people/leave', { person: me })
    await askWhoIAm()
    onDone()
    if (others.length === 0) go('/')
  }

  return (
    <>
      {others.map((other) => (
        <Button
          key={other.person}
          onPress={() => {
            choose(circle, other.person)
            onDone()
          }}
        >
          {text('menu.switch_to')} <Person name={other.name} hint={other.hint} strong />
        </Button>
      ))}
      {adding ? <AnotherHere circle={circle} onDone={onDone} /> : null}
      <div className={styles.links}>
        {adding ? null : (
          <Button kind="text" onPress={() => setAdding(true)}>
            {text('menu.two')}
          </Button>
        )}
        <Button kind="text" onPress={leave}>
          {text('menu.not', { name: isolated(name(me).name) })}
        </Button>
        <Button
          kind="text"
          onPress={() => {
            onDone()
            go(`/c/${circle}`)
          }}
        >
          {text('menu.circle')}
        </Button>
      </div>
    </>
  )
}
