import { lazy, Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { LiveProvider } from './live/context.tsx'
import type { Live } from './live/state.ts'
import { Broken } from './screens/parts/Broken.tsx'
import { Loading } from './screens/parts/Loading.tsx'
import { TooOld } from './screens/parts/TooOld.tsx'
import { AnnouncerProvider } from './ui/Announcer.tsx'

const JoinScreen = lazy(() => import('./screens/join/JoinScreen.tsx').then((m) => ({ default: m.JoinScreen })))
const MeetingScreen = lazy(() => import('./screens/MeetingScreen.tsx').then((m) => ({ default: m.MeetingScreen })))
const HomeScreen = lazy(() => import('./screens/home/HomeScreen.tsx').then((m) => ({ default: m.HomeScreen })))
const CircleScreen = lazy(() => import('./screens/circle/CircleScreen.tsx').then((m) => ({ default: m.CircleScreen })))
const RoomScreen = lazy(() => import('./screens/RoomScreen.tsx').then((m) => ({ default: m.RoomScreen })))
const MeScreen = lazy(() => import('./screens/MeScreen.tsx').then((m) => ({ default: m.MeScreen })))

/** Which screen an address is; each comes when it is opened, and the page names it so that it comes at once. */
export function App({ live }: { live: Live }) {
  return (
    <Broken>
      <AnnouncerProvider>
        <LiveProvider live={live}>
          <TooOld />
          <Suspense fallback={<Loading />}>
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
          </Suspense>
        </LiveProvider>
      </AnnouncerProvider>
    </Broken>
  )
}
