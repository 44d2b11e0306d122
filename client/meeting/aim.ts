import type { ProcessId, Seq } from '../../shared/types.ts'

/** What a command to a process names: which one, and the ask it means. */
export interface Aim {
  readonly process: ProcessId
  readonly ask: Seq
}
