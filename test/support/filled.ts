import { running } from '../../shared/meeting/around.ts'
import type { MeetingCommand, MeetingState } from '../../shared/meeting/types.ts'

type Loose<C> = C extends { process: unknown; ask: unknown }
  ? Omit<C, 'process' | 'ask' | 'turn'> & { process?: string; ask?: number; turn?: number | null }
  : C
/** A meeting command in which process, ask and turn may be left to the screen. */
export type Said = Loose<MeetingCommand>

const own = /^(meeting|here|seat|person|join|people|role|chair|item|process|aside|pen|block|undo)(\.|$)/
const ofTurns = /^(turn\.(done|pass|later|skip)|consent\.answer)$/

/** The command with process, ask and turn as a screen in this state would send them, unless they are given. */
export function filled(state: MeetingState, said: Said): MeetingCommand {
  if (own.test(said.type)) return said as MeetingCommand
  const run = state && running(state)
  const step = run?.state.kind === 'consent' ? run.state.step : null
  const round = step && 'round' in step ? step.round : run?.state.kind === 'round' ? run.state.turns : null
  const aim = { process: run?.id ?? 'i0.0', ask: run?.state.ask ?? 0 }
  return { ...aim, ...(ofTurns.test(said.type) ? { turn: round?.turn ?? null } : {}), ...said } as MeetingCommand
}
