import '../../live/words/home.ts'
import { type FormEvent, useState } from 'react'
import { useLocation } from 'wouter'
import type { No } from '../../../shared/protocol.ts'
import type { CircleId, MeetingId, PersonId } from '../../../shared/types.ts'
import { choose } from '../../live/http/chosen.ts'
import { post } from '../../live/http/http.ts'
import { askWhoIAm } from '../../live/http/mine.ts'
import { usePageSurface, useWide } from '../../live/page/surface.ts'
import { useTitle } from '../../live/page/title.ts'
import { useText } from '../../live/words/text.ts'
import { BeenHere } from './BeenHere.tsx'
import { HomeFields } from './HomeFields.tsx'
import { HomeRing } from './HomeRing.tsx'
import styles from './home.module.css'
import { type Making, namesIn, tooLongIn, wrongIn } from './making.ts'

interface Made {
  readonly circle: CircleId
  readonly meeting: MeetingId
  readonly person: PersonId
}

/** From one question to a circle in a minute; the ring grows with the names one types. */
export function HomeScreen() {
  const text = useText()
  const wide = useWide()
  const [, go] = useLocation()
  const [making, setMaking] = useState<Making>({ decide: '', name: '', circle: '', people: '', selfAdd: false })
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [no, setNo] = useState<No | null>(null)
  usePageSurface(wide ? 'laptop' : 'phone')
  useTitle(text('common.app'))

  async function start(event: FormEvent): Promise<void> {
    event.preventDefault()
    setTried(true)
    const wrong = Object.keys(wrongIn(making))[0] ?? (tooLongIn(making) === null ? undefined : 'people')
    if (wrong !== undefined) document.getElementById(`home-${wrong}`)?.focus()
    if (wrong !== undefined || busy) return
    setBusy(true)
    const { decide, name, circle, selfAdd } = making
    const answer = await post<Made>('/api/circles', { decide, name, circle, people: namesIn(making.people), selfAdd })
    setBusy(false)
    if (!answer.ok) {
      setNo(answer)
      return
    }
    await askWhoIAm()
    choose(answer.circle, answer.person)
    go(`/m/${answer.meeting}`)
  }

  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <b>{text('common.app')}</b>
        <BeenHere />
      </header>
      <form className={styles.form} onSubmit={start} noValidate>
        <main className={styles.main}>
          <HomeFields
            making={making}
            onChange={setMaking}
            wrong={tried ? wrongIn(making) : {}}
            long={tried ? tooLongIn(making) : null}
            busy={busy}
            no={no}
          />
        </main>
        <aside className={styles.aside}>
          <HomeRing making={making} />
          <p className="quiet small">{text('home.no_account')}</p>
        </aside>
      </form>
    </div>
  )
}
