import { createRoot } from 'react-dom/client'
import '../../client/ui/tokens.css'
import '../../client/ui/base.css'
import { LiveProvider, ViewProvider } from '../../client/live/context.tsx'
import type { Live } from '../../client/live/state.ts'
import { FacilitatorStation } from '../../client/stations/desk/DeskStation.tsx'
import { AnnouncerProvider } from '../../client/ui/Announcer.tsx'
import type { MeetingCommand } from '../../shared/meeting/types.ts'
import { scenes } from '../client/facilitator/scenes.ts'
import { stateOf } from '../client/render.tsx'
import { people } from './people.tsx'

/** The address says what to show: ?scene=consent&theme=dark&text=2&count=9&names=long. What is pressed is done, by the real rules. */
const wanted = new URLSearchParams(location.search)
const count = Number(wanted.get('count') ?? 9)
const all = people(count, wanted.get('names') === 'long' ? 'long' : 'usual')
const make = scenes[wanted.get('scene') ?? 'gathering']
if (!make) throw new Error('no such scene')
const id = (name: string) => `p_${name}`
const play = make(all.map(id))
const me = id(all[0] ?? '')
const html = document.documentElement
html.dataset.theme = wanted.get('theme') ?? 'light'
const text = wanted.get('text')
if (text) html.dataset.text = text
window.fetch = async () =>
  new Response(JSON.stringify({ join: 'http://192.168.178.31:3000/j#c7h2k4m5p6q7r2s3.t4u5v6w7x2y3z4a5b6c7d2' }))

const names = Object.fromEntries(all.map((name) => [id(name), name]))
const lights = Object.fromEntries(all.map((name, at) => [id(name), at === 1 ? ('asleep' as const) : ('live' as const)]))
const here = { facilitatorGone: null, lights }
const fresh = () => ({
  ...stateOf({ now: play.now, me, names, here }),
  offset: play.clock - Date.now(),
})
let state = fresh()
const listeners = new Set<() => void>()
const live: Live = {
  getState: () => state,
  subscribe: (listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  async send(view, command) {
    const refusal = play.attempt(view.as ?? '', command as MeetingCommand)
    const no = refusal && { ok: false as const, ...refusal, retryable: false, ref: 'r' }
    state = no ? { ...state, told: [{ id: 't', view, no }] } : fresh()
    for (const listener of listeners) listener()
    return no ?? { ok: true, seq: play.log.length }
  },
  follow: () => () => undefined,
  know: () => undefined,
  putAway: () => undefined,
  wake: () => undefined,
}
Object.assign(window, { play })
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <AnnouncerProvider>
      <LiveProvider live={live}>
        <ViewProvider view={{ stream: play.now.id, kind: 'meeting', as: me }}>
          <FacilitatorStation />
        </ViewProvider>
      </LiveProvider>
    </AnnouncerProvider>,
  )
}
