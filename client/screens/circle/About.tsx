import { useState } from 'react'
import type { CircleState } from '../../../shared/circle/types.ts'
import { useSend } from '../../live/hooks.ts'
import { useText } from '../../live/words/text.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Field } from '../../ui/controls/Field.tsx'
import { Dialog } from '../../ui/frames/Dialog.tsx'
import styles from './About.module.css'

/** What the circle is called and what it is for. */
export function About({ circle, canEdit }: { circle: NonNullable<CircleState>; canEdit: boolean }) {
  const text = useText()
  const send = useSend()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [aim, setAim] = useState('')

  function edit(): void {
    setName(circle.name)
    setAim(circle.aim)
    setOpen(true)
  }

  async function save(): Promise<void> {
    const answer = await send({ type: 'circle.name', name: name.trim(), aim: aim.trim() })
    if (answer.ok) setOpen(false)
  }

  return (
    <div>
      <h1 className={styles.name}>
        <bdi>{circle.name}</bdi>
      </h1>
      {circle.aim ? (
        <p className={styles.aim} dir="auto">
          {circle.aim}
        </p>
      ) : null}
      {canEdit ? (
        <Button kind="text" onPress={edit}>
          {text('circle.rename')}
        </Button>
      ) : null}
      <Dialog open={open} title={text('circle.about')} closeLabel={text('common.close')} onClose={() => setOpen(false)}>
        <div className="stack">
          <Field label={text('circle.name')} value={name} onChange={setName} maxLength={40} />
          <Field label={text('circle.aim')} value={aim} onChange={setAim} lines={3} />
          <Button kind="do" onPress={save}>
            {text('common.save')}
          </Button>
        </div>
      </Dialog>
    </div>
  )
}
