import { useEffect, useState } from 'react'
import type { CircleId } from '../../../shared/types.ts'
import { get, post } from '../../live/http/http.ts'
import { useText } from '../../live/words/text.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Field } from '../../ui/controls/Field.tsx'
import { Dialog } from '../../ui/frames/Dialog.tsx'
import { Qr } from '../../ui/shown/Qr.tsx'
import { useMatrix } from './matrix.ts'
import styles from './WayIn.module.css'

interface Links {
  readonly join: string
  readonly screen?: string
}

/** The link and its code, for the wall and for messages; and a new one where the old has gone astray. */
export function WayIn({ circle }: { circle: CircleId }) {
  const text = useText()
  const [links, setLinks] = useState<Links | null>(null)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    let wanted = true
    get<Links>(`/api/circles/${circle}/link`).then((answer) => {
      if (wanted && answer.ok) setLinks(answer)
    })
    return () => {
      wanted = false
    }
  }, [circle])
  if (!links) return null
  return (
    <section>
      <h2>{text('circle.link')}</h2>
      <p className="quiet small">{text('circle.link_help')}</p>
      <div className="quietly">
        <Copy link={links.join} label={text('circle.copy')} />
        <Button kind="text" onPress={() => setOpen(true)}>
          {text('circle.show_qr')}
        </Button>
        {links.screen ? <Copy link={links.screen} label={text('circle.room_link')} /> : null}
      </div>
      <Dialog open={open} title={text('circle.link')} closeLabel={text('common.close')} onClose={() => setOpen(false)}>
        <Code link={links.join} />
        <Renew circle={circle} onNew={setLinks} />
      </Dialog>
    </section>
  )
}

function Copy({ link, label }: { link: string; label: string }) {
  const text = useText()
  const [state, setState] = useState<'no' | 'copied' | 'by hand'>('no')

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(link)
      setState('copied')
    } catch {
      // Browsers give no clipboard to pages that came over plain http.
      setState('by hand')
    }
  }

  return (
    <>
      <Button kind="text" onPress={copy}>
        {state === 'copied' ? text('circle.copied') : label}
      </Button>
      {state === 'by hand' ? <Field label={label} value={link} onChange={() => undefined} readOnly autoFocus /> : null}
    </>
  )
}

function Code({ link }: { link: string }) {
  const text = useText()
  const matrix = useMatrix(link)
  return (
    <div className={styles.code}>
      {matrix ? <Qr matrix={matrix} label={text('circle.qr')} size="min(100%, 320px)" /> : null}
      <p className={styles.address}>{link}</p>
    </div>
  )
}

function Renew({ circle, onNew }: { circle: CircleId; onNew: (links: Links) => void }) {
  const text = useText()
  const [sure, setSure] = useState(false)

  async function renew(): Promise<void> {
    const answer = await post<Links>(`/api/circles/${circle}/link/rotate`, {})
    if (answer.ok) onNew(answer)
    setSure(false)
  }

  if (!sure) {
    return (
      <Button kind="text" onPress={() => setSure(true)}>
        {text('circle.new_link')}
      </Button>
    )
  }
  return (
    <div className="stack">
      <p>{text('circle.new_link_sure')}</p>
      <Button onPress={renew}>{text('circle.new_link_do')}</Button>
    </div>
  )
}
