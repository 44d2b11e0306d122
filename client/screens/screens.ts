import { onDemand } from '../live/page/later.tsx'

/** Every screen there is; each comes when it is opened, and its page names it so that it comes at once. */
export const screens = {
  home: onDemand(() => import('./home/HomeScreen.tsx').then((m) => m.HomeScreen)),
  join: onDemand(() => import('./join/JoinScreen.tsx').then((m) => m.JoinScreen)),
  circle: onDemand(() => import('./circle/CircleScreen.tsx').then((m) => m.CircleScreen)),
  meeting: onDemand(() => import('./MeetingScreen.tsx').then((m) => m.MeetingScreen)),
  room: onDemand(() => import('./RoomScreen.tsx').then((m) => m.RoomScreen)),
  me: onDemand(() => import('./MeScreen.tsx').then((m) => m.MeScreen)),
} as const
