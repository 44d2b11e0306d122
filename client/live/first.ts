import type { AnyState } from '../../shared/protocol.ts'
import { keyOf, type Live, type View } from './state.ts'

/** As long as a screen may take to want it for itself. */
const kept = 5_000

/** The state as it first comes, followed for the screen that is about to be drawn; null where following is refused. */
export function firstState(live: Live, view: View): Promise<AnyState> {
  const stop = live.follow(view)
  setTimeout(stop, kept)
  return new Promise((come) => {
    const look = () => {
      const following = live.getState().follows[keyOf(view)]
      const isHere = following !== undefined && following.replica.seq !== null
      if (!isHere && !following?.refused) return
      leave()
      come(isHere ? following.replica.visible : null)
    }
    const leave = live.subscribe(look)
    look()
  })
}
