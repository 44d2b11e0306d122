import { useState } from 'react'
import { toMarkdown } from '../../../shared/record/markdown.ts'
import { minutes } from '../../../shared/record/minutes.ts'
import { useMeeting } from '../../live/hooks.ts'
import { useText } from '../../live/words/text.ts'
import { useAnnounce } from '../../ui/Announcer.tsx'
import { Button } from '../../ui/controls/Button.tsx'
import { Field } from '../../ui/controls/Field.tsx'
import { copyText } from './copy.ts'
import styles from './minutes.module.css'
import { useWriter } from './writer.ts'

const kinds = [
  ['md', 'record.as_text'],
  ['html', 'record.as_page'],
  ['json', 'record.as_data'],
] as const

/** Everything one does with finished minutes: pass them on, print them, keep them. */
export function TakeAway({ wide }: { wide?: boolean }) {
  const now = useMeeting()
  const text = useText()
  const writer = useWriter()
  const announce = useAnnounce()
  const [copied, setCopied] = useState<'yes' | 'by hand' | null>(null)
  const markdown = () => toMarkdown(minutes(now, writer))
  async function copy() {
    const done = await copyText(markdown())
    setCopied(done ? 'yes' : 'by hand')
    announce(text(done ? 'record.copied' : 'record.copy_by_hand'))
  }
  const file = `/api/meetings/${now.id}/minutes`
  return (
    <div className={styles.take}>
      <Button kind={now.stage === 'ended' ? 'do' : 'plain'} onPress={copy}>
        {text('record.copy')}
      </Button>
      {copied === 'yes' ? <p className="quiet">{text('record.copied')}</p> : null}
      {copied === 'by hand' ? (
        <Field
          label={text('record.text')}
          hint={text('record.copy_by_hand')}
          value={markdown()}
          onChange={() => undefined}
          lines={6}
          readOnly
        />
      ) : null}
      {wide ? <Button onPress={() => window.print()}>{text('record.print')}</Button> : null}
      <section aria-label={text('record.keep')}>
        <h2 className="quiet small">{text('record.keep')}</h2>
        <ul className={styles.files}>
          {kinds.map(([kind, label]) => (
            <li key={kind}>
              <a
                href={`${file}.${kind}`}
                {...(kind === 'html' ? { target: '_blank', rel: 'noreferrer' } : { download: true })}
              >
                {text(label)}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
