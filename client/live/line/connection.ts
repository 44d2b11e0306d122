import type { Millis } from '../../../shared/types.ts'
import type { World } from '../world.ts'

const firstWait: Millis = 500
const longestWait: Millis = 10_000
/** A line on which nothing was heard for so long is taken as dead; heads come every five seconds. */
const silence: Millis = 16_000
/** Longer without a tick, and the machine has slept. */
const jump: Millis = 5_000
const tick: Millis = 1_000
const aMoment: Millis = 300

export interface ConnectionParts {
  readonly world: World
  /** The line is there: everything starts anew. */
  readonly onUp: () => void
  /** `died` is whether it went by itself, or nothing came over it any more. */
  readonly onDown: (died: boolean) => void
  /** Refused at the door; without a reason it is only the network. */
  readonly onDenied: (code: string) => void
  /** Perhaps we slept: is what we have still what there is? */
  readonly onDoubt: () => void
}

export interface Line {
  /** Wants the line; it comes back by itself until `rest`. */
  want(): void
  /** Lets the line be down until somebody wakes it. */
  rest(): void
  /** Try at once, without waiting one's turn. */
  wake(): void
  /** A new one, because who holds this page has changed. */
  renew(): void
  /** The line is not trusted any more: a new one. */
  giveUp(): void
  /** When something last came over it. */
  heardAt(): Millis
}

/** Keeps one socket connected: full jitter when the network is down, at once when somebody comes back to the page. */
export function createConnection({ world, onUp, onDown, onDenied, onDoubt }: ConnectionParts): Line {
  const { wire } = world
  let wanted = false
  let tries = 0
  let cancel: (() => void) | null = null
  let lastHeard = world.now()
  let lastTick = world.now()
  let lastTry = Number.NEGATIVE_INFINITY
  let isGivenUp = false
  /** A page may have begun one before anybody wanted it. A second one beside it would end the first. */
  let isTrying = wire.active

  function connect(): void {
    cancel?.()
    cancel = null
    lastHeard = lastTry = world.now()
    isTrying = true
    wire.connect()
  }

  function retry(): void {
    if (!wanted || cancel) return
    const most = Math.min(longestWait, firstWait * 2 ** tries++)
    cancel = world.later(world.random() * most, connect)
  }

  function renew(): void {
    wire.disconnect()
    connect()
  }

  function giveUp(): void {
    isGivenUp = true
    renew()
    isGivenUp = false
  }

  function watch(): void {
    const now = world.now()
    const slept = now - lastTick > jump
    lastTick = now
    if (slept) line.wake()
    else if (wanted && wire.connected && now - lastHeard > silence) giveUp()
    world.later(tick, watch)
  }

  wire.on('connect', () => {
    isTrying = false
    tries = 0
    lastHeard = world.now()
    onUp()
  })
  wire.on('disconnect', (reason) => {
    isTrying = false
    const isOurs = reason === 'io client disconnect'
    onDown(isGivenUp || !isOurs)
    // What we ended ourselves is followed by a connect of ours.
    if (!isOurs) retry()
  })
  wire.on('connect_error', (error) => {
    isTrying = false
    const code = codeOf(error)
    if (code && code !== 'unavailable') {
      wanted = false
      onDenied(code)
    } else retry()
  })
  world.onHeard(() => {
    lastHeard = world.now()
  })
  world.later(tick, watch)

  const line: Line = {
    want() {
      wanted = true
      if (!wire.connected && !cancel && !isTrying) connect()
    },
    rest() {
      wanted = false
      cancel?.()
      cancel = null
      isTrying = false
      wire.disconnect()
    },
    wake() {
      wanted = true
      if (wire.connected) return onDoubt()
      tries = 0
      // Coming back is told in several ways at once, and an attempt from before the sleep leads nowhere.
      if (world.now() - lastTry > aMoment) renew()
    },
    renew,
    giveUp,
    heardAt: () => lastHeard,
  }
  return line
}

/** The server says why in the error's data; a network error has none. */
function codeOf(error: Error): string | null {
  const { data } = error as Error & { data?: { code?: unknown } }
  return typeof data?.code === 'string' ? data.code : null
}
