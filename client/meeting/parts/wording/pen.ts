import { useCallback, useEffect, useRef, useState } from 'react'
import type { Run } from '../../../../shared/meeting/types.ts'
import { sameFields, type Wording } from '../../../../shared/parts/wording.ts'
import type { Fields } from '../../../../shared/processes/process.ts'
import { dayOf } from '../../../../shared/text/when.ts'
import type { Seq } from '../../../../shared/types.ts'
import { useMe, useMeeting, useSend, useServerNow } from '../../../live/hooks.ts'
import { useReader } from '../../../live/words/text.ts'
import { monthsOn } from './days.ts'

/** Writing counts when the writer rests so long, or leaves. */
const REST = 2000

interface Held {
  readonly fields: Fields
  /** The write this one changes. */
  readonly over: Seq
}

export interface Pen {
  readonly fields: Fields
  readonly change: (patch: Partial<Fields>) => void
  readonly take: () => void
  readonly leave: () => void
  /** Sends what is not sent; false if it was refused. */
  readonly flush: () => Promise<boolean>
  /** Someone else has written meanwhile. */
  readonly clash: boolean
  readonly keepMine: () => void
  readonly takeTheirs: () => void
}

/** Until when it stands if nobody says otherwise, while the proposal has no number yet. */
function useUsual(wording: Wording): (fields: Fields) => Fields {
  const { settings } = useMeeting()
  const reader = useReader()
  const at = useServerNow()
  const isNew = wording.versions.length === 0
  return (fields) =>
    isNew && fields.until === null ? { ...fields, until: monthsOn(dayOf(reader, at), settings.termMonths) } : fields
}

/** The one pen on a proposal's wording: taken on touching it, written when resting, left on leaving. */
export function usePen(run: Run, wording: Wording): Pen {
  const me = useMe()
  const send = useSend()
  const usual = useUsual(wording)
  const [held, hold] = useState<Held | null>(null)
  const [clash, setClash] = useState(false)
  const aim = { process: run.id, ask: run.state.ask }
  const fields = usual(held?.fields ?? wording.draft)

  async function write(from: Held): Promise<boolean> {
    if (sameFields(from.fields, wording.draft)) {
      hold((now) => (now === from ? null : now))
      return true
    }
    const answer = await send({ type: 'wording.write', ...aim, ...from })
    if (answer.ok) hold((now) => (now && sameFields(now.fields, from.fields) ? null : now))
    setClash(!answer.ok && answer.reason === 'text_changed')
    return answer.ok
  }
  const flush = () => write(held ? { ...held, fields } : { fields, over: wording.written })
  const waiting = useRef(flush)
  waiting.current = flush
  const isHeld = useRef(false)
  isHeld.current = held !== null && !clash

  useEffect(() => {
    if (held === null) return
    const timer = setTimeout(() => isHeld.current && waiting.current(), REST)
    return () => clearTimeout(timer)
  }, [held])
  useEffect(() => () => void (isHeld.current && waiting.current()), [])

  const change = (patch: Partial<Fields>) =>
    hold((now) => ({ fields: { ...(now?.fields ?? fields), ...patch }, over: now?.over ?? wording.written }))
  const take = useCallback(() => {
    if (wording.pen !== me) send({ type: 'wording.take', process: run.id, ask: run.state.ask })
  }, [wording.pen, me, send, run.id, run.state.ask])

  return {
    fields,
    change,
    take,
    leave: () => {
      if (isHeld.current) waiting.current()
      if (wording.pen === me) send({ type: 'wording.leave', ...aim })
    },
    flush,
    clash,
    keepMine: () => void (held && write({ ...held, over: wording.written })),
    takeTheirs: () => {
      setClash(false)
      hold(null)
    },
  }
}
