import type { Undoable } from '../processes/process.ts'
import type { Saying } from '../types.ts'

/** The sentence under which a facilitator's act may be undone. */
export function undoable(id: string, params: Saying['with'] = {}): Undoable {
  return { type: 'undoable', say: { id: `did.${id}`, with: params } }
}
