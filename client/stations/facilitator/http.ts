import type { No } from '../../../shared/protocol.ts'

const headers = { 'content-type': 'application/json', 'x-commonround': '1' }

async function answered<T extends object>(asked: Promise<Response>): Promise<(T & { ok: true }) | No | null> {
  try {
    const answer = await asked
    const body = (await answer.json()) as T | No
    return answer.ok ? { ...(body as T), ok: true } : (body as No)
  } catch {
    return null
  }
}

/** Asks our own server to do something; null when it could not be reached. */
export function post<T extends object>(path: string, body: object): Promise<(T & { ok: true }) | No | null> {
  return answered<T>(fetch(path, { method: 'POST', headers, body: JSON.stringify(body) }))
}

/** Asks our own server for something; null when it could not be reached. */
export function get<T extends object>(path: string): Promise<(T & { ok: true }) | No | null> {
  return answered<T>(fetch(path))
}
