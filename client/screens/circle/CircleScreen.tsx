import '../../live/words/circle.ts'
import { Link } from 'wouter'
import type { CircleId } from '../../../shared/types.ts'
import { ViewProvider } from '../../live/context.tsx'
import { useFollow } from '../../live/follow.ts'
import { useCircle, useFollowing } from '../../live/hooks.ts'
import { useChosen } from '../../live/http/chosen.ts'
import { useMine } from '../../live/http/mine.ts'
import { useOfflineBar } from '../../live/line/OfflineBar.tsx'
import { usePageSurface, useWide } from '../../live/page/surface.ts'
import { useTitle } from '../../live/page/title.ts'
import { Refusals } from '../../live/sending/Refusals.tsx'
import { useText } from '../../live/words/text.ts'
import { PersonMenu } from '../../meeting/menu/PersonMenu.tsx'
import { Loading } from '../parts/Loading.tsx'
import { Plain } from '../parts/Plain.tsx'
import { About } from './About.tsx'
import { Backlog } from './Backlog.tsx'
import { CircleMeetings } from './CircleMeetings.tsx'
import styles from './CircleScreen.module.css'
import { Decisions } from './Decisions.tsx'
import { Habits } from './Habits.tsx'
import { useLog } from './log.ts'
import { Members } from './Members.tsx'
import { Roles } from './Roles.tsx'
import { WayIn } from './WayIn.tsx'

/** A circle's page: what holds here, until when, and who to ask; and the way to the next meeting. */
export function CircleScreen({ circle }: { circle: CircleId }) {
  const text = useText()
  const mine = useMine()
  const me = useChosen(circle, mine?.ok ? mine.people : [])
  if (mine === null || (!mine.ok && mine.retryable)) return <Loading />
  if (me === null) {
    return (
      <Plain title={text('meeting.unknown')}>
        <p>{text('meeting.unknown_more')}</p>
      </Plain>
    )
  }
  return (
    <ViewProvider key={me} view={{ stream: circle, kind: 'circle', as: me }}>
      <CircleHere circle={circle} me={me} />
    </ViewProvider>
  )
}

function CircleHere({ circle, me }: { circle: CircleId; me: string }) {
  const text = useText()
  const wide = useWide()
  useFollow([{ stream: circle, kind: 'circle', as: me }])
  usePageSurface(wide ? 'laptop' : 'phone')
  const state = useCircle()
  const log = useLog(circle, state)
  const following = useFollowing()
  const bar = useOfflineBar()
  useTitle(state?.name ?? text('common.app'))
  if (following?.refused && following.replica.seq === null) {
    return (
      <Plain title={text('meeting.unknown')}>
        <p>{text('meeting.unknown_more')}</p>
      </Plain>
    )
  }
  if (!state) return <Loading />
  const isMember = state.members.includes(me)
  const inMeeting = state.running?.stage === 'open'
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <Link href="/" className={styles.app}>
          {text('common.app')}
        </Link>
        <PersonMenu />
      </header>
      {bar}
      <main className={styles.columns}>
        <div className={styles.head}>
          <About circle={state} canEdit={isMember} />
          <CircleMeetings circle={state} me={me} canCall={isMember} />
        </div>
        <section className={styles.main}>
          <Decisions circle={state} log={log} />
        </section>
        <div className={styles.side}>
          <Roles circle={state} />
          <Members circle={state} me={me} canMove={isMember && !inMeeting} />
          <WayIn circle={state.id} />
          <Backlog circle={state} canEdit={isMember} />
          {isMember ? <Habits circle={state} /> : null}
        </div>
      </main>
      <Refusals />
    </div>
  )
}
