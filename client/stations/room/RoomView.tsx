import { useMemo, useRef } from 'react'
import type { Item, Now, Run } from '../../../shared/meeting/types.ts'
import { useConnection } from '../../live/hooks.ts'
import { useLater } from '../../live/page/later.tsx'
import { tellsOutcome } from '../../meeting/at.ts'
import { useMatrix } from '../../meeting/join.ts'
import { RoomContext } from '../../meeting/room/context.ts'
import { RoomFrame } from '../../meeting/room/RoomFrame.tsx'
import { rooms } from '../../processes/index.ts'
import { useMeasure } from '../../ui/ring/useMeasure.ts'
import { AsideView } from './Aside.tsx'
import { Between, Explored, Open, Over, Paused } from './Between.tsx'
import { Gathering } from './Gathering.tsx'
import styles from './RoomView.module.css'

/** What the room sees of the item on everyone's screen. */
function Shown({ now }: { now: Now }) {
  const item = now.items.find((one) => one.id === now.shown)
  if (!item || item.stage === 'planned') return <Between now={now} />
  if (item.stage === 'paused') return <Paused now={now} item={item} />
  const run = item.runs.at(-1)
  if (run && (item.running || tellsOutcome(run))) {
    return <Process item={item} run={run} />
  }
  return item.stage === 'closed' ? <Explored now={now} item={item} /> : <Open item={item} />
}

function Process({ item, run }: { item: Item; run: Run }) {
  const Room = useLater(rooms[run.kind])
  return Room ? <Room item={item} run={run} /> : <RoomFrame>{null}</RoomFrame>
}

function Stage({ now }: { now: Now }) {
  if (now.stage === 'gathering') return <Gathering now={now} />
  if (now.stage === 'ended') return <Over now={now} />
  if (now.aside) return <AsideView now={now} aside={now.aside} />
  return <Shown now={now} />
}

/**
 * The meeting as the room sees it, by the step it is in and nothing else: no buttons, no scrolling, nothing
 * that belongs to one person alone. It fills its place, whatever stands under it. `join` is the link in the
 * code; null leaves the code out.
 */
export function RoomView({ now, join }: { now: Now; join: string | null }) {
  const code = useMatrix(join)
  const { state } = useConnection()
  const place = useRef<HTMLDivElement>(null)
  const height = useMeasure(place)?.height
  const style: Record<string, string> | undefined = height ? { '--room': `${height}px` } : undefined
  const around = useMemo(() => ({ code, old: state !== 'live' }), [code, state])
  return (
    <RoomContext.Provider value={around}>
      <div className={styles.view} ref={place} style={style}>
        <Stage now={now} />
      </div>
    </RoomContext.Provider>
  )
}
