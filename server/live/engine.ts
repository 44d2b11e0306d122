import type { IncomingMessage } from 'node:http'
import type { ServerOptions } from 'socket.io'
import { WebSocketServer } from 'ws'

/** Null lets somebody in; otherwise the HTTP status that keeps them out. */
export type Doorkeeper = (request: IncomingMessage) => Promise<403 | 429 | 503 | null>

const statuses = { 400: 'Bad Request', 403: 'Forbidden', 429: 'Too Many Requests', 503: 'Service Unavailable' } as const

/** A line is dead after one missed answer: ping and waiting together stay under 20 seconds. */
const pingInterval = 10_000
const pingTimeout = 8_000

/** A WebSocket server that takes no more pieces of a message, or unsent answers to pings, than anyone honest makes. */
class StrictSockets extends WebSocketServer {
  constructor(options: object) {
    super({ ...options, ...{ maxFragments: 64, maxBufferedChunks: 4096, maxPendingAutoPongs: 10 } })
  }
}

/** Socket.IO as we use it: WebSocket alone, small frames, no compression, no recovery of its own. */
export function engineOptions(doorkeeper: Doorkeeper): Partial<ServerOptions> {
  return {
    transports: ['websocket'],
    maxHttpBufferSize: 32 * 1024,
    perMessageDeflate: false,
    serveClient: false,
    allowEIO3: false,
    cookie: false,
    pingInterval,
    pingTimeout,
    connectTimeout: 5_000,
    wsEngine: StrictSockets,
    allowRequest(request, decide) {
      const asked = isOurProtocol(request) ? doorkeeper(request) : Promise.resolve(400 as const)
      const answered = (status: keyof typeof statuses | null) => {
        if (status !== null) turnAway(request, status)
        decide(null, status === null)
      }
      asked.then(answered, () => answered(503))
    },
  }
}

function isOurProtocol({ url }: IncomingMessage): boolean {
  return new URL(url ?? '/', 'http://any').searchParams.get('EIO') === '4'
}

/** Engine.IO would say 400 to everyone; a proxy or a person reading along should see why. */
function turnAway({ socket }: IncomingMessage, status: keyof typeof statuses): void {
  const later = status === 429 || status === 503 ? 'Retry-After: 5\r\n' : ''
  socket.end(`HTTP/1.1 ${status} ${statuses[status]}\r\n${later}Connection: close\r\nContent-Length: 0\r\n\r\n`)
}
