import type { Answer } from '../../../client/live/http/http.ts'
import type { Kept } from '../../../client/live/page/browser-storage.ts'
import type { Wire, World } from '../../../client/live/world.ts'

/** A clock that only goes when it is told to. */
export function fakeTime() {
  let now = 1_000_000
  let timers: { at: number; run: () => void }[] = []
  return {
    now: () => now,
    later(ms: number, run: () => void) {
      const timer = { at: now + ms, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((each) => each !== timer)
      }
    },
    /** Runs everything that is due, in its order. A machine that `sleeps` runs nothing meanwhile. */
    pass(ms: number, sleeps = false) {
      const end = now + ms
      if (sleeps) now = end
      for (;;) {
        const [next] = timers.filter((each) => each.at <= end).sort((a, b) => a.at - b.at)
        if (!next) break
        timers = timers.filter((each) => each !== next)
        now = Math.max(now, next.at)
        next.run()
      }
      now = end
    },
  }
}

/** A browser's storage, which outlives the page. */
export function fakeKept(): Kept & { readonly map: Map<string, string> } {
  const map = new Map<string, string>()
  return {
    map,
    read: (key) => map.get(key) ?? null,
    write: (key, value) => void map.set(key, value),
    remove: (key) => void map.delete(key),
    keys: () => [...map.keys()],
  }
}

type Handler = (...args: never[]) => void

/** What the page's end of a line asks of the other end; `answer` never called is an answer lost. */
export interface Asked {
  readonly name: 'start' | 'command'
  readonly what: Record<string, unknown>
  readonly answer: (answer: unknown) => void
}

/** What is being read over HTTP: the test says when pieces of it come, and what it is in the end. */
export interface BeingRead {
  readonly path: string
  readonly signal: AbortSignal
  readonly some: () => void
  readonly end: (answer: unknown) => void
}

/** One end of a socket: it connects when the network lets it, and hands on what is emitted. */
export function fakeWire(time: ReturnType<typeof fakeTime>, onAsk: (asked: Asked) => void) {
  const handlers = new Map<string, Handler[]>()
  const heard: (() => void)[] = []
  const hear = () => {
    for (const run of heard) run()
  }
  const tell = (name: string, ...args: unknown[]) => {
    if (name !== 'disconnect' && name !== 'connect_error') hear()
    for (const handler of handlers.get(name) ?? []) handler(...(args as never[]))
  }
  const wire = {
    connected: false,
    /** An attempt is under way that the page began before. */
    active: false,
    /** Without it every attempt fails. */
    network: true,
    /** The door answers with this code. */
    denied: null as string | null,
    attempts: [] as number[],
    emitted: [] as Asked[],
    reads: [] as BeingRead[],
    heard,
    /** A sign of life. */
    ping: hear,
    tell,
    on(name: string, handler: Handler) {
      handlers.set(name, [...(handlers.get(name) ?? []), handler])
      return wire
    },
    connect() {
      wire.attempts.push(time.now())
      if (wire.denied !== null) tell('connect_error', Object.assign(new Error('no'), { data: { code: wire.denied } }))
      else if (!wire.network) tell('connect_error', new Error('websocket error'))
      else {
        wire.connected = true
        tell('connect')
      }
      return wire
    },
    disconnect() {
      if (wire.connected) wire.cut('io client disconnect')
      return wire
    },
    cut(reason = 'transport close') {
      wire.connected = false
      tell('disconnect', reason)
    },
    emit(name: 'start' | 'command', what: Record<string, unknown>, ack: (answer: unknown) => void) {
      if (!wire.connected) throw new Error(`${name} was emitted without a line`)
      const answer = (answer: unknown) => {
        hear()
        ack(structuredClone(answer))
      }
      const asked = { name, what, answer }
      wire.emitted.push(asked)
      onAsk(asked)
    },
    timeout: (ms: number) => ({
      emit(
        name: 'start' | 'command',
        what: Record<string, unknown>,
        ack: (error: Error | null, answer?: unknown) => void,
      ) {
        let isOver = false
        const once = (error: Error | null, answer?: unknown) => {
          if (isOver) return
          isOver = true
          ack(error, answer)
        }
        time.later(ms, () => once(new Error('operation has timed out')))
        wire.emit(name, what, (answer) => once(null, answer))
      },
    }),
  }
  return wire
}

const gone = { ok: false, code: 'unavailable', reason: 'offline', with: {}, retryable: true, ref: '' } as const

/** A page's surroundings: the storage stays when the page is loaded again. */
export function fakeWorld(time: ReturnType<typeof fakeTime>, kept: Kept, wire: ReturnType<typeof fakeWire>): World {
  let ids = 0
  const page = kept.keys().length
  return {
    wire: wire as unknown as Wire,
    kept,
    onHeard: (run) => wire.heard.push(run),
    read: <T>(path: string, { signal, some }: { signal: AbortSignal; some: () => void }) =>
      new Promise<Answer<T>>((resolve) => {
        wire.reads.push({ path, signal, some, end: (answer) => resolve(answer as Answer<T>) })
        signal.addEventListener('abort', () => resolve(gone))
      }),
    now: time.now,
    later: time.later,
    random: () => 0.5,
    newId: () => `command-${page}-${time.now()}-${++ids}`,
  }
}
