import type { FastifyInstance, FastifyReply } from 'fastify'
import { refuse } from '../refuse.ts'
import { answerNo } from './answers.ts'
import { comingOf, fromOurPages } from './origins.ts'
import type { PeerOf } from './peer.ts'

const features = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'usb',
  'xr-spatial-tracking',
] // prettier-ignore

const fixed = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': ['screen-wake-lock=(self)', ...features.map((one) => `${one}=()`)].join(', '),
  'x-robots-tag': 'noindex, nofollow',
  'cache-control': 'no-store',
}

/** Read by browsers where a document comes alone: a script or a style sheet is light without them. */
export const ofDocuments = ['content-security-policy', 'permissions-policy', 'cross-origin-opener-policy'] as const

/** What every answer carries, also "no" and "not here". Pages and exports say otherwise where they may. */
export function guardAnswers(app: FastifyInstance, publicUrl: string | null): void {
  const strict = publicUrl?.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ ...fixed, ...strict, 'content-security-policy': pagePolicy(publicUrl, request.headers.host) })
  })
}

/**
 * Requests that could change something come from our own pages and are exactly JSON. No page of another origin can
 * send a header of its own without asking first.
 */
export function guardRequests(app: FastifyInstance, publicUrl: string | null, peerOf: PeerOf): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.is404 || request.method !== 'POST') return
    if (request.headers['x-commonround'] !== '1' || !fromOurPages(comingOf(request.raw, peerOf), publicUrl))
      return answerNo(reply, refuse('origin_refused'))
    const type = request.headers['content-type'] ?? ''
    if (!/^application\/json(; ?charset=utf-8)?$/.test(type)) return answerNo(reply, refuse('unsupported_media'))
  })
}

/** Old Safari does not count a socket to the own host as `self`. */
function pagePolicy(publicUrl: string | null, host: string | undefined): string {
  const own = publicUrl === null ? host : new URL(publicUrl).host
  const socket = own !== undefined && /^[\w.[\]:-]+$/.test(own) ? ` ws://${own} wss://${own}` : ''
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${socket}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types app',
  ].join('; ')
}

/** Sent where no request could be read, so that no hook has run. */
export function bareHeaders(reply: FastifyReply): void {
  reply.headers({ ...fixed, 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" })
}
