import { type Log, traceOf } from '../log.ts'
import { refuse, refuseAfter } from '../refuse.ts'
import type { Follower } from './followers.ts'
import type { Handler } from './receive.ts'
import type { Ack, Answer } from './wire.ts'

/**
 * The one way in. Whatever arrives under whatever name, with or without a callback, is answered at most once
 * and never ends the process.
 */
export function wrap(handlers: Readonly<Record<string, Handler>>, log: Log) {
  return async (follower: Follower, event: unknown, args: readonly unknown[]): Promise<void> => {
    const last = args.at(-1)
    const hasCallback = typeof last === 'function'
    const payloads = hasCallback ? args.slice(0, -1) : args
    const ack = once((answer) => {
      if (!answer.ok) note(log, String(event).slice(0, 20), answer)
      if (hasCallback) last(answer)
    }, log)
    try {
      const handler = Object.hasOwn(handlers, String(event)) ? handlers[String(event)] : undefined
      if (!handler || payloads.length !== 1 || !isObject(payloads[0])) return ack(refuse('bad_request'))
      await handler(follower, payloads[0], ack)
    } catch (error) {
      const no = refuseAfter(error)
      log.error({ ...traceOf(error), ref: no.ref }, 'a handler failed')
      ack(no)
    }
  }
}

function once(answer: Ack, log: Log): Ack {
  let isDone = false
  return (value: Answer) => {
    if (isDone) return
    isDone = true
    try {
      answer(value)
    } catch (error) {
      log.error(traceOf(error), 'answering failed')
    }
  }
}

function note(log: Log, event: string, { code, reason, ref }: Extract<Answer, { ok: false }>): void {
  log.info({ event, code, reason, ref }, 'refused')
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value)
}
