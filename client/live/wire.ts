import type { Done, No, Send, Start, Started, ToClient } from '../../shared/protocol.ts'
import type { Millis } from '../../shared/types.ts'

/** What is asked upwards, and what is answered. */
export interface Asks {
  start: { readonly what: Start; readonly answer: Started | No }
  command: { readonly what: Send; readonly answer: Done | No }
}

/** What a line tells: its own life, and what the server says by itself. */
export interface Tells extends ToClient {
  connect(): void
  disconnect(reason: 'here' | 'server' | 'network'): void
  /** It did not come about; `code` is the server's reason, if there was one. */
  connect_error(code: string | null): void
}

/** One line to the server. It does not come back by itself. */
export interface Wire {
  readonly connected: boolean
  connect(): void
  disconnect(): void
  on<Name extends keyof Tells>(name: Name, heard: Tells[Name]): void
  /** Only while connected. Null when nothing was answered within `patience`; silence when the line went before. */
  ask<Name extends keyof Asks>(
    name: Name,
    what: Asks[Name]['what'],
    patience: Millis,
    answered: (answer: Asks[Name]['answer'] | null) => void,
  ): void
}

/** The part of the browser's WebSocket that is used. */
export type Pipe = Pick<WebSocket, 'send' | 'close' | 'onmessage' | 'onclose' | 'onerror'>

const connectWithin: Millis = 5_000

/**
 * Speaks Socket.IO over one WebSocket: text packets, the one namespace, acknowledgements. `open` makes the socket
 * to `/socket.io/?EIO=4&transport=websocket`.
 */
export function createWire(open: () => Pipe): Wire {
  const handlers = new Map<string, ((...args: never[]) => void)[]>()
  const asked = new Map<number, (answer: unknown) => void>()
  let pipe: Pipe | null = null
  let connected = false
  let lastAsk = 0

  function tell(name: keyof Tells, ...args: unknown[]): void {
    for (const heard of handlers.get(name) ?? []) heard(...(args as never[]))
  }

  /** What this socket still says is not listened to. */
  function leave(): boolean {
    const was = connected
    const old = pipe
    pipe = null
    connected = false
    asked.clear()
    if (old) {
      old.onmessage = old.onclose = old.onerror = null
      old.close()
    }
    return was
  }

  function lost(code: string | null = null): void {
    if (leave()) tell('disconnect', 'network')
    else tell('connect_error', code)
  }

  function take(packet: string): void {
    if (packet === '2') pipe?.send('3')
    else if (packet.startsWith('0')) pipe?.send('40')
    else if (packet.startsWith('40')) {
      connected = true
      tell('connect')
    } else if (packet.startsWith('42')) {
      const [name, what] = bodyOf(packet) as [keyof ToClient, unknown]
      tell(name, what)
    } else if (packet.startsWith('43')) {
      const id = Number.parseInt(packet.slice(2), 10)
      asked.get(id)?.((bodyOf(packet) as unknown[])[0])
    } else if (packet.startsWith('44')) lost(codeIn(bodyOf(packet)))
    else if (packet.startsWith('41') && leave()) tell('disconnect', 'server')
  }

  return {
    get connected() {
      return connected
    },
    connect() {
      if (pipe) return
      const mine = open()
      pipe = mine
      mine.onmessage = ({ data }) => take(String(data))
      mine.onclose = mine.onerror = () => lost()
      setTimeout(() => {
        if (pipe === mine && !connected) lost()
      }, connectWithin)
    },
    disconnect() {
      if (connected) pipe?.send('41')
      if (leave()) tell('disconnect', 'here')
    },
    on(name, heard) {
      handlers.set(name, [...(handlers.get(name) ?? []), heard])
    },
    ask(name, what, patience, answered) {
      const id = ++lastAsk
      const timer = setTimeout(() => settle(null), patience)
      const settle = (answer: unknown) => {
        clearTimeout(timer)
        if (asked.delete(id)) answered(answer as Parameters<typeof answered>[0])
      }
      asked.set(id, settle)
      pipe?.send(`42${id}${JSON.stringify([name, what])}`)
    },
  }
}

/** What follows the packet's numbers. */
function bodyOf(packet: string): unknown {
  return JSON.parse(packet.slice(packet.search(/[[{]/)))
}

function codeIn(body: unknown): string | null {
  const { data } = (body ?? {}) as { data?: { code?: unknown } }
  return typeof data?.code === 'string' ? data.code : null
}

/** The socket to the server this page came from. */
export function browserPipe(): Pipe {
  return new WebSocket(`${location.origin.replace(/^http/, 'ws')}/socket.io/?EIO=4&transport=websocket`)
}
