import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
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

export interface Sending {
  /**
   * Sends the JSON that these pieces are together, as small as the asker takes it. `unavailable` for what is large
   * where too many wait already or take theirs too slowly.
   */
  json(request: FastifyRequest, reply: FastifyReply, pieces: readonly string[]): Promise<FastifyReply>
}

/** Answers with JSON such that many who ask for a lot at once cost no more memory than a few. */
export function createSending(over: Partial<SendingParts> = {}): Sending {
  const { atOnce, waiting, underway, packers } = { ...usual, ...over }
  const queue: (() => void)[] = []
  let making = 0
  let onTheWay = 0

  /** False where too many wait. */
  async function enter(): Promise<boolean> {
    if (queue.length >= waiting) return false
    if (making >= atOnce) await new Promise<void>((next) => queue.push(next))
    else making += 1
    return true
  }

  function leave(): void {
    const next = queue.shift()
    if (next) next()
    else making -= 1
  }

  function busy(reply: FastifyReply): FastifyReply {
    for (const about of ['etag', 'vary', 'content-encoding']) reply.removeHeader(about)
    reply.header('cache-control', 'no-store')
    return answerNo(reply, refuse('unavailable', { retryAfterMs: 2_000 }))
  }

  async function sendLarge(request: FastifyRequest, reply: FastifyReply, pieces: readonly string[]) {
    if (!(await enter())) return busy(reply)
    try {
      // Whoever had to wait may have gone meanwhile, or have been told to come later.
      if (reply.sent || request.raw.destroyed) return reply
      const bytes = await packed(request, reply, pieces, packers)
      if (reply.sent) return reply
      if (onTheWay + bytes.length > underway) return busy(reply)
      onTheWay += bytes.length
      reply.raw.once('close', () => {
        onTheWay -= bytes.length
      })
      return reply.send(bytes)
    } finally {
      leave()
    }
  }

  return {
    async json(request, reply, pieces) {
      reply.type('application/json; charset=utf-8')
      const letters = pieces.reduce((sum, piece) => sum + piece.length, 0)
      if (letters > isLarge) return sendLarge(request, reply, pieces)
      return reply.send(await packed(request, reply, pieces, packers))
    },
  }
}

async function packed(
  request: FastifyRequest,
  reply: FastifyReply,
  pieces: readonly string[],
  packers: Packers,
): Promise<Buffer> {
  const bytes = Buffer.concat(pieces.map((piece) => Buffer.from(piece)))
  const taken = String(request.headers['accept-encoding'] ?? '').split(/\s*,\s*/)
  const way = (['br', 'gzip'] as const).find((one) => taken.some((text) => text.split(';')[0] === one))
  if (way === undefined || bytes.length < worthIt) return bytes
  reply.header('content-encoding', way)
  return packers[way](bytes)
}
