import type { Line } from './connection.ts'
import type { Desk } from './desk.ts'
import type { Starting } from './starting.ts'

/** What the server says by itself. */
export function listen(desk: Desk, line: Line, starting: Starting): void {
  const { wire, now } = desk.world
  wire.on('entries', starting.take)
  wire.on('people', desk.know)
  wire.on('here', (here) => desk.set({ here: { ...desk.get().here, [here.stream]: here } }))
  wire.on('head', (head) => {
    // What was under way makes the server's time look older, never newer.
    const { offset, follows } = desk.get()
    if (head.now - now() > offset) desk.set({ offset: head.now - now() })
    for (const [key, { stream, replica }] of Object.entries(follows)) {
      if (stream === head.stream && (replica.seq ?? 0) < head.seq) starting.begin(key)
    }
  })
  wire.on('bye', (why) => {
    desk.set({ bye: why })
    // The others come back by themselves; whoever was removed is then told by a refusal what is left to them.
    if (why === 'replaced' || why === 'too_old') line.rest()
  })
}
