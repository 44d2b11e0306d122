import { latest, numberOf, type Wording } from '../../../../shared/parts/wording.ts'
import { useText } from '../../../live/words/text.ts'
import { Sheet } from '../../../ui/shown/Sheet.tsx'

/** The words the circle is looking at, with their number: as they were `put` to it, or as they are being worded. */
export function Proposal({ wording, put = false }: { wording: Wording; put?: boolean }) {
  const text = useText()
  const last = put ? latest(wording) : null
  const words = last ? last.fields.text : wording.draft.text
  const n = last ? last.n : numberOf(wording)
  return (
    <Sheet label={text('desk.proposal')} left={text('desk.proposal')} right={text('desk.version', { n })}>
      {words || <span className="quiet">{text('desk.no_words_yet')}</span>}
    </Sheet>
  )
}
