import type { IncomingMessage } from 'node:http'
import type { ServerOptions } from 'socket.io'
import { WebSocketServer } from 'ws'

type Upgrading = (request: IncomingMessage) => boolean

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
export function engineOptions(mayCome: Upgrading): Partial<ServerOptions> {
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
    allowRequest: (request, decide) => decide(null, mayCome(request)),
  }
}
