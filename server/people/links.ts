import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Link, LinkId, People } from '../store/store.ts'

/** What a link that someone brought turned out to be. */
export type Opened =
  | { readonly kind: 'open'; readonly link: Link }
  | { readonly kind: 'old' }
  | { readonly kind: 'unknown' }

interface Pieces {
  readonly id: LinkId
  readonly token: string
}

const unknown: Pieces & { generation: number } = { id: 'l_', token: 'A'.repeat(22), generation: 1 }

/** What stands after the `#`: the same link shows the same token for years, and nothing of it is stored. */
export function fragment(secret: Buffer, link: Link): string {
  return `${link.id}.${tokenOf(secret, link.id, link.generation)}`
}

/** Strangers hear the same, after the same work, whatever is wrong with what they bring. */
export async function openLink(people: People, secret: Buffer, text: string): Promise<Opened> {
  const pieces = readLink(text)
  const link = pieces === null ? null : await people.link(pieces.id)
  const { id, token } = pieces ?? unknown
  const generation = link?.generation ?? unknown.generation
  if (matches(secret, { id, token }, generation) && link !== null) return { kind: 'open', link }
  if (link === null) return { kind: 'unknown' }
  for (let old = generation - 1; old > 0; old -= 1) if (matches(secret, { id, token }, old)) return { kind: 'old' }
  return { kind: 'unknown' }
}

/** Takes a fragment, or a whole address that was pasted, with what a chat hangs on its end. */
function readLink(text: string): Pieces | null {
  const trimmed = text.trim().replace(/[\s.,;:!?'"»”’…)\]}>]+$/u, '')
  const pieces = /^(?:\S+#)?(l_[a-z2-7]{16})\.([\w-]{22})$/.exec(trimmed)
  const [, id, token] = pieces ?? []
  return id === undefined || token === undefined ? null : { id, token }
}

function matches(secret: Buffer, { id, token }: Pieces, generation: number): boolean {
  return timingSafeEqual(Buffer.from(token), Buffer.from(tokenOf(secret, id, generation)))
}

/** 128 bits, in 22 signs that survive chats and QR codes. */
function tokenOf(secret: Buffer, id: LinkId, generation: number): string {
  return createHmac('sha256', secret).update(`link ${id} ${generation}`).digest().subarray(0, 16).toString('base64url')
}
