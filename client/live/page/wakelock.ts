let lock: WakeLockSentinel | null = null
let wanted = false

async function request(): Promise<void> {
  if (!wanted || lock || !navigator.wakeLock || document.visibilityState !== 'visible') return
  try {
    lock = await navigator.wakeLock.request('screen')
    lock.addEventListener('release', () => {
      lock = null
    })
    if (!wanted) await lock.release()
  } catch {
    // Not allowed without a fresh tap, or not at all: the next tap tries again.
    lock = null
  }
}

/** Keeps the screen lit from now on, as far as the device lets us; taken up again by itself after coming back. */
export function keepLit(on: boolean): void {
  wanted = on
  if (on) void request()
  else void lock?.release().catch(() => undefined)
}

/** Coming back to the page drops the lock, and some devices give it again only on a tap. */
export function startWakeLock(): void {
  document.addEventListener('visibilitychange', () => void request())
  document.addEventListener('pointerup', () => void request())
}
