import type { No } from '../../shared/protocol.ts'
import type { Millis } from '../../shared/types.ts'
import type { Line } from './connection.ts'
import type { Desk } from './desk.ts'
import { forsake } from './kept.ts'

const again: Millis = 3_000
const behindAgain: Millis = 15_000

interface Parts {
  readonly desk: Desk
  readonly line: () => Line
  readonly begin: (key: string) => void
}

/** A copy was refused: for now, until the page is loaded again, or for good. */
export function denied({ desk, line, begin }: Parts, key: string, no: No): void {
  const { world } = desk
  if (no.code === 'too_old') {
    desk.set({ bye: 'too_old' })
    line().rest()
    return
  }
  // The server will be as new as this page before long.
  if (no.code === 'too_new') desk.set({ bye: 'too_new' })
  if (no.retryable) {
    world.later((no.retryAfterMs ?? 0) + world.random() * again, () => begin(key))
    return
  }
  desk.change(key, { refused: no })
  if (no.reason === 'server_behind') world.later(behindAgain, () => begin(key))
  else forsake(desk, key)
}
