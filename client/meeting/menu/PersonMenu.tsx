import '../../live/words/join.ts'
import { type ReactNode, useState } from 'react'
import { useMe, useName } from '../../live/hooks.ts'
import { later, shown } from '../../live/page/later.tsx'
import { Coming } from '../../live/words/Coming.tsx'
import { useText } from '../../live/words/text.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Dialog } from '../../ui/frames/Dialog.tsx'
import styles from './menu.module.css'

const MenuBody = shown(
  later(() => import('./MenuBody.tsx').then((m) => m.MenuBody)),
  Coming,
)

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
          <MenuBody me={me} onDone={close} />
        </div>
      </Dialog>
    </>
  )
}
