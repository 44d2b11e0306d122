import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'

/** Where people find this server: from the machine itself, and from other devices (null where they cannot). */
export interface Addresses {
  readonly local: string
  readonly network: string | null
}

/** `port` is the one that is really listened on. */
export function addresses(host: string, port: number, publicUrl: string | null): Addresses {
  const local = `http://${isAny(host) || isLoopback(host) ? 'localhost' : bracketed(host)}:${port}`
  if (publicUrl !== null) return { local, network: publicUrl }
  if (isLoopback(host)) return { local, network: null }
  const reached = isAny(host) ? ownAddresses()[0] : host
  return { local, network: reached === undefined ? null : `http://${bracketed(reached)}:${port}` }
}

/**
 * What links begin with. A host that the asking device has just used is as good as any, if it is certainly ours:
 * another name in a `Host` header never gets into a link.
 */
export function linkBase(known: Addresses, publicUrl: string | null, host: string): string {
  if (publicUrl !== null) return publicUrl
  const name = host.replace(/:\d+$/, '').replace(/^\[|\]$/g, '')
  return ownAddresses().includes(name) ? `http://${host}` : (known.network ?? known.local)
}

/** Addresses of this machine that others can use, those of a home or office network first. */
function ownAddresses(): readonly string[] {
  const found = Object.entries(networkInterfaces()).flatMap(([name, list]) =>
    (list ?? []).filter((one) => one.family === 'IPv4' && !one.internal).map((one) => ({ name, address: one.address })),
  )
  const rank = (one: { name: string; address: string }) =>
    (/^(docker|br-|veth|virbr|vmnet|utun|tun|tap|wg)/.test(one.name) ? 2 : 0) + (isPrivate(one.address) ? 0 : 1)
  return found.sort((one, other) => rank(one) - rank(other)).map((one) => one.address)
}

function isPrivate(address: string): boolean {
  return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address)
}

function isAny(host: string): boolean {
  return host === '0.0.0.0' || host === '::'
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

function bracketed(host: string): string {
  return isIP(host) === 6 ? `[${host}]` : host
}
