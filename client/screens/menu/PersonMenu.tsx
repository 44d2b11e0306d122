import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { choose } from '../../live/chosen.ts'
import { useMe, useName } from '../../live/hooks.ts'
import { post } from '../../live/http.ts'
import { askWhoIAm, useMine } from '../../live/mine.ts'
import { isolated, useText } from '../../live/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Person } from '../../ui/Person.tsx'
import { AnotherHere } from './AnotherHere.tsx'
import { LooksMenu } from './LooksMenu.tsx'
import styles from './menu.module.css'

/**
 * Under one's own name (or what it `says` instead): who holds this device, what else there is (`children`),
 * and how large it is shown.
 */
export function PersonMenu({ says, children }: { says?: string; children?: ReactNode }) {
  const text = useText()
  const name = useName()
  const me = useMe()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  const label = me === null ? text('menu.looks') : name(me).name
  return (
    <>
      <Button
        kind="menu"
        onPress={() => setOpen(true)}
        aria-haspopup="dialog"
        aria-label={says ? undefined : text('menu.of', { name: label })}
      >
        <bdi>{says ?? label}</bdi>
      </Button>
      <Dialog open={open} title={<bdi>{label}</bdi>} closeLabel={text('common.close')} onClose={close}>
        <div className={styles.menu}>
          {children ? <div className={styles.own}>{children}</div> : null}
          {me === null ? null : <People me={me} onDone={close} />}
          <LooksMenu />
        </div>
      </Dialog>
    </>
  )
}

function People({ me, onDone }: { me: string; onDone: () => void }) {
  const text = useText()
  const name = useName()
  const mine = useMine()
  const [, go] = useLocation()
  const [adding, setAdding] = useState(false)
  if (!mine?.ok) return null
  const circle = mine.people.find((each) => each.person === me)?.circle
  if (circle === undefined) return null
  const others = mine.people.filter((each) => each.circle === circle && each.person !== me)

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
