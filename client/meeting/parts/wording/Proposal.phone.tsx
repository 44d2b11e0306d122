import type { ReactNode } from 'react'
import { useText } from '../../../live/words/text.ts'
import { Sheet } from '../../../ui/shown/Sheet.tsx'
import styles from './Proposal.phone.module.css'

export interface ProposalProps {
  readonly words: string
  /** Null before it has a number. */
  readonly version: number | null
  readonly label?: ReactNode
  readonly old?: boolean
  readonly foot?: ReactNode
}

/** The words to be decided, with their number. */
export function Proposal({ words, version, label, old, foot }: ProposalProps) {
  const text = useText()
  const number = version === null ? null : text('my.version', { version })
  return (
    <div id="proposal" tabIndex={-1} className={styles.proposal}>
      <Sheet
        label={text('my.proposal')}
        left={label ?? text('my.proposal')}
        right={version !== null && version > 1 ? <b>{number}</b> : number}
        old={old}
        long={words.length > 100}
        foot={foot}
      >
        <p className="written">{words}</p>
      </Sheet>
    </div>
  )
}
