import type { No } from '../../../shared/protocol.ts'
import { saidHere } from '../board.ts'

export type Answer<T> = ({ readonly ok: true } & T) | No

/** Got piece by piece; `some` is called with each. */
export type Reading = <T>(path: string, how: { signal: AbortSignal; some: () => void }) => Promise<Answer<T>>

async function ask<T>(path: string, init: RequestInit, bodyOf = whole): Promise<Answer<T>> {
  try {
    const response = await fetch(path, { ...init, credentials: 'same-origin' })
    const body = await bodyOf(response)
    if (response.ok) return { ...(body as T), ok: true }
    return isNo(body) ? body : saidHere('internal', 'internal')
  } catch {
    return { ...saidHere('unavailable', 'offline'), retryable: true }
  }
}

function whole(response: Response): Promise<unknown> {
  return response.json()
}

async function pieces(response: Response, some: () => void): Promise<unknown> {
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    some()
    const piece = await reader?.read()
    if (!piece || piece.done) return JSON.parse(text + decoder.decode())
    text += decoder.decode(piece.value, { stream: true })
  }
}

function isNo(body: unknown): body is No {
  return typeof body === 'object' && body !== null && 'code' in body && 'reason' in body
}

const headers = { accept: 'application/json' }

/** Every change over HTTP; the heading tells the server that it was our own page that asked. */
export function post<T>(path: string, body: object): Promise<Answer<T>> {
  const headers = { 'content-type': 'application/json', 'x-commonround': '1' }
  return ask<T>(path, { method: 'POST', headers, body: JSON.stringify(body) })
}

export function get<T>(path: string): Promise<Answer<T>> {
  return ask<T>(path, { headers })
}

/** Something large: whoever waits for it hears that it is coming. */
export const read: Reading = (path, { signal, some }) =>
  ask(path, { headers, signal }, (response) => pieces(response, some))
