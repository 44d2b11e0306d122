import type { Socket } from 'socket.io-client'
import type { ToClient, ToServer } from '../../shared/protocol.ts'
import type { Millis } from '../../shared/types.ts'
import { type Reading, read } from './http/http.ts'
import { browserKept, type Kept } from './page/browser-storage.ts'

/** The one socket: what we use of socket.io-client. */
export type Wire = Pick<
  Socket<ToClient, ToServer>,
  'active' | 'connected' | 'connect' | 'disconnect' | 'on' | 'emit' | 'timeout'
>

/** Everything around us that a test brings itself. */
export interface World {
  readonly wire: Wire
  readonly kept: Kept
  /** `run` is called with whatever comes over the line, be it only a sign of life. */
  onHeard(run: () => void): void
  readonly read: Reading
  now(): Millis
  /** Returns how to call it off. */
  later(ms: Millis, run: () => void): () => void
  /** From 0 to 1, for spreading reconnections. */
  random(): number
  newId(): string
}

const letters = 'abcdefghijklmnopqrstuvwxyz234567'

/** Ids nobody else makes; `crypto.randomUUID` is missing where the page came over plain http. */
export function newCommandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24))
  return Array.from(bytes, (byte) => letters.charAt(byte % 32)).join('')
}

/** The world as the browser has it. */
export function browserWorld(wire: Socket<ToClient, ToServer>): World {
  return {
    wire,
    kept: browserKept,
    onHeard(run) {
      wire.io.on('packet', run)
      wire.io.on('ping', run)
    },
    read,
    now: () => Date.now(),
    later(ms, run) {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    random: () => Math.random(),
    newId: newCommandId,
  }
}
