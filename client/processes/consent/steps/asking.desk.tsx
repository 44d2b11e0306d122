import { type ReactNode, useState } from 'react'
import type { Run } from '../../../../shared/meeting/types.ts'
import { useMeeting, useSend } from '../../../live/hooks.ts'
import { useText } from '../../../live/words/text.ts'
import { StartLine } from '../../../meeting/parts/turns/StartWith.desk.tsx'
import { useStart } from '../../../meeting/parts/turns/start.ts'
import { Button } from '../../../ui/controls/Button.tsx'

type Mode = 'spoken' | 'simultaneous'

export interface Asking {
  readonly ask: () => Promise<void>
  /** The words stand on every screen to be read out; the question comes after. */
  readonly restate: () => Promise<void>
  /** Who starts, and whether one by one or all at once: for the bottom left. */
  readonly start: ReactNode
}

/** Putting the words: who starts, in which way, and the act itself once everything written has arrived. */
export function useAsking(run: Run, flush: () => Promise<boolean>): Asking {
  const { settings } = useMeeting()
  const send = useSend()
  const text = useText()
  const start = useStart(run.state.ask)
  const [mode, setMode] = useState<Mode>(settings.consentMode)
  return {
    async ask() {
      if (!(await flush())) return
      const wish = mode === 'spoken' ? start.wish : { start: null, direction: null }
      const own = mode === settings.consentMode ? null : mode
      await send({ type: 'consent.ask', process: run.id, ask: run.state.ask, mode: own, ...wish })
    },
    async restate() {
      if (await flush()) await send({ type: 'consent.restate', process: run.id, ask: run.state.ask })
    },
    start:
      mode === 'spoken' ? (
        <StartLine start={start}>
          <Button kind="text" onPress={() => setMode('simultaneous')}>
            {text('desk.all_at_once')}
          </Button>
        </StartLine>
      ) : (
        <span>
          {text('desk.everyone_at_once')}{' '}
          <Button kind="text" onPress={() => setMode('spoken')}>
            {text('desk.one_by_one')}
          </Button>
        </span>
      ),
  }
}
