import { createRoot } from 'react-dom/client'
import '../../client/ui/tokens.css'
import '../../client/ui/base.css'
import { LiveProvider, ViewProvider } from '../../client/live/context.tsx'
import type { Live } from '../../client/live/state.ts'
import { RoomView } from '../../client/stations/room/RoomView.tsx'
import { stateOf } from '../client/render.tsx'
import { named, sceneOf } from './room-scenes.ts'

/** The address says what to show: ?scene=asked&count=12&names=long&signs=2000 */
const wanted = new URLSearchParams(location.search)
const names = wanted.get('names') === 'long' ? 'long' : 'usual'
const now = sceneOf({
  scene: wanted.get('scene') ?? 'asked',
  count: Number(wanted.get('count') ?? 7),
  names,
  signs: Number(wanted.get('signs') ?? 0),
})
document.documentElement.dataset.theme = wanted.get('theme') ?? 'light'
const called = Object.fromEntries(now.seats.map((seat) => [seat.person, named(seat.person, names)]))
const state = stateOf({ now, me: null, names: called })
const live: Live = {
  getState: () => state,
  subscribe: () => () => undefined,
  send: async () => ({ ok: true, seq: 1 }),
  follow: () => () => undefined,
  know: () => undefined,
  putAway: () => undefined,
  wake: () => undefined,
}
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <LiveProvider live={live}>
      <ViewProvider view={{ stream: now.id, kind: 'meeting', as: null }}>
        <RoomView now={now} join="http://192.168.178.24:4000/j#l_abcdefghijklmnop.ABCDEFGHIJKLMNOPQRSTUV" />
      </ViewProvider>
    </LiveProvider>,
  )
}
