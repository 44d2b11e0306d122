import type { Board } from '../board.ts'
import type { Starting } from '../copies/starting.ts'
import type { Line } from './connection.ts'

/** What the server says by itself. */
export function listen(board: Board, line: Line, starting: Starting): void {
  const { wire, now } = board.world
  wire.on('entries', starting.take)
  wire.on('people', board.know)
  wire.on('here', (here) => board.set({ here: { ...board.get().here, [here.stream]: here } }))
  wire.on('head', (head) => {
    // What was under way makes the server's time look older, never newer.
    const { offset, follows } = board.get()
    if (head.now - now() > offset) board.set({ offset: head.now - now() })
    for (const [key, { stream, replica }] of Object.entries(follows)) {
      if (stream === head.stream && (replica.seq ?? 0) < head.seq) starting.begin(key)
    }
  })
  wire.on('bye', (why) => {
    board.set({ bye: why })
    // The others come back by themselves; whoever was removed is then told by a refusal what is left to them.
    if (why === 'replaced' || why === 'too_old') line.rest()
  })
}
