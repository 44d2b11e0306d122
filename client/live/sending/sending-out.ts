import type { AnyCommand, Done, No } from '../../../shared/protocol.ts'
import { accepted, isReady, refused, type Tap } from '../../../shared/replica.ts'
import type { CommandId, Millis } from '../../../shared/types.ts'
import { type Board, saidHere } from '../board.ts'
import type { Line } from '../line/connection.ts'
import type { View } from '../state.ts'

const patience: Millis = 10_000
const firstWait: Millis = 500
const longestWait: Millis = 8_000

export interface SendingOut {
  /** Sends the next tap of this copy, unless one is on its way. */
  pump(key: string): void
  /** The line went; `died` is whether by itself, or because nothing came over it any more. */
  lost(died: boolean): void
}

/** One command at a time for each copy, in the order in which they were tapped, the same id until it is answered. */
export function createSendingOut(board: Board, line: () => Line, isStarted: (key: string) => boolean): SendingOut {
  const { world } = board
  /** What is on its way for each copy; null while it waits to be sent again. */
  const busy = new Map<string, CommandId | null>()
  /** How often the line died while this was on its way. */
  const deaths = new Map<CommandId, number>()
  const failures = new Map<string, number>()
  let epoch = 0

  function pump(key: string): void {
    const following = board.following(key)
    if (!following || following.as === null || busy.has(key) || !isStarted(key) || !world.wire.connected) return
    const tap = following.replica.taps.find(({ done }) => done === null)
    if (!tap) return
    if (isReady(tap)) emit(key, following, tap)
    else orphan(key, tap.id)
  }

  function emit(key: string, { stream, as }: View, { id, command }: Tap<AnyCommand>): void {
    if (as === null) return
    busy.set(key, id)
    const mine = epoch
    world.wire
      .timeout(patience)
      .emit('command', { stream, as, id, command }, (error: Error | null, answer?: Done | No) => {
        if (mine !== epoch) return
        if (error || !answer) return line().giveUp()
        if (!answer.ok && answer.retryable) return later(key, answer)
        failures.delete(key)
        busy.delete(key)
        if (board.get().trouble) board.set({ trouble: null })
        answered(key, id, answer)
        pump(key)
      })
  }

  /** It names what an earlier tap would have made. That one is still awaited, or it is gone and this goes with it. */
  function orphan(key: string, id: CommandId): void {
    const following = board.following(key)
    const isAwaited = following?.replica.taps.some((tap) => tap.done !== null)
    if (!isAwaited) answered(key, id, saidHere('wrong_state', 'moved_on'))
  }

  function later(key: string, no: No): void {
    const times = failures.get(key) ?? 0
    failures.set(key, times + 1)
    busy.set(key, null)
    if (no.code !== 'rate_limited') board.set({ trouble: no })
    const wait = Math.min(longestWait, firstWait * 2 ** times)
    const mine = epoch
    world.later(Math.max(no.retryAfterMs ?? 0, wait * (0.5 + world.random() / 2)), () => {
      if (mine !== epoch) return
      busy.delete(key)
      pump(key)
    })
  }

  /** Perhaps the line dies of it: what it dies of twice is not sent a third time. */
  function breaks(key: string, id: CommandId): void {
    const times = (deaths.get(id) ?? 0) + 1
    deaths.set(id, times)
    if (times > 1) answered(key, id, saidHere('unavailable', 'not_sent_line'))
  }

  function answered(key: string, id: CommandId, answer: Done | No): void {
    const following = board.following(key)
    board.settle(id, answer)
    deaths.delete(id)
    if (!following) return
    if (answer.ok) {
      board.put(key, accepted(following.replica, id, answer.seq))
      return
    }
    const { replica, fell } = refused(following.replica, id)
    for (const each of fell) board.settle(each, answer)
    board.put(key, replica)
    board.tell(following, answer)
  }

  return {
    pump,
    lost(died) {
      epoch++
      const sent = [...busy]
      busy.clear()
      if (died) for (const [key, id] of sent) if (id !== null) breaks(key, id)
    },
  }
}
