import type { ReactNode } from 'react'
import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react'
import { type Announcements, announcements, type Message, type Ticker } from './announcing.ts'

export type Announce = (text: string, how?: { urgent?: boolean; topic?: string }) => void

const AnnounceContext = createContext<Announce>(() => {})

const browser: Ticker = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/** Says something to those who hear the screen. Urgent messages go first; a newer one of the same topic replaces an older. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext)
}

/** Holds the page's only two live regions, there from the first moment on. Put it once around everything. */
export function AnnouncerProvider({ clock = browser, children }: { clock?: Ticker; children: ReactNode }) {
  const [said, setSaid] = useState<Message | null>(null)
  const queue = useRef<Announcements | null>(null)
  useEffect(() => {
    const made = announcements(clock, setSaid)
    const typed = () => made.typed()
    queue.current = made
    document.addEventListener('input', typed)
    return () => {
      made.stop()
      document.removeEventListener('input', typed)
    }
  }, [clock])
  const announce = useCallback<Announce>((text, how) => {
    queue.current?.add({ text, urgent: how?.urgent ?? false, topic: how?.topic })
  }, [])
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <div className="vh" role="status" aria-live="polite">
        {said && !said.urgent ? said.text : ''}
      </div>
      <div className="vh" role="alert" aria-live="assertive">
        {said?.urgent ? said.text : ''}
      </div>
    </AnnounceContext.Provider>
  )
}
