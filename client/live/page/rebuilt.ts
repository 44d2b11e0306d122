import { browserKept } from './browser-storage.ts'

const kept = 'rebuilt'
const patience = 60_000

/**
 * After an update the server has other files than this page knows: a part that cannot be had is got by loading
 * the page anew, once, and only if the server answers. What was tapped and written is kept.
 */
export function startRebuilt(): void {
  addEventListener('vite:preloadError', () => {
    const last = Number(browserKept.read(kept) ?? 0)
    if (Date.now() - last < patience) return
    fetch('/healthz').then(
      ({ ok }) => {
        if (!ok) return
        browserKept.write(kept, String(Date.now()))
        location.reload()
      },
      () => undefined,
    )
  })
}
