import type { Live } from './live/state.ts'
import { screens } from './screens/screens.ts'

/** What stands on the page meanwhile is not looked at for longer than this. */
const longest = 2500

/** What is shown first at an address, by its first word. */
const firsts: Readonly<Record<string, (live: Live, id: string) => Promise<unknown>>> = {
  '': () => screens.home.fetch(),
  j: () => screens.join.fetch(),
  c: () => screens.circle.fetch(),
  m: (live, id) =>
    Promise.all([screens.meeting.fetch(), import('./screens/meeting/first.ts').then((m) => m.firstOf(live, id))]),
  room: (live, id) =>
    Promise.all([screens.room.fetch(), import('./screens/room/first.ts').then((m) => m.firstOf(live, id))]),
  me: () => screens.me.fetch(),
}

/**
 * Brings what the page shows first before anything is drawn, so that it is drawn once: on a slow phone each drawing
 * costs more than waiting for the next. What does not come in time, or at all, is the screens' to say.
 */
export async function opening(live: Live, pathname: string): Promise<void> {
  const [, place = '', id = ''] = pathname.split('/')
  const first = firsts[place]?.(live, id) ?? Promise.resolve()
  const patience = new Promise((over) => setTimeout(over, longest))
  await Promise.race([first.catch(() => undefined), patience])
}
