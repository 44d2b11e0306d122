import type { Item, Run } from '../../../shared/meeting/types.ts'
import type { Consent } from '../../../shared/processes/consent/types.ts'
import { useText } from '../../live/words/text.ts'
import { Talk } from '../../meeting/parts/turns/TalkingRound.room.tsx'
import { Complete } from './steps/acknowledge.room.tsx'
import { Asked } from './steps/consent.room.tsx'
import { Decided } from './steps/decided.room.tsx'
import { EndedRoom } from './steps/ended.room.tsx'
import { Objections } from './steps/objections.room.tsx'
import { Presented, Restated } from './steps/present.room.tsx'
import { versionOf } from './steps/shown.room.ts'

/** A decision by consent as the room sees it, by its step. */
export function ConsentRoom({ item, run }: { item: Item; run: Run }) {
  const text = useText()
  const state = run.state as Consent
  const { step } = state
  const shown = { item, state }
  switch (step.stage) {
    case 'present':
    case 'wording':
      return <Presented {...shown} />
    case 'clarify':
    case 'react':
      if (!step.round || (step.stage === 'react' && step.round.stage !== 'running')) return <Presented {...shown} />
      return (
        <Talk
          title={item.title}
          version={versionOf(state, text)}
          round={step.round}
          prompt={text(`room.ask.${step.round.kind}`)}
        />
      )
    case 'restate':
      return <Restated {...shown} />
    case 'consent':
      return <Asked {...shown} step={step} />
    case 'acknowledge':
      return <Complete {...shown} step={step} />
    case 'objections':
      if (step.round?.stage === 'running') {
        return <Talk title={item.title} round={step.round} prompt={text(`room.ask.${step.round.kind}`)} />
      }
      return <Objections {...shown} step={step} />
    case 'decided':
      return <Decided {...shown} step={step} />
    case 'ended':
      return <EndedRoom {...shown} step={step} />
  }
}
