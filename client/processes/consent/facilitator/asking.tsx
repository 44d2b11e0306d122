import { type ReactNode, useState } from 'react'
import type { Run } from '../../../../shared/meeting/types.ts'
import { useMeeting, useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/text.ts'
import { useNamed } from '../../../stations/facilitator/names.ts'
import { useStart } from '../../../stations/facilitator/start.ts'
import { StartLine } from '../../../stations/facilitator/talk/StartWith.tsx'
import { Choice } from '../../../ui/Choice.tsx'

type Mode = 'spoken' | 'simultaneous'

export interface Asking {
  readonly ask: () => Promise<void>
  /** Who starts, for the bottom left. */
  readonly start: ReactNode
  /** One by one or all at once, for this round. */
  readonly how: ReactNode
  readonly first: string
  readonly second: string
}

/** Putting the words: who starts, in which way, and the act itself once everything written has arrived. */
export function useAsking(run: Run, flush: () => Promise<boolean>): Asking {
  const { settings } = useMeeting()
  const send = useSend()
  const text = useText()
  const named = useNamed()
  const start = useStart(run.state.ask)
  const [mode, setMode] = useState<Mode>(settings.consentMode)
  const [first, second] = start.order
  return {
    async ask() {
      if (!(await flush())) return
      const wish = mode === 'spoken' ? start.wish : { start: null, direction: null }
      const own = mode === settings.consentMode ? null : mode
      await send({ type: 'consent.ask', process: run.id, ask: run.state.ask, mode: own, ...wish })
    },
    start: mode === 'spoken' ? <StartLine start={start} /> : null,
    how: (
      <Choice
        look="chips"
        legend={text('desk.this_round')}
        value={mode}
        onChange={(value) => setMode(value === 'simultaneous' ? 'simultaneous' : 'spoken')}
        options={[
          { value: 'spoken', label: text('desk.one_by_one') },
          { value: 'simultaneous', label: text('desk.all_at_once') },
        ]}
      />
    ),
    first: named(first),
    second: named(second),
  }
}
