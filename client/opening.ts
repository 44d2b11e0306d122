import type { Live } from './live/state.ts'
import { screens } from './screens/screens.ts'

/** What stands on the page meanwhile is not looked at for longer than this. */
const longest = 2500

/** Brings what is shown first at an address: its screen, and what that opens with. */
function firstOf(live: Live, [place = '', id = '', part]: readonly string[]): Promise<unknown> {
  switch (place) {
    case 'j':
      return screens.join.fetch()
    case 'c':
      return screens.circle.fetch()
    case 'me':
      return screens.me.fetch()
    case 'm':
      if (part !== undefined) return screens.meeting.fetch()
      return Promise.all([
        screens.meeting.fetch(),
        import('./screens/meeting/first.ts').then((m) => m.firstOfMeeting(live, id)),
      ])
    case 'room':
      return Promise.all([screens.room.fetch(), import('./screens/room/first.ts').then((m) => m.firstOfRoom(live, id))])
    default:
      return screens.home.fetch()
  }
}

/**
 * Brings what the page shows first before anything is drawn, so that it is drawn once: on a slow phone each drawing
 * costs more than waiting for the next. What does not come in time, or at all, is the screens' to say.
 */
export async function opening(live: Live, pathname: string): Promise<void> {
  const first = firstOf(live, pathname.split('/').slice(1))
  const patience = new Promise((over) => setTimeout(over, longest))
  await Promise.race([first.catch(() => undefined), patience])
}
