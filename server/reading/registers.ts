import { noRegister, type Register, registered } from '../../shared/circle/register.ts'
import { circleStream } from '../../shared/circle/stream.ts'
import type { CircleState } from '../../shared/circle/types.ts'
import type { Seq, StreamId } from '../../shared/types.ts'
import { folded } from '../host/folds.ts'
import type { Store } from '../store/store.ts'

/** More circles than this are not kept; the longest unasked goes. */
const mostKept = 50

interface Kept {
  readonly seq: Seq
  readonly state: CircleState
  readonly register: Register
}

/** All that circles ever decided and held. */
export interface Registers {
  /** As the log has it now. */
  of(circle: StreamId): Promise<Register>
}

/** Follows the logs of circles that somebody asks about, each from where it was last read. It can be thrown away. */
export function createRegisters(store: Pick<Store, 'read'>): Registers {
  const kept = new Map<StreamId, Kept>()
  return {
    async of(circle) {
      let { seq, state, register }: Kept = kept.get(circle) ?? { seq: 0, state: null, register: noRegister }
      for (const { entry, state: after } of folded(circleStream, await store.read(circle, seq), state)) {
        state = after
        register = registered(register, entry)
        seq = entry.seq
      }
      kept.delete(circle)
      kept.set(circle, { seq, state, register })
      if (kept.size > mostKept) kept.delete(String(kept.keys().next().value))
      return register
    },
  }
}
