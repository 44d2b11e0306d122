import '../live/words/record.ts'
import { Link } from 'wouter'
import { spanOf } from '../../shared/record/minutes.ts'
import { useMe, useMeeting } from '../live/hooks.ts'
import { usePageSurface } from '../live/page/surface.ts'
import { useTitle } from '../live/page/title.ts'
import { useText } from '../live/words/text.ts'
import { Minutes } from '../meeting/minutes/Minutes.tsx'
import styles from '../meeting/minutes/minutes.module.css'
import { TakeAway } from '../meeting/minutes/TakeAway.tsx'
import { useWriter } from '../meeting/minutes/writer.ts'
import { Laptop } from '../ui/frames/Laptop.tsx'
import { Person } from '../ui/shown/Person.tsx'

/** The minutes with a page to themselves: to read, to pass on, to print. */
export function MinutesPage() {
  const now = useMeeting()
  const me = useMe()
  const text = useText()
  const writer = useWriter()
  usePageSurface('laptop')
  useTitle(text('minutes.title', { circle: now.name }))
  return (
    <Laptop
      left={<span className="quiet">{text('record.minutes')}</span>}
      right={
        me === null ? null : (
          <span className={styles.unprinted}>
            <Person name={writer.name(me)} />
          </span>
        )
      }
      side={
        <div className={styles.side}>
          <section>
            <h2>{text('record.minutes')}</h2>
            <p className="quiet">{text('record.same_words')}</p>
          </section>
          <TakeAway wide />
          <p className="quiet">{text('record.out')}</p>
          <p>
            {now.stage === 'ended' ? (
              <Link href={`/c/${now.circle}`}>{text('record.to_circle')}</Link>
            ) : (
              <Link href={`/m/${now.id}`}>{text('record.to_meeting')}</Link>
            )}
          </p>
        </div>
      }
    >
      <div className={styles.page}>
        <div>
          <p className="quiet">{spanOf(now, writer)}</p>
          <h1 dir="auto">{now.name}</h1>
        </div>
        <Minutes bare />
      </div>
    </Laptop>
  )
}
