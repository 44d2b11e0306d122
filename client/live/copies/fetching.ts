import { statePath } from '../../../shared/http.ts'
import { PROTOCOL, type Read, type Start } from '../../../shared/protocol.ts'
import { saidHere } from '../board.ts'
import type { Answer } from '../http/http.ts'
import { patiently } from '../line/patience.ts'
import type { World } from '../world.ts'

export interface Fetching {
  readonly answer: Promise<Answer<Read>>
  readonly stop: () => void
}

/** A state too large for the line, over HTTP: given up when for too long not one more piece of it comes. */
export function fetchState(world: World, { stream, as, plain }: Start): Fetching {
  const control = new AbortController()
  let heardAt = world.now()
  const calm = patiently(world, { heardAt: () => heardAt, over: () => control.abort() })
  const stop = () => {
    calm()
    control.abort()
  }
  const some = () => {
    heardAt = world.now()
  }
  const path = statePath(stream, as, plain ? 'plain' : 'fold')
  const answer = world.read<Read>(path, { signal: control.signal, some }).then((read): Answer<Read> => {
    calm()
    // It is asked anew on the line, where the server says which of the two is too old.
    if (read.ok && read.protocol !== PROTOCOL) return { ...saidHere('unavailable', 'unavailable'), retryable: true }
    return read
  })
  return { answer, stop }
}
