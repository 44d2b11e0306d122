import { useState } from 'react'
import type { LinkOpened } from '../../../shared/http.ts'
import type { No } from '../../../shared/protocol.ts'
import type { TextId } from '../../../shared/text/en.ts'
import { useText } from '../../live/words/text.ts'
import { Wrong } from '../../live/words/Wrong.tsx'
import { Button } from '../../ui/controls/Button.tsx'
import { Field } from '../../ui/controls/Field.tsx'
import { Phone } from '../../ui/frames/Phone.tsx'
import { openLink } from './opened.ts'

interface OpenLinkProps {
  readonly onOpen: (opened: LinkOpened) => void
  /** What the link is for. */
  readonly words?: TextId
}

/** One button, so that whoever only looks at a link (or a machine that does) joins nothing. */
export function OpenLink({ onOpen, words = 'join.open_words' }: OpenLinkProps) {
  const text = useText()
  const [link, setLink] = useState(() => location.hash.slice(1))
  const [fromAddress] = useState(link !== '')
  const [busy, setBusy] = useState(false)
  const [no, setNo] = useState<No | null>(null)

  async function open(): Promise<void> {
    if (busy || link.trim() === '') return
    setBusy(true)
    const answer = await openLink(link.trim())
    setBusy(false)
    if (answer.ok) onOpen(answer)
    else setNo(answer)
  }

  return (
    <Phone
      over={text('common.app')}
      title={text(fromAddress ? 'join.open_title' : 'join.none')}
      act={
        <Button kind="do" onPress={open}>
          {text('join.open')}
        </Button>
      }
    >
      <p className="lead">{text(fromAddress ? words : 'join.none_more')}</p>
      {fromAddress && !no ? null : <Field label={text('join.paste')} value={link} onChange={setLink} onEnter={open} />}
      <Wrong no={no} />
    </Phone>
  )
}
