import type { No } from '../../shared/protocol.ts'
import { saidHere } from './desk.ts'

export type Answer<T> = ({ readonly ok: true } & T) | No

async function ask<T>(path: string, init: RequestInit): Promise<Answer<T>> {
  try {
    const response = await fetch(path, { ...init, credentials: 'same-origin' })
    const body: unknown = await response.json()
    if (response.ok) return { ...(body as T), ok: true }
    return isNo(body) ? body : saidHere('internal', 'internal')
  } catch {
    return { ...saidHere('unavailable', 'offline'), retryable: true }
  }
}

function isNo(body: unknown): body is No {
  return typeof body === 'object' && body !== null && 'code' in body && 'reason' in body
}

/** Every change over HTTP; the heading tells the server that it was our own page that asked. */
export function post<T>(path: string, body: object): Promise<Answer<T>> {
  const headers = { 'content-type': 'application/json', 'x-commonround': '1' }
  return ask<T>(path, { method: 'POST', headers, body: JSON.stringify(body) })
}

export function get<T>(path: string): Promise<Answer<T>> {
  return ask<T>(path, { headers: { accept: 'application/json' } })
}
