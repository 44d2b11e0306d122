import { useEffect, useState } from 'react'
import { useText } from '../../live/text.ts'
import styles from './parts.module.css'

const shownAfter = 400

/** Nothing at first, because most waits are over before one could read a word. */
export function Loading() {
  const text = useText()
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), shownAfter)
    return () => clearTimeout(timer)
  }, [])
  return <main className={styles.middle}>{shown ? <p className="quiet">{text('common.loading')}</p> : null}</main>
}
