import { Route, Switch } from 'wouter'
import { LiveProvider } from './live/context.tsx'
import { onDemand, shown } from './live/page/later.tsx'
import type { Live } from './live/state.ts'
import { Broken } from './screens/parts/Broken.tsx'
import { Loading } from './screens/parts/Loading.tsx'
import { TooOld } from './screens/parts/TooOld.tsx'
import { AnnouncerProvider } from './ui/Announcer.tsx'

const JoinScreen = shown(
  onDemand(() => import('./screens/join/JoinScreen.tsx').then((m) => m.JoinScreen)),
  Loading,
)
const MeetingScreen = shown(
  onDemand(() => import('./screens/MeetingScreen.tsx').then((m) => m.MeetingScreen)),
  Loading,
)
const HomeScreen = shown(
  onDemand(() => import('./screens/home/HomeScreen.tsx').then((m) => m.HomeScreen)),
  Loading,
)
const CircleScreen = shown(
  onDemand(() => import('./screens/circle/CircleScreen.tsx').then((m) => m.CircleScreen)),
  Loading,
)
const RoomScreen = shown(
  onDemand(() => import('./screens/RoomScreen.tsx').then((m) => m.RoomScreen)),
  Loading,
)
const MeScreen = shown(
  onDemand(() => import('./screens/MeScreen.tsx').then((m) => m.MeScreen)),
  Loading,
)

/** Which screen an address is; each comes when it is opened, and the page names it so that it comes at once. */
export function App({ live }: { live: Live }) {
  return (
    <Broken>
      <AnnouncerProvider>
        <LiveProvider live={live}>
          <TooOld />
          <Switch>
            <Route path="/">{() => <HomeScreen />}</Route>
            <Route path="/j">{() => <JoinScreen />}</Route>
            <Route path="/c/:id">{({ id }) => <CircleScreen key={id} circle={id} />}</Route>
            <Route path="/m/:id/minutes">{({ id }) => <MeetingScreen key={id} meeting={id} minutes />}</Route>
            <Route path="/m/:id">{({ id }) => <MeetingScreen key={id} meeting={id} />}</Route>
            <Route path="/room/:circle?">{({ circle }) => <RoomScreen circle={circle ?? null} />}</Route>
            <Route path="/me">{() => <MeScreen />}</Route>
            <Route>{() => <HomeScreen />}</Route>
          </Switch>
        </LiveProvider>
      </AnnouncerProvider>
    </Broken>
  )
}
