import { vi } from 'vitest'
import { forgetWhoIAm } from '../../../client/live/http/mine.ts'

export interface Call {
  readonly path: string
  readonly body: unknown
}

/** Answers for the paths a test names, with or without their query; everything asked is kept. A path it does not name fails the test. */
export function fakeHttp(
  answers: Readonly<Record<string, unknown | ((body: never, query: URLSearchParams) => unknown)>>,
): Call[] {
  const calls: Call[] = []
  forgetWhoIAm()
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : null
    calls.push({ path, body })
    const [bare = '', query] = path.split('?')
    const answer = answers[path] ?? answers[bare]
    if (answer === undefined) throw new Error(`nobody answers ${path}`)
    const value =
      typeof answer === 'function'
        ? (answer as (body: unknown, query: URLSearchParams) => unknown)(body, new URLSearchParams(query))
        : answer
    const isNo = typeof value === 'object' && value !== null && 'code' in value
    return new Response(JSON.stringify(value), { status: isNo ? 409 : 200 })
  })
  return calls
}
