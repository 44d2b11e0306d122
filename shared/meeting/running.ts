import { type ProcessCommand, processOf } from '../processes/index.ts'
import { no } from '../refusals.ts'
import type { Context, Verdict } from '../types.ts'
import { aroundOf, running } from './around.ts'
import type { MeetingEvent, Now } from './types.ts'

/**
 * A command to the process that runs. It names the process and the ask it means, so that a late tap
 * never counts for the next thing: an ask older than the present wording is `stale_version`.
 */
export function inRun(now: Now, command: ProcessCommand, ctx: Context, agreed = false): Verdict<MeetingEvent> {
  if (now.stage !== 'open') return no('not_open')
  const known = now.items.some((i) => i.runs.some((r) => r.id === command.process))
  if (!known) return no('unknown_process')
  const run = running(now)
  if (!run || run.id !== command.process) return no('moved_on')
  if (command.ask < run.state.frozen) return no('wording_changed')
  if (command.ask !== run.state.ask) return no('moved_on')
  return processOf(run.kind).decide(run.state, command, aroundOf(now, ctx, agreed))
}
