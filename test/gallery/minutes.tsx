import { createRoot } from 'react-dom/client'
import '../../client/ui/tokens.css'
import '../../client/ui/base.css'
import { LiveProvider, ViewProvider } from '../../client/live/context.tsx'
import type { Live } from '../../client/live/state.ts'
import { Minutes } from '../../client/meeting/minutes/Minutes.tsx'
import { MinutesPage } from '../../client/screens/MinutesPage.tsx'
import { AnnouncerProvider } from '../../client/ui/Announcer.tsx'
import { Button } from '../../client/ui/controls/Button.tsx'
import { Phone } from '../../client/ui/frames/Phone.tsx'
import { stateOf } from '../client/render.tsx'
import { named, sceneOf } from './room-scenes.ts'

/** The address says what to show: ?on=laptop&scene=ended&me=noor&theme=dark */
const wanted = new URLSearchParams(location.search)
const names = wanted.get('names') === 'long' ? 'long' : 'usual'
const now = sceneOf({
  scene: wanted.get('scene') ?? 'ended',
  count: Number(wanted.get('count') ?? 7),
  names,
  signs: Number(wanted.get('signs') ?? 0),
})
const me = wanted.get('me') ?? 'pia'
document.documentElement.dataset.theme = wanted.get('theme') ?? 'light'
const text = wanted.get('text')
if (text) document.documentElement.dataset.text = text
const called = Object.fromEntries(now.seats.map((seat) => [seat.person, named(seat.person, names)]))
const state = stateOf({ now, me, names: called })
const live: Live = {
  getState: () => state,
  subscribe: () => () => undefined,
  send: async () => ({ ok: true, seq: 1 }),
  follow: () => () => undefined,
  know: () => undefined,
  putAway: () => undefined,
  wake: () => undefined,
}
const foot = [
  { id: 'meeting', label: 'Meeting', onPress: () => undefined },
  { id: 'minutes', label: 'Minutes', current: true, onPress: () => undefined },
]
const phone = (
  <Phone
    over={now.name}
    title="Minutes"
    menu={<Button kind="menu">{named(me, names)}</Button>}
    foot={foot}
    footLabel="Meeting"
  >
    <Minutes />
  </Phone>
)
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <AnnouncerProvider>
      <LiveProvider live={live}>
        <ViewProvider view={{ stream: now.id, kind: 'meeting', as: me }}>
          {wanted.get('on') === 'laptop' ? <MinutesPage /> : phone}
        </ViewProvider>
      </LiveProvider>
    </AnnouncerProvider>,
  )
}
