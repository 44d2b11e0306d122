import { useRef, useState } from 'react'
import { useMeeting } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { useJoin, useLinks, useMatrix } from '../../../meeting/join.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { Field } from '../../../ui/controls/Field.tsx'
import { Qr } from '../../../ui/shown/Qr.tsx'
import styles from './JoinLink.module.css'

/** Copies a link, to join unless the words say else; where the browser forbids it, it is marked to be copied by hand. */
export function CopyLink({ link, words = 'desk.copy_link' }: { link: string; words?: string }) {
  const text = useText()
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const [copied, setCopied] = useState<boolean | null>(null)
  async function copy() {
    try {
      await navigator.clipboard.writeText(link)
      setCopied(true)
    } catch {
      setCopied(false)
      field.current?.focus()
      field.current?.select()
    }
  }
  return (
    <div className="stack">
      <p className="quietly">
        <Button kind="text" onPress={copy}>
          {text(words)}
        </Button>
        {copied ? <span className="quiet">{text('desk.copied')}</span> : null}
      </p>
      {copied === false ? (
        <Field
          inputRef={field}
          label={text(words)}
          value={link}
          onChange={() => {}}
          readOnly
          hint={text('desk.copy_by_hand')}
        />
      ) : null}
    </div>
  )
}

/** The code to scan. */
export function JoinCode({ size }: { size: string }) {
  const { circle } = useMeeting()
  const text = useText()
  const link = useJoin(circle)
  const matrix = useMatrix(link)
  if (!matrix || !link) return <p className="quiet">{text('common.loading')}</p>
  return (
    <div className={styles.code}>
      <Qr matrix={matrix} label={text('desk.qr')} size={size} />
    </div>
  )
}

/** Link and code, for those who come later; and the link for a screen on the wall. */
export function JoinLink() {
  const { circle } = useMeeting()
  const links = useLinks(circle)
  return (
    <div className="form">
      <JoinCode size="260px" />
      {links ? <CopyLink link={links.join} /> : null}
      {links?.screen ? <CopyLink link={links.screen} words="desk.copy_room_link" /> : null}
    </div>
  )
}
