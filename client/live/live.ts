import type { Done, No } from '../../shared/protocol.ts'
import { addTap, byRules, emptyReplica } from '../../shared/replica.ts'
import type { Millis } from '../../shared/types.ts'
import { type AnyRules, type Board, createBoard, type Rulebook, saidHere } from './board.ts'
import { noRules } from './copies/rules.ts'
import { createStarting } from './copies/starting.ts'
import { createConnection, type Line } from './line/connection.ts'
import { listen } from './line/listening.ts'
import { isTooLarge } from './sending/outbox.ts'
import { createSendingOut } from './sending/sending-out.ts'
import { keyOf, type Live, type View } from './state.ts'
import type { World } from './world.ts'

const offlineAfter: Millis = 3_000
/** A screen that is left for another does not want its copy any more; one that comes right back does. */
const lingering: Millis = 1_000
const rulesAgain: Millis = 3_000

/** The live part of the app: one socket, a copy for each of this device's people, and what they send. */
export function createLive(world: World, rulebook: Rulebook): Live {
  const board = createBoard(world, rulebook)
  const wanted = new Map<string, number>()
  const starting = createStarting({
    board,
    line: () => line,
    onStarted: (key) => sending.pump(key),
    onParked: fill,
  })
  const sending = createSendingOut(board, () => line, starting.isStarted)
  const line: Line = createConnection({
    world,
    onUp: () => beginAll(board, starting.begin),
    onDoubt: () => beginAll(board, starting.begin),
    onDown(died) {
      starting.lost()
      sending.lost(died)
      board.connection('connecting')
      world.later(offlineAfter, () => {
        if (board.get().connection.state === 'connecting') board.connection('offline')
      })
    },
    onDenied(code) {
      for (const key of Object.keys(board.get().follows)) {
        board.change(key, { refused: saidHere(code as No['code'], code) })
      }
    },
  })
  listen(board, line, starting)

  /** Brings the rules it takes; then what happened meanwhile is asked for. Until they come it is tried again. */
  function fill(key: string): void {
    const following = board.following(key)
    if (!following) return
    broughtFor(key, following.kind).then(
      (rules) => {
        const replica = board.following(key)?.replica
        if (replica?.rules !== noRules) return
        board.put(key, byRules(replica, rules))
        if (starting.isStarted(key)) starting.begin(key)
      },
      () => world.later(rulesAgain, () => fill(key)),
    )
  }

  /** The rules of the stream, and of all processes that this copy holds by then. */
  async function broughtFor(key: string, kind: View['kind']): Promise<AnyRules> {
    const rules = await rulebook.rulesOf(kind)
    for (;;) {
      const replica = board.following(key)?.replica
      const lacks = replica ? rulebook.lacking(kind, replica.confirmed, []) : []
      if (lacks.length === 0) return rules
      await rulebook.bring(lacks)
    }
  }

  function stop(key: string): void {
    const left = (wanted.get(key) ?? 1) - 1
    wanted.set(key, left)
    world.later(lingering, () => {
      if (wanted.get(key) !== 0) return
      wanted.delete(key)
      starting.forget(key)
      const { [key]: gone, ...follows } = board.get().follows
      board.set({ follows })
      if (!gone) return
      // The server takes a person as reachable while their line is there.
      if (wanted.size === 0) line.rest()
      else if (gone.as !== null) line.renew()
    })
  }

  return {
    getState: board.get,
    subscribe: board.subscribe,
    wake: () => line.wake(),
    know: board.know,
    putAway: (id) => board.set({ told: board.get().told.filter((told) => told.id !== id) }),
    follow(view) {
      const key = keyOf(view)
      wanted.set(key, (wanted.get(key) ?? 0) + 1)
      const { follows } = board.get()
      const following = follows[key]
      if (!following) {
        const rules = rulebook.rulesOf(view.kind)
        const replica = emptyReplica(rules instanceof Promise ? noRules : rules, view.as)
        board.set({ follows: { ...follows, [key]: { ...view, replica, refused: null } } })
        if (rules instanceof Promise) fill(key)
      } else if (following.refused) board.change(key, { refused: null })
      line.want()
      if (!starting.isStarted(key)) starting.begin(key)
      starting.look(key)
      return () => stop(key)
    },
    send: (view, command) => send(board, view, { command, pump: sending.pump }),
  }
}

type Sent = { readonly command: Parameters<Live['send']>[1]; readonly pump: (key: string) => void }

function send(board: Board, view: View, { command, pump }: Sent): Promise<Done | No> {
  const key = keyOf(view)
  const following = board.following(key)
  if (!following || view.as === null) return Promise.resolve(saidHere('forbidden', 'forbidden'))
  board.set({ told: board.get().told.filter((told) => keyOf(told.view) !== key) })
  // The same again before the first is answered is a double tap; only moving something means it twice.
  const same = following.replica.taps.find(
    (tap) => tap.done === null && !command.type.endsWith('.move') && isSame(tap.command, command),
  )
  if (same) return board.awaiting(same.id)
  const id = board.world.newId()
  if (isTooLarge({ stream: view.stream, as: view.as, id, command })) {
    const no = saidHere('too_large', 'too_large')
    board.tell(view, no)
    return Promise.resolve(no)
  }
  const at = board.serverNow()
  const replica = addTap(following.replica, { id, command, at })
  const tap = replica.taps.at(-1)
  if (tap) board.outbox.keep({ stream: view.stream, as: view.as, id, command, at, guess: tap.guess })
  const answer = board.awaiting(id)
  board.put(key, replica)
  pump(key)
  return answer
}

function isSame(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function beginAll(board: Board, begin: (key: string) => void): void {
  for (const key of Object.keys(board.get().follows)) begin(key)
}
