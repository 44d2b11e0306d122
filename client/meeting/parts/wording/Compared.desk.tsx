import { useEffect, useState } from 'react'
import { useText } from '../../../live/words/text.ts'
import { Difference, type Part } from '../../../ui/shown/Difference.tsx'
import { useSpoken } from './spoken.ts'
import styles from './wording.module.css'

/** What changed against the last version, marked in the words themselves. */
export function Compared({ was, is, version }: { was: string; is: string; version: number }) {
  const text = useText()
  const spoken = useSpoken()
  const [parts, set] = useState<readonly Part[]>([])
  useEffect(() => {
    let wanted = true
    import('./difference.ts').then(({ difference }) => {
      if (wanted) set(difference(was, is))
    })
    return () => {
      wanted = false
    }
  }, [was, is])
  if (was === is) return null
  return (
    <section>
      <p className="ends">
        <span className="quiet small">{text('desk.against', { n: version })}</span>
        <span className="quiet small">
          <ins>{text('desk.underlined')}</ins> {text('desk.put_in')} <del>{text('desk.struck')}</del>{' '}
          {text('desk.taken_out')}
        </span>
      </p>
      <p className={styles.compared} dir="auto">
        <Difference parts={parts} words={spoken} />
      </p>
    </section>
  )
}
