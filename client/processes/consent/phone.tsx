import { useEffect, useMemo, useRef, useState } from 'react'
import type { Item, Run } from '../../../shared/meeting/types.ts'
import type { Consent } from '../../../shared/processes/consent/types.ts'
import { useMe, useMeeting, usePending } from '../../live/hooks.ts'
import { later, shown } from '../../live/page/later.tsx'
import { useText } from '../../live/words/text.ts'
import { partOf } from '../../meeting/mine.ts'
import { myAnswer } from '../../meeting/parts/answers/mine.ts'
import { TalkingRound } from '../../meeting/parts/turns/TalkingRound.phone.tsx'
import { useHeld } from '../../meeting/phone/held.ts'
import { LoadingFrame } from '../../meeting/phone/LoadingFrame.tsx'
import { useAnnounce } from '../../ui/Announcer.tsx'
import { ConsentContext, type Looking, useAim, useConsent } from './looking.phone.ts'
import { Matter } from './Matter.phone.tsx'
import { Noted } from './objecting/Noted.phone.tsx'
import { isMyAnswer } from './pending.ts'
import { Answering } from './steps/consent.phone.tsx'
import { Presenting } from './steps/present.phone.tsx'
import { mayChange, type View, viewOf } from './view.phone.ts'

const Afterwards = shown(
  later(() => import('./steps/afterwards.phone.tsx').then((m) => m.Afterwards)),
  LoadingFrame,
)

/** A decision by consent on a member's phone. */
export function ConsentPhone({ item, run }: { item: Item; run: Run }) {
  const now = useMeeting()
  const me = useMe()
  const state = run.state as Consent
  const part = partOf(now, me)
  const looking = useMemo<Looking>(() => {
    const mine = myAnswer(state, run, me)
    return { item, run, state, me, part, mine }
  }, [item, run, state, me, part])
  useSavedCall(looking)
  const view = useHeld(useMemo(() => viewOf(state, looking), [state, looking]))
  const [editing, setEditing] = useState(false)
  const [settled, settle] = useState<number | null>(null)
  const [changingAt, setChangingAt] = useState<number | null>(null)
  const changing = changingAt === state.ask && mayChange(state, looking)
  const change = (on: boolean) => setChangingAt(on ? state.ask : null)
  const leave = () => {
    setEditing(false)
    settle(state.ask)
  }
  return (
    <ConsentContext.Provider value={looking}>
      {editing || (!changing && isFresh(view, looking, settled)) ? (
        <Noted editing={editing} onEdit={setEditing} onLeave={leave} onChange={() => change(true)} />
      ) : (
        <Shown view={view} changing={changing} onChange={change} onEdit={() => setEditing(true)} />
      )}
    </ConsentContext.Provider>
  )
}

/** Says that my answer has arrived, for whoever does not see it. */
function useSavedCall({ mine, run }: Looking): void {
  const text = useText()
  const announce = useAnnounce()
  const pending = usePending().some(isMyAnswer(run.id))
  const before = useRef(pending)
  const is = mine.is === 'given' ? (mine.position?.is ?? null) : null
  useEffect(() => {
    const hasArrived = before.current && !pending
    before.current = pending
    if (!hasArrived) return
    announce(is ? text('my.tell.saved', { answer: text(`my.said.${is}`) }) : text('my.saved'), { topic: 'answer' })
  }, [pending, is, announce, text])
}

/** My own objection, just made, without words yet: thanked for before anything else. */
function isFresh(view: View, { mine, state }: Looking, settled: number | null): boolean {
  if ((view.is !== 'answered' && view.is !== 'result') || mine.is !== 'given' || mine.recordedBy !== null) return false
  return mine.position?.is === 'objection' && mine.position.words === '' && settled !== state.ask
}

interface ShownProps {
  readonly view: View
  readonly changing: boolean
  readonly onChange: (on: boolean) => void
  readonly onEdit: () => void
}

function Shown({ view, changing, onChange, onEdit }: ShownProps) {
  switch (view.is) {
    case 'present':
    case 'wording':
    case 'restate':
      return <Presenting view={view.is} />
    case 'talk':
      return <Talking view={view} />
    case 'answer':
    case 'answered':
    case 'lacking':
    case 'watch':
      return <Answering view={view.is} changing={changing} onChange={onChange} onEdit={onEdit} />
    default:
      return <Afterwards view={view} onEdit={onEdit} />
  }
}

function Talking({ view }: { view: Extract<View, { is: 'talk' }> }) {
  const { state } = useConsent()
  const aim = useAim()
  const matter = <Matter objections={state.step.stage === 'objections'} />
  return <TalkingRound talk={{ aim, round: view.round, prompt: '', matter }} />
}
