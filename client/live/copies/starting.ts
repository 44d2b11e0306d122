import { type AnyState, type Batch, PROTOCOL, type Start, type Started } from '../../../shared/protocol.ts'
import { byRules, receive, takeState } from '../../../shared/replica.ts'
import type { Millis, Seq } from '../../../shared/types.ts'
import type { Board } from '../board.ts'
import type { Line } from '../line/connection.ts'
import { patiently } from '../line/patience.ts'
import type { View } from '../state.ts'
import { denied } from './denied.ts'
import { fetchState } from './fetching.ts'
import { restore } from './kept.ts'
import { noRules } from './rules.ts'

const longest: Millis = 60_000

export interface Starting {
  /** Asks for what is missing, or for everything. Does nothing while it is being asked already. */
  begin(key: string): void
  isStarted(key: string): boolean
  take(batch: Batch): void
  /** Nobody wants this copy any more. */
  forget(key: string): void
  /** While the line is being made the state is read, and shows as it stands. */
  look(key: string): void
  /** The line went: nothing is started any more. */
  lost(): void
}

/** What came between asking and the answer, and how to call the asking off. */
interface Asking {
  readonly early: Batch[]
  stop(): void
}

interface StartingParts {
  readonly board: Board
  readonly line: () => Line
  readonly onStarted: (key: string) => void
  /** Something came whose rules are not here: until they are, the copy shows the state as the server has it. */
  readonly onParked: (key: string) => void
}

/** Brings copies up to date: the state at first, then what is missing, then every entry as it comes. */
export function createStarting({ board, line, onStarted, onParked }: StartingParts): Starting {
  const { world } = board
  const asking = new Map<string, Asking>()
  const started = new Set<string>()
  /** Copies that came as things stood: nothing can be folded on them, and nothing undone. */
  const plain = new Set<string>()
  const parts = { board, line, begin }

  function begin(key: string): void {
    const following = board.following(key)
    if (!following || asking.has(key) || !world.wire.connected) return
    const { stream, as, replica } = following
    // Without rules nothing can be folded: then the state as it is now.
    if (replica.rules === noRules) ask(key, { protocol: PROTOCOL, stream, as, after: null, plain: true })
    else ask(key, { protocol: PROTOCOL, stream, as, after: plain.has(key) ? null : replica.seq })
  }

  function ask(key: string, what: Start): void {
    const askedAt = world.now()
    const over = () => line().giveUp()
    const mine: Asking = { early: [], stop: patiently(world, { heardAt: line().heardAt, over, longest }) }
    asking.set(key, mine)
    world.wire.emit('start', what, (answer) => {
      if (asking.get(key) !== mine) return
      mine.stop()
      if (!answer.ok) {
        asking.delete(key)
        return denied(parts, key, answer)
      }
      board.set({ offset: answer.now - (askedAt + world.now()) / 2, bye: null })
      board.connection('live')
      if (answer.state === undefined && !answer.entries) return large(key, what, mine)
      asking.delete(key)
      up(key, answer, what)
      for (const batch of mine.early) take(batch)
    })
  }

  /** Too large for the line. What happens while it comes is asked for afterwards. */
  function large(key: string, what: Start, mine: Asking): void {
    const { answer, stop } = fetchState(world, what)
    mine.stop = stop
    void answer.then((read) => {
      if (asking.get(key) !== mine) return
      asking.delete(key)
      if (!read.ok) return denied(parts, key, read)
      board.know(read.people)
      if (what.plain) return up(key, read, what)
      if (takes(key, read, what)) ask(key, { ...what, after: read.seq })
    })
  }

  /** False where it could not be folded: then it is asked for as it stands. */
  function takes(key: string, { seq, at = seq, state, entries = [] }: Omit<Started, 'ok'>, asked: Start): boolean {
    const following = board.following(key)
    if (!following) return false
    if (!asked.plain && isLacking(following, state ?? following.replica.confirmed, entries)) {
      park(key)
      return false
    }
    if (state === undefined) board.put(key, receive(following.replica, entries).replica)
    else if (asked.plain) stands(key, { seq: at, state })
    else {
      plain.delete(key)
      board.put(key, receive(takeState(following.replica, { seq: at, state }), entries).replica)
    }
    return true
  }

  /** The state as the server has it: to be shown, not to be folded on, and by no rules that do not know what is in it. */
  function stands(key: string, as: { readonly seq: Seq; readonly state: AnyState }): void {
    const following = board.following(key)
    if (!following) return
    const { replica, kind } = following
    plain.add(key)
    const isPast = replica.rules !== noRules && isLacking(following, as.state, [])
    board.put(key, takeState(isPast ? byRules(replica, noRules) : replica, as))
    if (isPast) onParked(key)
    // At once, beside the rules of the stream; whoever waits for them asks again if they do not come now.
    else board.rules.bring(board.rules.lacking(kind, as.state, [])).catch(() => undefined)
  }

  function up(key: string, answer: Omit<Started, 'ok'>, asked: Start): void {
    const following = board.following(key)
    if (!following) return
    if (!takes(key, answer, asked)) return
    if (following.refused) board.change(key, { refused: null })
    if (!started.has(key)) restore(board, key)
    started.add(key)
    onStarted(key)
    // The rules have come meanwhile.
    if (plain.has(key) && following.replica.rules !== noRules) begin(key)
  }

  function take(batch: Batch): void {
    for (const [key, following] of Object.entries(board.get().follows)) {
      // What everyone sees comes once for all of this device's people; `as` names the one it is for.
      if (following.stream !== batch.stream || (batch.as !== null && batch.as !== following.as)) continue
      const mine = asking.get(key)
      if (mine) {
        mine.early.push(batch)
        continue
      }
      if (!started.has(key) || plain.has(key)) continue
      if (isLacking(following, null, batch.entries)) {
        park(key)
        continue
      }
      const { replica, gap } = receive(following.replica, batch.entries)
      board.put(key, replica)
      if (gap) begin(key)
      else onStarted(key)
    }
  }

  function look(key: string): void {
    const following = board.following(key)
    if (!following || following.replica.seq !== null || world.wire.connected) return
    const { stream, as } = following
    const { answer } = fetchState(world, { protocol: PROTOCOL, stream, as, after: null, plain: true })
    void answer.then((read) => {
      const now = board.following(key)
      // What came over the line is newer; what is refused is said there.
      if (!read.ok || read.state === undefined || !now || now.replica.seq !== null) return
      board.know(read.people)
      stands(key, { seq: read.seq, state: read.state })
    })
  }

  function isLacking({ kind }: View, state: AnyState, entries: Batch['entries']): boolean {
    return board.rules.lacking(kind, state, entries).length > 0
  }

  function park(key: string): void {
    const following = board.following(key)
    if (!following) return
    board.put(key, byRules(following.replica, noRules))
    begin(key)
    onParked(key)
  }

  function forget(key: string): void {
    asking.get(key)?.stop()
    asking.delete(key)
    started.delete(key)
    plain.delete(key)
  }

  return {
    begin,
    look,
    take,
    isStarted: (key) => started.has(key),
    forget,
    lost() {
      for (const { stop } of asking.values()) stop()
      asking.clear()
      started.clear()
    },
  }
}
