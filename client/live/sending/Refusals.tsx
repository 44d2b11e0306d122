import { useEffect } from 'react'
import { useAnnounce } from '../../ui/Announcer.tsx'
import { Button } from '../../ui/controls/Button.tsx'
import { useLive, useLiveState, useView } from '../context.tsx'
import { keyOf } from '../state.ts'
import { useRefusalWords } from '../words/refusal-words.ts'
import { useText } from '../words/text.ts'
import styles from './sending.module.css'

/** What was not done and why, in words, until it is put away or something else is done. */
export function Refusals() {
  const text = useText()
  const live = useLive()
  const view = useView()
  const announce = useAnnounce()
  const words = useRefusalWords()
  const last = useLiveState((state) => state.told.filter((told) => keyOf(told.view) === keyOf(view)).at(-1) ?? null)
  const said = last ? words(last.no) : null
  useEffect(() => {
    if (said) announce(said, { urgent: true, topic: 'refusal' })
  }, [said, announce])
  if (!last) return null
  function read(id: string): void {
    live.putAway(id)
    document.getElementById('proposal')?.focus()
  }
  return (
    <section className={styles.refusal} aria-label={text('live.refused')}>
      <p>{said}</p>
      <Button kind="text" onPress={() => read(last.id)}>
        {text(last.no.code === 'stale_version' ? 'live.read_new' : 'common.ok')}
      </Button>
    </section>
  )
}
