import { createRoot } from 'react-dom/client'
import '../../client/ui/tokens.css'
import '../../client/ui/base.css'
import { LiveProvider, ViewProvider } from '../../client/live/context.tsx'
import type { Live } from '../../client/live/state.ts'
import { ParticipantStation } from '../../client/stations/phone/PhoneStation.tsx'
import { AnnouncerProvider } from '../../client/ui/Announcer.tsx'
import { id } from '../client/participant/folded.ts'
import { stages } from '../client/participant/stages.ts'
import { stateOf } from '../client/render.tsx'
import { people } from './people.tsx'

/** The address says what to show: ?stage=answer&theme=dark&text=2&count=9&names=long&offline&pending=consent.answer */
const wanted = new URLSearchParams(location.search)
const count = Number(wanted.get('count') ?? 9)
const kinds = { long: 'long', usual: 'usual' } as const
const all = people(count, kinds[(wanted.get('names') ?? 'usual') as keyof typeof kinds])
const me = id(wanted.get('as') ?? all[Math.min(5, count - 1)] ?? '')
const make = stages[wanted.get('stage') ?? 'answer']
if (!make) throw new Error('no such stage')
const now = make(all)
const names = Object.fromEntries(all.map((name) => [id(name), name]))
const html = document.documentElement
html.dataset.theme = wanted.get('theme') ?? 'light'
const text = wanted.get('text')
if (text) html.dataset.text = text
const connection = wanted.has('offline') ? ({ state: 'offline', since: 1_776_196_000_000 } as const) : undefined
const state = stateOf({ now, me, names, connection })
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
    <AnnouncerProvider>
      <LiveProvider live={live}>
        <ViewProvider view={{ stream: now.id, kind: 'meeting', as: me }}>
          <ParticipantStation />
        </ViewProvider>
      </LiveProvider>
    </AnnouncerProvider>,
  )
}
