import { type Batch, type No, PROTOCOL, type Started } from '../../shared/protocol.ts'
import { addTap, emptyReplica, receive, takeState } from '../../shared/replica.ts'
import type { Millis } from '../../shared/types.ts'
import type { Line } from './connection.ts'
import { type Desk, saidHere } from './desk.ts'
import { noRules } from './rules.ts'
import type { View } from './state.ts'

const patience: Millis = 5_000
const again: Millis = 3_000
const behindAgain: Millis = 15_000

export interface Starting {
  /** Asks for what is missing, or for everything. Does nothing while it is being asked already. */
  begin(key: string): void
  isStarted(key: string): boolean
  take(batch: Batch): void
  /** Nobody wants this copy any more. */
  forget(key: string): void
  /** The line went: nothing is started any more. */
  lost(): void
}

/** Brings copies up to date: the state at first, then what is missing, then every entry as it comes. */
export function createStarting(desk: Desk, line: () => Line, onStarted: (key: string) => void): Starting {
  const { world } = desk
  const asking = new Map<string, Batch[]>()
  const started = new Set<string>()
  let epoch = 0

  function begin(key: string): void {
    const following = desk.following(key)
    if (!following || asking.has(key) || !world.wire.connected) return
    asking.set(key, [])
    const { stream, as, replica } = following
    // Without rules nothing can be folded: then the state as it is now.
    const after = replica.rules === noRules ? null : replica.seq
    const askedAt = world.now()
    const mine = epoch
    const ask = { protocol: PROTOCOL, stream, as, after }
    world.wire.timeout(patience).emit('start', ask, (error: Error | null, answer?: Started | No) => {
      if (mine !== epoch) return
      const early = asking.get(key) ?? []
      asking.delete(key)
      if (error || !answer) return line().renew()
      line().heard()
      if (answer.ok) up(key, answer, askedAt)
      else denied(key, answer)
      for (const batch of early) take(batch)
    })
  }

  function up(key: string, answer: Started, askedAt: Millis): void {
    const following = desk.following(key)
    if (!following) return
    const arrived = world.now()
    desk.set({ offset: answer.now - (askedAt + arrived) / 2, bye: null })
    const { replica } = following
    if (answer.state !== undefined) desk.put(key, takeState(replica, { seq: answer.seq, state: answer.state }))
    else desk.put(key, receive(replica, answer.entries ?? []).replica)
    if (following.refused) desk.change(key, { refused: null })
    if (!started.has(key)) restore(key, following)
    started.add(key)
    desk.connection('live')
    onStarted(key)
  }

  /** What this browser kept from before a reload goes on its way again, in its order. */
  function restore(key: string, view: View): void {
    for (const { id, command, at, guess } of desk.outbox.of(view)) {
      const now = desk.following(key)?.replica
      if (now) desk.put(key, addTap(now, { id, command, at, guess }))
    }
  }

  function denied(key: string, no: No): void {
    if (no.code === 'too_old') {
      desk.set({ bye: 'too_old' })
      line().rest()
      return
    }
    if (no.retryable) {
      world.later((no.retryAfterMs ?? 0) + world.random() * again, () => begin(key))
      return
    }
    desk.change(key, { refused: no })
    if (no.reason === 'server_behind') world.later(behindAgain, () => begin(key))
    else drop(key)
  }

  /** Not ours to follow: what was kept for it is not ours to send. */
  function drop(key: string): void {
    const following = desk.following(key)
    if (!following) return
    for (const { id } of desk.outbox.of(following)) desk.settle(id, saidHere('not_found', 'not_found'))
    const replica = emptyReplica(following.replica.rules, following.as)
    desk.change(key, { replica })
  }

  function take(batch: Batch): void {
    for (const [key, following] of Object.entries(desk.get().follows)) {
      // What everyone sees comes once for all of this device's people; `as` names the one it is for.
      if (following.stream !== batch.stream || (batch.as !== null && batch.as !== following.as)) continue
      const early = asking.get(key)
      if (early) {
        early.push(batch)
        continue
      }
      if (!started.has(key) || following.replica.rules === noRules) continue
      const { replica, gap } = receive(following.replica, batch.entries)
      desk.put(key, replica)
      if (gap) begin(key)
      else onStarted(key)
    }
  }

  return {
    begin,
    take,
    isStarted: (key) => started.has(key),
    forget(key) {
      started.delete(key)
      asking.delete(key)
    },
    lost() {
      epoch++
      asking.clear()
      started.clear()
    },
  }
}
