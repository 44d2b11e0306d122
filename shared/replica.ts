import type { Stream } from './stream.ts'
import type { CommandId, Entry, Millis, PersonId, Seq } from './types.ts'

/** Guessed entries stand beyond every real number, so that a command that names one can be told and put right. */
export const firstGuess: Seq = 1_000_000_000

/** The rules a replica needs; every `Stream` has them. */
export type Rules<State, Command extends { readonly type: string }, Event> = Pick<
  Stream<State, Command, Event, unknown>,
  'initial' | 'decide' | 'evolve' | 'predictable'
>

/** One's own command on its way. */
export interface Tap<Command> {
  readonly id: CommandId
  readonly command: Command
  /** By the server's clock, as far as it is known here. */
  readonly at: Millis
  /** The number its entry has until the real one is known. */
  readonly guess: Seq
  /** Acknowledged as done at this number, whose entry has not come yet. */
  readonly done: Seq | null
}

/** A viewer's copy: what is confirmed, one's own taps on their way, and what the screen shows. */
export interface Replica<State, Command extends { readonly type: string }, Event> {
  readonly rules: Rules<State, Command, Event>
  readonly person: PersonId | null
  /** The last entry folded; null before anything came. */
  readonly seq: Seq | null
  readonly confirmed: State
  readonly taps: readonly Tap<Command>[]
  readonly visible: State
  readonly nextGuess: Seq
}

/** A copy that has heard nothing yet. `person` null is a screen, which commands nothing. */
export function emptyReplica<State, Command extends { readonly type: string }, Event>(
  rules: Rules<State, Command, Event>,
  person: PersonId | null,
): Replica<State, Command, Event> {
  const { initial } = rules
  return { rules, person, seq: null, confirmed: initial, taps: [], visible: initial, nextGuess: firstGuess }
}

/** Confirmed, and the predictable taps decided and folded on top: made anew from every new base. */
function remade<S, C extends { readonly type: string }, E>(replica: Replica<S, C, E>): Replica<S, C, E> {
  const { rules, person, confirmed, taps, seq } = replica
  if (person === null || seq === null) return { ...replica, visible: confirmed }
  let visible = confirmed
  for (const { id, command, at, guess } of taps) {
    if (!rules.predictable(visible, command, person)) continue
    const verdict = rules.decide(visible, command, { actor: person, now: at, seed: 0, unreachable: {} })
    if (!verdict.ok || verdict.events.length === 0) continue
    visible = rules.evolve(visible, { seq: guess, id, by: person, at, events: verdict.events })
  }
  return { ...replica, visible }
}

/** The same copy by other rules: for a viewer whose rules come after the state. */
export function byRules<S, C extends { readonly type: string }, E>(
  replica: Replica<S, C, E>,
  rules: Rules<S, C, E>,
): Replica<S, C, E> {
  return remade({ ...replica, rules })
}

/** In a command that was made on top of a guess, the number that the guess turned out to have. */
function namingReal<C extends { readonly type: string }>(command: C, guess: Seq, seq: Seq): C {
  const fields = Object.entries(command).map(([key, value]: [string, unknown]) => [key, value === guess ? seq : value])
  return Object.fromEntries(fields) as unknown as C
}

function mentions(command: object, is: (value: unknown) => boolean): boolean {
  return Object.values(command).some(is)
}

/** The taps without one that is over; what was built on it learns its number. */
function without<C extends { readonly type: string }>(taps: readonly Tap<C>[], over: Tap<C>, seq: Seq) {
  return taps
    .filter((tap) => tap.id !== over.id)
    .map((tap) => ({ ...tap, command: namingReal(tap.command, over.guess, seq) }))
}

/** Taps that an entry carries out, or whose yes has caught up, are over. */
function caughtUp<C extends { readonly type: string }>(taps: readonly Tap<C>[], seq: Seq, id: CommandId | null) {
  const over = taps.filter((tap) => tap.id === id || (tap.done !== null && tap.done <= seq))
  return over.reduce<readonly Tap<C>[]>((left, tap) => without(left, tap, tap.done ?? seq), taps)
}

/** Takes the whole state as it is at `seq`, whatever was here before. */
export function takeState<S, C extends { readonly type: string }, E>(
  replica: Replica<S, C, E>,
  at: { readonly seq: Seq; readonly state: S },
): Replica<S, C, E> {
  return remade({ ...replica, seq: at.seq, confirmed: at.state, taps: caughtUp(replica.taps, at.seq, null) })
}

/** Had it: ignored. Next: folded. Beyond the next: `gap`, and what is missing has to be asked for. */
export function receive<S, C extends { readonly type: string }, E>(
  replica: Replica<S, C, E>,
  entries: readonly Entry<E>[],
): { readonly replica: Replica<S, C, E>; readonly gap: boolean } {
  let { seq, confirmed, taps } = replica
  let gap = false
  for (const entry of entries) {
    if (seq !== null && entry.seq <= seq) continue
    if (seq === null || entry.seq > seq + 1) {
      gap = true
      break
    }
    seq = entry.seq
    confirmed = replica.rules.evolve(confirmed, entry)
    taps = caughtUp(taps, seq, entry.id)
  }
  if (seq === replica.seq) return { replica, gap }
  return { replica: remade({ ...replica, seq, confirmed, taps }), gap }
}

/** One's own tap: on the screen at once where the rules can tell what it does. */
export function addTap<S, C extends { readonly type: string }, E>(
  replica: Replica<S, C, E>,
  tap: { readonly id: CommandId; readonly command: C; readonly at: Millis; readonly guess?: Seq },
): Replica<S, C, E> {
  if (replica.taps.some((each) => each.id === tap.id)) return replica
  const guess = tap.guess ?? replica.nextGuess
  const nextGuess = Math.max(replica.nextGuess, guess + 1)
  return remade({ ...replica, taps: [...replica.taps, { ...tap, guess, done: null }], nextGuess })
}

/** The server did it at `seq`, or there was nothing to do. The tap ends when the copy is that far. */
export function accepted<S, C extends { readonly type: string }, E>(
  replica: Replica<S, C, E>,
  id: CommandId,
  seq: Seq,
): Replica<S, C, E> {
  const marked = replica.taps.map((tap) => (tap.id === id ? { ...tap, done: seq } : tap))
  return remade({ ...replica, taps: caughtUp(marked, replica.seq ?? 0, null) })
}

/** The server did not do it: the tap and whatever was built on it fall. */
export function refused<S, C extends { readonly type: string }, E>(
  replica: Replica<S, C, E>,
  id: CommandId,
): { readonly replica: Replica<S, C, E>; readonly fell: readonly CommandId[] } {
  const fell: CommandId[] = []
  const guesses = new Set<unknown>()
  for (const tap of replica.taps) {
    if (tap.id !== id && !mentions(tap.command, (value) => guesses.has(value))) continue
    fell.push(tap.id)
    guesses.add(tap.guess)
  }
  const taps = replica.taps.filter((tap) => !fell.includes(tap.id))
  return { replica: remade({ ...replica, taps }), fell }
}

/** Nothing in it waits for the number of an earlier tap. */
export function isReady(tap: Tap<object>): boolean {
  return !mentions(tap.command, (value) => typeof value === 'number' && value >= firstGuess)
}
