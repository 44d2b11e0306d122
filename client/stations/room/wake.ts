import { useEffect } from 'react'

/** Keeps the screen lit where the browser can, also after it was covered or slept. Plain http pages cannot. */
export function useLitScreen(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null
    let wanted = true
    async function light() {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
      try {
        const got = await navigator.wakeLock.request('screen')
        if (wanted) lock = got
        else await got.release()
      } catch {
        // Low battery or not allowed: the screen goes dark as it would anyway.
      }
    }
    light()
    document.addEventListener('visibilitychange', light)
    return () => {
      wanted = false
      document.removeEventListener('visibilitychange', light)
      lock?.release()
    }
  }, [])
}
