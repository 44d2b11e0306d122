import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Smaller answers are not worth packing. */
const worthIt = 1_024

const packers = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes),
} as const

/** Sends JSON as small as the asker takes it. */
export async function send(request: FastifyRequest, reply: FastifyReply, body: object): Promise<FastifyReply> {
  const bytes = Buffer.from(JSON.stringify(body))
  reply.type('application/json; charset=utf-8')
  const taken = String(request.headers['accept-encoding'] ?? '').split(/\s*,\s*/)
  const way = (['br', 'gzip'] as const).find((one) => taken.some((text) => text.split(';')[0] === one))
  if (way === undefined || bytes.length < worthIt) return reply.send(bytes)
  return reply.header('content-encoding', way).send(await packers[way](bytes))
}
