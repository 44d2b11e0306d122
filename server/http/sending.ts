import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Millis } from '../../shared/types.ts'
import { refuse } from '../refuse.ts'
import { answerNo } from './answers.ts'

/** Smaller answers are not worth packing. */
const worthIt = 1_024
/** Larger ones wait for each other. In bytes, before packing. */
const isLarge = 64_000

export interface Packers {
  readonly br: (bytes: Buffer) => Promise<Buffer>
  readonly gzip: (bytes: Buffer) => Promise<Buffer>
}

const usualPackers: Packers = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (bytes) => promisify(gzip)(bytes),
}

export interface SendingParts {
  /** So many large answers are made ready at once; others wait. */
  readonly atOnce: number
  /** So many may wait. */
  readonly waiting: number
  /** So many bytes of large answers may be on their way to people, however slowly those take them. */
  readonly underway: number
  readonly packers: Packers
}

const usual: SendingParts = { atOnce: 2, waiting: 500, underway: 64 * 1024 * 1024, packers: usualPackers }

/** Whoever is sent the same thing (`of`) under the same tag within a moment may be sent the very same bytes. */
export interface Alike {
  readonly of: object
  readonly tag: string
  readonly now: Millis
}

/** So long an answer may be sent again: what it says of the time is that much older. */
const aMoment: Millis = 1_000

export interface Sending {
  /**
   * Sends the JSON that these pieces are together, as small as the asker takes it. `unavailable` for what is large
   * where too many wait already or take theirs too slowly.
   */
  json(
    request: FastifyRequest,
    reply: FastifyReply,
    pieces: readonly string[],
    alike?: Alike | null,
  ): Promise<FastifyReply>
}

type Way = 'br' | 'gzip' | 'plain'

interface Made {
  readonly tag: string
  readonly now: Millis
  readonly ways: Map<Way, Promise<Buffer | null>>
}

/** Answers with JSON such that many who ask for a lot at once cost no more memory than a few. */
export function createSending(over: Partial<SendingParts> = {}): Sending {
  const { atOnce, waiting, underway, packers } = { ...usual, ...over }
  const inTurn = createTurns(atOnce, waiting)
  const made = new WeakMap<object, Made>()
  /** How many are being sent these bytes. */
  const held = new Map<Buffer, number>()
  let onTheWay = 0

  async function packed(pieces: readonly string[], way: Way): Promise<Buffer> {
    const bytes = Buffer.concat(pieces.map((piece) => Buffer.from(piece)))
    return way === 'plain' ? bytes : packers[way](bytes)
  }

  /** Null where too many wait. */
  function packedOnce(pieces: readonly string[], way: Way, alike: Alike | null): Promise<Buffer | null> {
    const known = alike && made.get(alike.of)
    const isNow = known && known.tag === alike.tag && Math.abs(alike.now - known.now) < aMoment
    const one: Made = isNow ? known : { tag: alike?.tag ?? '', now: alike?.now ?? 0, ways: new Map() }
    const bytes = one.ways.get(way) ?? inTurn(() => packed(pieces, way))
    if (!alike) return bytes
    made.set(alike.of, one)
    one.ways.set(way, bytes)
    const forget = () => one.ways.delete(way)
    bytes.then((done) => done === null && forget(), forget)
    return bytes
  }

  /** False where too much is on its way already. Bytes that go to many count once. */
  function hold(bytes: Buffer, { raw }: FastifyReply): boolean {
    const users = held.get(bytes) ?? 0
    if (users === 0 && onTheWay + bytes.length > underway) return false
    if (users === 0) onTheWay += bytes.length
    held.set(bytes, users + 1)
    raw.once('close', () => {
      const left = (held.get(bytes) ?? 1) - 1
      if (left > 0) return void held.set(bytes, left)
      held.delete(bytes)
      onTheWay -= bytes.length
    })
    return true
  }

  return {
    async json(request, reply, pieces, alike = null) {
      reply.type('application/json; charset=utf-8')
      const letters = pieces.reduce((sum, piece) => sum + piece.length, 0)
      const way = wayOf(request, letters)
      const isToWait = letters > isLarge
      const bytes = isToWait ? await packedOnce(pieces, way, alike) : await packed(pieces, way)
      // Whoever had to wait may have gone meanwhile, or have been told to come later.
      if (reply.sent || request.raw.destroyed) return reply
      if (bytes === null || (isToWait && !hold(bytes, reply))) return busy(reply)
      if (way !== 'plain') reply.header('content-encoding', way)
      return reply.send(bytes)
    },
  }
}

/** Runs so many pieces of work at once, the others in their turn; answers null, without running it, where too many wait. */
function createTurns(atOnce: number, waiting: number) {
  const queue: (() => void)[] = []
  let running = 0

  return async <T>(work: () => Promise<T>): Promise<T | null> => {
    if (queue.length >= waiting) return null
    if (running >= atOnce) await new Promise<void>((next) => queue.push(next))
    else running += 1
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next) next()
      else running -= 1
    }
  }
}

function wayOf(request: FastifyRequest, letters: number): Way {
  const taken = String(request.headers['accept-encoding'] ?? '').split(/\s*,\s*/)
  const way = (['br', 'gzip'] as const).find((one) => taken.some((text) => text.split(';')[0] === one))
  return way === undefined || letters < worthIt ? 'plain' : way
}

function busy(reply: FastifyReply): FastifyReply {
  for (const about of ['etag', 'vary']) reply.removeHeader(about)
  reply.header('cache-control', 'no-store')
  return answerNo(reply, refuse('unavailable', { retryAfterMs: 2_000 }))
}
