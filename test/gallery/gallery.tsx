import { createRoot } from 'react-dom/client'
import '../../client/ui/tokens.css'
import '../../client/ui/base.css'
import { Consent, Menu, Reactions, RoomArrival, RoomConsent, RoomTalk } from './desk.tsx'
import { Chosen, Decided, MyAnswer, MyTurn, Offline, Slip, Someone, type View } from './phone.tsx'

const screens = {
  'phone-someone': Someone,
  'phone-turn': MyTurn,
  'phone-answer': MyAnswer,
  'phone-offline': Offline,
  'phone-chosen': Chosen,
  'phone-slip': Slip,
  'phone-decided': Decided,
  'laptop-talk': Reactions,
  'laptop-consent': Consent,
  'room-talk': RoomTalk,
  'room-consent': RoomConsent,
  'room-arrival': RoomArrival,
  'laptop-menu': Menu,
  'phone-menu': Menu,
} satisfies Record<string, (view: View) => unknown>

function isScreen(name: string): name is keyof typeof screens {
  return name in screens
}

/** The address says what to show: ?screen=phone-turn&theme=dark&text=2&count=9&names=long */
const wanted = new URLSearchParams(location.search)
const name = wanted.get('screen') ?? 'phone-someone'
const Screen = screens[isScreen(name) ? name : 'phone-someone']
const html = document.documentElement
html.className = name.split('-')[0] ?? 'phone'
html.dataset.theme = wanted.get('theme') ?? 'light'
const text = wanted.get('text')
if (text) html.dataset.text = text
const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <Screen count={Number(wanted.get('count') ?? 9)} names={wanted.get('names') === 'long' ? 'long' : 'usual'} />,
  )
}
