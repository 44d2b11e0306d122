import { useEffect, useRef, useState } from 'react'
import type { Done, No } from '../../../shared/protocol.ts'
import type { PersonId, Seq } from '../../../shared/types.ts'
import { useMe, useMeeting, usePending, useSend } from '../../live/hooks.ts'
import { useDraft } from '../../live/sending/drafts.ts'

/** How long a writer rests before what they wrote is sent, in milliseconds. */
export const REST = 2000

export interface Pen {
  /** What the field shows: mine while I write, else what stands. */
  readonly text: string
  readonly stands: string
  readonly state: 'none' | 'unsaved' | 'saving' | 'saved'
  /** Who changed what I was changing. */
  readonly clash: PersonId | null
  readonly write: (text: string) => void
  readonly take: () => void
  readonly leave: () => void
  readonly keepMine: () => void
  readonly takeTheirs: () => void
}

/** Sends the words of a block; one write names the entry of the one before, so a second waits for the first. */
function useWrites(block: string) {
  const send = useSend()
  const under = useRef<Promise<Done | No> | null>(null)
  const last = useRef<string | null>(null)
  return {
    /** The same words are sent once, whatever the answer was. */
    isNew: (text: string) => last.current !== text,
    again: () => {
      last.current = null
    },
    async write(text: string, over: Seq): Promise<void> {
      last.current = text
      const before = await under.current
      const seq = before?.ok ? Math.max(before.seq, over) : over
      under.current = send({ type: 'block.write', block, text, over: seq })
      await under.current
      under.current = null
    },
  }
}

/** The one pen of a block of the minutes: taken when one begins, words sent after a rest and when one leaves. */
export function usePen(block: string): Pen {
  const { blocks, pen } = useMeeting()
  const me = useMe()
  const send = useSend()
  const writes = useWrites(block)
  const written = blocks[block]
  const stands = written?.text ?? ''
  const seq = written?.seq ?? 0
  const [mine, setMine, clearMine] = useDraft(`block.${block}`, stands)
  const isSending = usePending().some((command) => command.type === 'block.write' && command.block === block)
  const [base, setBase] = useState(seq)
  const [touched, touch] = useState(false)
  const [hasSaved, setSaved] = useState(false)
  const text = mine.trim()
  const differs = text !== stands
  const clash = differs && !isSending && seq !== base && written && written.by !== me ? written.by : null
  const ready = touched && differs && !isSending && clash === null && writes.isNew(text)
  const isMine = pen?.person === me && pen?.block === block

  useEffect(() => {
    if (isSending || clash !== null) return
    setBase(seq)
    if (mine === stands) clearMine()
  }, [isSending, clash, seq, mine, stands, clearMine])

  const save = useRef((_: string) => undefined as unknown)
  save.current = (words) => {
    setSaved(true)
    return writes.write(words, seq)
  }
  useEffect(() => {
    if (!ready) return
    const timer = setTimeout(() => save.current(text), REST)
    return () => clearTimeout(timer)
  }, [ready, text])

  return {
    text: mine,
    stands,
    state: isSending ? 'saving' : differs ? 'unsaved' : hasSaved ? 'saved' : 'none',
    clash,
    write(next) {
      touch(true)
      setMine(next)
    },
    take() {
      touch(true)
      if (!isMine) void send({ type: 'pen.take', block })
    },
    async leave() {
      const newer = touched && differs && clash === null && writes.isNew(text)
      if (newer) {
        setSaved(true)
        await writes.write(text, base)
      } else if (!differs) clearMine()
      // A write takes the pen up again: it is put down after the last of them.
      if (isMine || newer) void send({ type: 'pen.leave' })
    },
    keepMine() {
      writes.again()
      setBase(seq)
    },
    takeTheirs: clearMine,
  }
}
