import { changed, latest } from '../../../../shared/parts/wording.ts'
import { useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { Marked } from '../../../meeting/parts/wording/Marked.phone.tsx'
import { Proposal } from '../../../meeting/parts/wording/Proposal.phone.tsx'
import { Terms } from '../../../meeting/parts/wording/Terms.phone.tsx'
import { Frame } from '../../../meeting/phone/Frame.tsx'
import { useChair } from '../../../meeting/phone/people.ts'
import { Button } from '../../../ui/controls/Button.tsx'
import { useAim, useConsent } from '../looking.phone.ts'

const titles = { present: 'my.proposal', wording: 'my.wording', restate: 'my.restate' } as const

/** The words, read out or being put: everyone reads the same, and there is nothing to do. */
export function Presenting({ view }: { view: 'present' | 'wording' | 'restate' }) {
  const text = useText()
  const who = useChair()
  const { state } = useConsent()
  const { wording, step } = state
  const { draft } = wording
  const last = latest(wording)
  const open = view === 'present' && (step.stage === 'clarify' || step.stage === 'react') ? step.stage : view
  const version = changed(wording) ? null : (last?.n ?? null)
  return (
    <Frame title={text(titles[view])}>
      {draft.text === '' ? <p className="lead">{text('my.no_words_yet')}</p> : null}
      {draft.text !== '' && last && changed(wording) ? <Marked was={last} is={draft} /> : null}
      {draft.text !== '' && !(last && changed(wording)) ? <Proposal words={draft.text} version={version} /> : null}
      <Terms fields={draft} />
      <Withdraw />
      <p className="quiet free">{text(`my.soon.${open}`, { who })}</p>
    </Frame>
  )
}

/** Until it is presented a proposal is its author's; from then on it belongs to the circle. */
function Withdraw() {
  const text = useText()
  const send = useSend()
  const aim = useAim()
  const { state, me } = useConsent()
  if (state.step.stage !== 'present' || state.author !== me) return null
  return (
    <Button kind="text" onPress={() => send({ type: 'consent.withdraw', ...aim })}>
      {text('my.withdraw_proposal')}
    </Button>
  )
}
