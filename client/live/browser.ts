import { io } from 'socket.io-client'
import type { Rulebook } from './board.ts'
import { rulebook } from './copies/rules.ts'
import { createLive } from './live.ts'
import type { Live } from './state.ts'
import { browserWorld } from './world.ts'

/** The live part on the browser's own socket; coming back to the page in any way looks at once whether it is there. */
export function startLive(bring: Rulebook['bring']): Live {
  const wire = io({ transports: ['websocket'], autoConnect: false, reconnection: false, timeout: 5_000 })
  // Making a line takes as long as the page itself: begun at once where something will be followed.
  if (/^\/(c|m|room)\/./.test(location.pathname)) wire.connect()
  const live = createLive(browserWorld(wire), rulebook(bring))
  const wake = () => {
    if (document.visibilityState === 'visible' && Object.keys(live.getState().follows).length > 0) live.wake()
  }
  document.addEventListener('visibilitychange', wake)
  window.addEventListener('pageshow', (event) => event.persisted && wake())
  window.addEventListener('online', wake)
  document.addEventListener('pointerdown', () => live.getState().bye === 'replaced' && wake())
  return live
}
