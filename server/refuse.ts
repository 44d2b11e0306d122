import { randomBytes } from 'node:crypto'
import type { No } from '../shared/protocol.ts'
import type { Code, Refusal } from '../shared/types.ts'
import { StoreError } from './store/store.ts'

/** What may be tried again with the same id. */
const retryable: ReadonlySet<Code> = new Set(['rate_limited', 'unavailable', 'storage_full', 'too_new', 'internal'])

/** A refusal as it goes over the wire. Without a finer reason the code itself has words. */
export function refuse(code: Code, more: Partial<Pick<No, 'reason' | 'with' | 'path' | 'retryAfterMs'>> = {}): No {
  const ref = randomBytes(6).toString('hex')
  return { ok: false, code, reason: code, with: {}, retryable: retryable.has(code), ...more, ref }
}

/** What somebody is told where their asking ended in an exception: nothing of what it says, only what to do. */
export function refuseAfter(error: unknown): No {
  if (!(error instanceof StoreError)) return refuse('internal')
  return refuse(error.trouble === 'storage_full' ? 'storage_full' : 'unavailable')
}

/** A rule's refusal as it goes over the wire. */
export function refuseBy(refusal: Refusal): No {
  const { code, reason, with: params, path } = refusal
  return refuse(code, { reason, with: params, ...(path === undefined ? {} : { path }) })
}
