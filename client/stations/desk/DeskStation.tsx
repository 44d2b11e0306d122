import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { facilitatorOf, openItem } from '../../../shared/meeting/around.ts'
import type { Item, Now, Run } from '../../../shared/meeting/types.ts'
import type { PersonId } from '../../../shared/types.ts'
import { useMeeting } from '../../live/hooks.ts'
import { browserKept } from '../../live/page/browser-storage.ts'
import { onDemand, shown, useLater } from '../../live/page/later.tsx'
import { usePageSurface } from '../../live/page/surface.ts'
import { atOf, tellsOutcome } from '../../meeting/at.ts'
import { AnotherContext } from '../../meeting/desk/another.ts'
import { type Open, OpenContext } from '../../meeting/desk/open.ts'
import { ScriptProvider, useScriptLevel } from '../../meeting/desk/script.ts'
import { useSurface } from '../../meeting/desk/surface.ts'
import { desks, fetchDesks, waysAt } from '../../processes/index.ts'
import { useHotkeys } from '../../ui/controls/hotkeys.ts'
import { AsideStage } from './AsideStage.tsx'
import { BeginItem } from './BeginItem.tsx'
import { Between } from './Between.tsx'
import { Dialogs } from './dialogs/Dialogs.tsx'
import { Ended } from './Ended.tsx'
import { Gathering } from './Gathering.tsx'

const RoomOver = shown(onDemand(() => import('./RoomOver.tsx').then((m) => m.RoomOver)))

/** The item before the circle: the open one, or the last that was. */
function itemBefore(now: Now): Item | null {
  const open = openItem(now)
  if (open) return open
  const shown = now.items.find((i) => i.id === now.shown)
  return shown?.stage === 'closed' ? shown : null
}

function Stage() {
  const now = useMeeting()
  if (now.stage === 'gathering') return <Gathering />
  if (now.stage === 'ended') return <Ended />
  if (now.aside) return <AsideStage aside={now.aside} />
  const item = itemBefore(now)
  return item ? <Matter item={item} /> : <Between />
}

/** What runs at the item or came of it, or the way to begin something there. */
function Matter({ item }: { item: Item }) {
  const run = item.runs.at(-1)
  const [after, begin] = useState<string | null>(null)
  if (item.stage === 'closed' && !(run && tellsOutcome(run))) return <Between />
  const begins =
    item.stage !== 'closed' && (!item.running || (run !== undefined && after === run.id && !atOf(run)?.busy))
  const [way, ...more] = begins ? waysAt(item.kind) : []
  if (way) return <BeginItem item={item} ways={[way, ...more]} />
  if (!run) return null
  return (
    <AnotherContext.Provider value={() => begin(run.id)}>
      <Process item={item} run={run} />
    </AnotherContext.Provider>
  )
}

function Process({ item, run }: { item: Item; run: Run }) {
  const View = useLater(desks[run.kind])
  return View ? <View item={item} run={run} /> : null
}

function useKeys(): readonly [boolean, (on: boolean) => void] {
  const [keys, set] = useState(() => browserKept.read('keys') !== 'off')
  useHotkeys(keys)
  const choose = useCallback((on: boolean) => {
    browserKept.write('keys', on ? 'on' : 'off')
    set(on)
  }, [])
  return [keys, choose]
}

function dialogs(forPerson?: (person: PersonId) => ReactNode): ReactNode {
  return <Dialogs forPerson={forPerson} />
}

function picture(act: ReactNode, last: ReactNode): ReactNode {
  return <RoomOver act={act}>{last}</RoomOver>
}

/** The facilitator's screen: what to say, who is next, and one control that leads on. */
export function FacilitatorStation() {
  const now = useMeeting()
  const [open, show] = useState<Open | null>(null)
  const [room, showRoom] = useState(false)
  const [keys, setKeys] = useKeys()
  const script = useScriptLevel(now.id)
  usePageSurface(useSurface())
  useEffect(() => void fetchDesks(), [])
  // The chair may have gone to another person whose dialogs these are not.
  const chair = facilitatorOf(now)
  const state = useMemo(
    () => ({ open, show, room, showRoom, keys, setKeys, dialogs, picture }),
    [open, room, keys, setKeys],
  )
  return (
    <OpenContext.Provider value={state}>
      <ScriptProvider value={script}>
        <Stage key={chair} />
      </ScriptProvider>
    </OpenContext.Provider>
  )
}
