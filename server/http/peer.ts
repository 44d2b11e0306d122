import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

/** Who asks, and how they reached us: what a proxy says counts only if it is one of ours. */
export interface Peer {
  readonly address: string
  readonly host: string
  readonly protocol: 'http' | 'https'
}

export type PeerOf = (request: IncomingMessage) => Peer

/** `trusted` lists proxies as addresses or CIDR ranges. Other people's forwarding headers are ignored. */
export function createPeers(trusted: readonly string[]): PeerOf {
  const proxies = blockList(trusted)
  const isProxy = (address: string) => proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')

  return (request) => {
    const direct = plain(request.socket.remoteAddress ?? '')
    const own = { address: direct, host: request.headers.host ?? '', protocol: 'http' } as const
    if (isIP(direct) === 0 || !isProxy(direct)) return own
    const hops = listIn(request, 'x-forwarded-for').map(plain)
    const stranger = hops.findLastIndex((hop) => isIP(hop) === 0 || !isProxy(hop))
    const nearest = hops[Math.max(0, stranger)] ?? direct
    return {
      address: isIP(nearest) === 0 ? direct : nearest,
      host: listIn(request, 'x-forwarded-host').at(-1) ?? own.host,
      protocol: listIn(request, 'x-forwarded-proto').at(-1) === 'https' ? 'https' : 'http',
    }
  }
}

function blockList(ranges: readonly string[]): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', bits] = range.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}

function listIn(request: IncomingMessage, name: string): readonly string[] {
  return String(request.headers[name] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
}

/** An IPv4 address that came in over IPv6 is the same address. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}

/** The network an address belongs to: one household or venue with IPv6 has millions of addresses. */
export function addressKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!address.includes(':')) return address
  const [head = '', tail] = address.replace(/%.*$/, '').split('::')
  const front = head.split(':').filter(Boolean)
  const back = (tail ?? '').split(':').filter(Boolean)
  const groups = [...front, ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
