import { isAlive } from '../../../shared/parts/objections.ts'
import { latest } from '../../../shared/parts/wording.ts'
import { useText } from '../../live/words/text.ts'
import { Said } from '../../meeting/parts/objections/Said.phone.tsx'
import { Proposal } from '../../meeting/parts/wording/Proposal.phone.tsx'
import { useConsent } from './looking.phone.ts'

/** What a round is about: the words as they stand, or the objections to be solved. */
export function Matter({ objections }: { objections: boolean }) {
  const text = useText()
  const { state } = useConsent()
  const { wording } = state
  if (!objections) return <Proposal words={wording.draft.text} version={latest(wording)?.n ?? null} />
  return (
    <section className="stack">
      <h2 className="quiet small">{text('my.to_solve')}</h2>
      <ul className="stack">
        {state.objections.filter(isAlive).map((o) => (
          <li key={o.id}>
            <Said objection={o} />
          </li>
        ))}
      </ul>
    </section>
  )
}
