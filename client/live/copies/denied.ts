import type { No } from '../../../shared/protocol.ts'
import type { Millis } from '../../../shared/types.ts'
import type { Board } from '../board.ts'
import type { Line } from '../line/connection.ts'
import { forsake } from './kept.ts'

const again: Millis = 3_000
const behindAgain: Millis = 15_000

interface Parts {
  readonly board: Board
  readonly line: () => Line
  readonly begin: (key: string) => void
}

/** A copy was refused: for now, until the page is loaded again, or for good. */
export function denied({ board, line, begin }: Parts, key: string, no: No): void {
  const { world } = board
  if (no.code === 'too_old') {
    board.set({ bye: 'too_old' })
    line().rest()
    return
  }
  // The server will be as new as this page before long.
  if (no.code === 'too_new') board.set({ bye: 'too_new' })
  if (no.retryable) {
    world.later((no.retryAfterMs ?? 0) + world.random() * again, () => begin(key))
    return
  }
  board.change(key, { refused: no })
  if (no.reason === 'server_behind') world.later(behindAgain, () => begin(key))
  else forsake(board, key)
}
