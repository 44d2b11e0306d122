import { running } from '../../shared/meeting/around.ts'
import { MeetingCommandSchemas } from '../../shared/meeting/schema.ts'
import type { MeetingCommand, MeetingState } from '../../shared/meeting/types.ts'
import { processOf } from '../../shared/processes/known.ts'

type Loose<C> = C extends { process: unknown; ask: unknown }
  ? Omit<C, 'process' | 'ask' | 'turn'> & { process?: string; ask?: number; turn?: number | null }
  : C
/** A meeting command in which process, ask and turn may be left to the screen. */
export type Said = Loose<MeetingCommand>

function naming(field: 'process' | 'turn'): ReadonlySet<string> {
  const named = MeetingCommandSchemas.filter(({ properties }) => field in properties)
  return new Set(named.map(({ properties }) => properties.type.const))
}

const ofProcess = naming('process')
const ofTurn = naming('turn')

/** The command with process, ask and turn as a screen in this state would send them, unless they are given. */
export function filled(state: MeetingState, said: Said): MeetingCommand {
  if (!ofProcess.has(said.type)) return said as MeetingCommand
  const run = state && running(state)
  const aim = { process: run?.id ?? 'i0.0', ask: run?.state.ask ?? 0 }
  const turn = run ? (processOf(run.kind).at(run.state).round?.turn ?? null) : null
  return { ...aim, ...(ofTurn.has(said.type) ? { turn } : {}), ...said } as MeetingCommand
}
