import { useEffect, useState } from 'react'
import { useText } from '../../live/words/text.ts'
import styles from './parts.module.css'
import { Shell } from './Shell.tsx'

const shownAfter = 400

/** The ring at once; words only for whoever hears the page, and not at first, because most waits are over by then. */
export function Loading() {
  const text = useText()
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), shownAfter)
    return () => clearTimeout(timer)
  }, [])
  return (
    <main className={styles.middle}>
      <Shell />
      {shown ? <p className="vh">{text('common.loading')}</p> : null}
    </main>
  )
}
