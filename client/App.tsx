import { Route, Switch } from 'wouter'
import { LiveProvider } from './live/context.tsx'
import { shown } from './live/page/later.tsx'
import type { Live } from './live/state.ts'
import { Broken } from './screens/parts/Broken.tsx'
import { Loading } from './screens/parts/Loading.tsx'
import { TooOld } from './screens/parts/TooOld.tsx'
import { screens } from './screens/screens.ts'
import { AnnouncerProvider } from './ui/Announcer.tsx'

const HomeScreen = shown(screens.home, Loading)
const JoinScreen = shown(screens.join, Loading)
const CircleScreen = shown(screens.circle, Loading)
const MeetingScreen = shown(screens.meeting, Loading)
const RoomScreen = shown(screens.room, Loading)
const MeScreen = shown(screens.me, Loading)

/** Which screen an address is. */
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
