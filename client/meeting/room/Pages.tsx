import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useText } from '../../live/words/text.ts'
import { readingTime, usePaged } from './fit.ts'
import styles from './Pages.module.css'

const onward = new Set(['ArrowRight', 'ArrowDown', 'PageDown', ' '])
const backward = new Set(['ArrowLeft', 'ArrowUp', 'PageUp'])

/** Turns pages by itself at reading pace; a key turns them too, and then they wait as long again. */
function usePage(pages: number, signs: number): number {
  const [page, turn] = useState(0)
  const shown = Math.min(page, pages - 1)
  useEffect(() => {
    if (pages < 2) return
    const timer = setTimeout(() => turn((shown + 1) % pages), readingTime(signs / pages))
    function key(event: KeyboardEvent) {
      if (event.target instanceof HTMLButtonElement) return
      if (onward.has(event.key)) turn((shown + 1) % pages)
      if (backward.has(event.key)) turn((shown + pages - 1) % pages)
    }
    addEventListener('keydown', key)
    return () => {
      clearTimeout(timer)
      removeEventListener('keydown', key)
    }
  }, [pages, shown, signs])
  return shown
}

/** Words of the circle as large as there is room; too long for the smallest letters, they come in pages. */
export function Pages({ signs, children }: { signs: number; children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null)
  const clip = useRef<HTMLDivElement>(null)
  const words = useRef<HTMLDivElement>(null)
  const text = useText()
  const { pages, height } = usePaged({ frame, clip, words })
  const page = usePage(pages, signs)
  const moved = pages > 1 ? { transform: `translateY(${-page * height}px)` } : undefined
  return (
    <div className={styles.pages}>
      <div className={styles.page} ref={frame}>
        <div className={styles.clip} ref={clip}>
          <div className={styles.fitted} ref={words} style={moved} dir="auto">
            {children}
          </div>
        </div>
      </div>
      {pages > 1 ? <p className={styles.count}>{text('room.page', { page: page + 1, pages })}</p> : null}
    </div>
  )
}
