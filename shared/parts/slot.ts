import type { Slot } from '../processes/process.ts'
import type { Seq } from '../types.ts'

/** The place of one ask: what an earlier ask sealed can never be opened with it. */
export function slotOf(what: string, ask: Seq): Slot {
  return `${what}/${ask}`
}
