import { useEffect, useRef, useState } from 'react'
import type { PersonId } from '../../../shared/types.ts'
import { useDraft } from '../../live/drafts.ts'
import { useMe, useMeeting, usePending, useSend } from '../../live/hooks.ts'

/** How long a writer rests before what they wrote is sent. */
export const REST = 2000

export interface Pen {
  /** What the field shows: mine while I write, else what stands. */
  readonly text: string
  readonly stands: string
  readonly state: 'none' | 'unsaved' | 'saving' | 'saved'
  /** Who changed what I was changing. */
  readonly clash: PersonId | null
  readonly isMine: boolean
  readonly write: (text: string) => void
  readonly take: () => void
  readonly leave: () => void
  readonly keepMine: () => void
  readonly takeTheirs: () => void
}

/**
 * The one pen of a block of the minutes: taken when one begins, words sent after a rest and when one leaves.
 * A write names the entry it changes, so the next is sent only when the last is known to stand.
 */
export function usePen(block: string): Pen {
  const now = useMeeting()
  const me = useMe()
  const send = useSend()
  const written = now.blocks[block]
  const stands = written?.text ?? ''
  const seq = written?.seq ?? 0
  const [mine, setMine, clearMine] = useDraft(`block.${block}`, stands)
  const isSending = usePending().some((command) => command.type === 'block.write' && command.block === block)
  const [base, setBase] = useState(seq)
  const [hasWritten, setHasWritten] = useState(false)
  const differs = mine !== stands
  const isForeign = differs && !isSending && seq !== base && written !== undefined && written.by !== me
  const [leaving, setLeaving] = useState(false)

  // Mine or nothing of mine in the field: what stands is what the next write changes.
  useEffect(() => {
    if (!isSending && !isForeign && seq !== base) setBase(seq)
  }, [isSending, isForeign, seq, base])

  useEffect(() => {
    if (!differs && !isSending) clearMine()
  }, [differs, isSending, clearMine])

  const ready = differs && !isSending && !isForeign && hasWritten
  const flush = useRef(() => undefined as undefined)
  flush.current = () => {
    if (ready) void send({ type: 'block.write', block, text: mine.trim(), over: seq })
    return undefined
  }
  // biome keeps the list of what is watched: every new letter begins the rest anew.
  useEffect(() => {
    if (!ready) return
    const timer = setTimeout(() => flush.current(), leaving ? 0 : REST)
    return () => clearTimeout(timer)
  }, [ready, mine, leaving])

  return {} as Pen
}
