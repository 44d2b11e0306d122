import type { IncomingMessage } from 'node:http'
import type { PeerOf } from './peer.ts'

/** What an HTTP request or an upgrade says about the page it comes from. */
export interface Coming {
  readonly origin: string | undefined
  readonly host: string
  readonly fetchSite: string | undefined
  readonly protocol: string
}

/** Does this come from one of our own pages (at the public address, or under the very host they talk to), or from no page? */
export function fromOurPages(coming: Coming, publicUrl: string | null): boolean {
  if (coming.fetchSite !== undefined && !['same-origin', 'none'].includes(coming.fetchSite)) return false
  if (coming.origin === undefined || coming.origin === publicUrl) return true
  return coming.origin === `${coming.protocol}://${coming.host.toLowerCase()}`
}

/** The same for requests and upgrades, so that neither is easier to forge. */
export function comingOf(request: IncomingMessage, peerOf: PeerOf): Coming {
  const { host, protocol } = peerOf(request)
  const fetchSite = request.headers['sec-fetch-site']
  return {
    origin: request.headers.origin,
    host,
    protocol,
    fetchSite: fetchSite === undefined ? undefined : String(fetchSite),
  }
}
