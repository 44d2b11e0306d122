import type { Millis } from '../../../shared/types.ts'
import type { World } from '../world.ts'

const patience: Millis = 5_000

interface Waiting {
  /** When there was last a sign that it is coming. */
  readonly heardAt: () => Millis
  readonly over: () => void
  /** Over after so long, whatever is heard. */
  readonly longest?: Millis
}

/** Waits as long as something is heard; `over` once it has been quiet for too long. Returns how to call it off. */
export function patiently(world: World, { heardAt, over, longest = Number.POSITIVE_INFINITY }: Waiting): () => void {
  const since = world.now()
  let cancel = world.later(patience, look)
  function look(): void {
    const now = world.now()
    const quiet = now - Math.max(since, heardAt())
    if (quiet >= patience || now - since >= longest) over()
    else cancel = world.later(patience - quiet, look)
  }
  return () => cancel()
}
