import '../../live/words/phone.ts'
import { type ReactNode, useMemo, useState } from 'react'
import { shownItem } from '../../../shared/meeting/shown.ts'
import type { Item, Run } from '../../../shared/meeting/types.ts'
import { useMe, useMeeting } from '../../live/hooks.ts'
import { useOfflineBar } from '../../live/line/OfflineBar.tsx'
import { useLater } from '../../live/page/later.tsx'
import { tellsOutcome } from '../../meeting/at.ts'
import { partOf } from '../../meeting/mine.ts'
import { LoadingFrame } from '../../meeting/phone/LoadingFrame.tsx'
import { type Station, StationContext } from '../../meeting/phone/station.ts'
import { phones } from '../../processes/index.ts'
import { AsideBar, AsideScreen } from './Aside.tsx'
import { Between } from './Between.tsx'
import { Join } from './Join.tsx'
import { MinutesTab } from './MinutesTab.tsx'
import { MovedOn } from './MovedOn.tsx'
import { MyMenu } from './MyMenu.tsx'
import { Open } from './Open.tsx'
import { useTyping } from './typing.ts'
import { useCalls } from './useCalls.ts'

/** A member's own screen, phone first: what goes on, what is asked of me, and nothing else. */
export function ParticipantStation() {
  const now = useMeeting()
  const me = useMe()
  const offline = useOfflineBar()
  const [tab, setTab] = useState<'meeting' | 'minutes'>('meeting')
  const [writing, setWriting] = useState(false)
  const part = partOf(now, me)
  const typing = useTyping()
  const isBusy = writing || (tab === 'minutes' && typing)
  const isAside = now.aside !== null && !isBusy
  const item = useShown(writing)
  useCalls(() => isBusy || setTab('meeting'))
  const station = useMemo<Station>(
    () => ({
      over: item?.title ?? now.name,
      menu: <MyMenu onMinutes={() => setTab('minutes')} />,
      join: part === 'reading' || part === 'out' ? <Join part={part} /> : null,
      bar: offline || isBusy ? <Bars offline={offline} writing={writing} busy={isBusy} /> : null,
      me,
      openMinutes: () => setTab('minutes'),
      writing,
      setWriting,
    }),
    [item?.title, now.name, part, offline, writing, isBusy, me],
  )
  const isMinutes = tab === 'minutes' && !isAside
  return (
    <StationContext.Provider value={station}>
      {isAside ? <AsideScreen /> : null}
      {isMinutes ? <MinutesTab onMeeting={() => setTab('meeting')} /> : null}
      <div hidden={isAside || isMinutes}>
        <Matter item={item} />
      </div>
    </StationContext.Provider>
  )
}

/** The item on the screen; who is writing keeps theirs. */
function useShown(writing: boolean): Item | null {
  const now = useMeeting()
  const shown = shownItem(now)
  const [held, hold] = useState(shown?.id ?? null)
  if (!writing && held !== (shown?.id ?? null)) hold(shown?.id ?? null)
  return writing ? (now.items.find((i) => i.id === held) ?? shown) : shown
}

function Bars({ offline, writing, busy }: { offline: ReactNode; writing: boolean; busy: boolean }) {
  return (
    <>
      {offline}
      {writing ? <MovedOn /> : null}
      {busy ? <AsideBar /> : null}
    </>
  )
}

function Matter({ item }: { item: Item | null }) {
  const now = useMeeting()
  const run = item?.runs.at(-1)
  if (now.stage === 'ended' || !item) return <Between item={null} />
  if (item.stage === 'open') return run && item.running ? <Process item={item} run={run} /> : <Open item={item} />
  const isTold = item.stage === 'closed' && run !== undefined && tellsOutcome(run)
  return isTold ? <Process item={item} run={run} /> : <Between item={item} />
}

function Process({ item, run }: { item: Item; run: Run }) {
  const Phone = useLater(phones[run.kind])
  return Phone ? <Phone key={run.id} item={item} run={run} /> : <LoadingFrame />
}
