import { expect, test } from 'vitest'
import { processes } from '../../shared/processes/index.ts'
import { reasons } from '../../shared/refusals.ts'
import { en } from '../../shared/text/en.ts'
import { say } from '../../shared/text/say.ts'
import type { Code } from '../../shared/types.ts'
import { filesUnder, textOf } from './files.ts'

const codes: Readonly<Record<Code, true>> = {
  bad_request: true,
  invalid: true,
  too_large: true,
  unsupported_media: true,
  unauthenticated: true,
  origin_refused: true,
  forbidden: true,
  not_found: true,
  gone: true,
  lobby: true,
  removed: true,
  full: true,
  wrong_state: true,
  not_your_turn: true,
  stale_version: true,
  conflict: true,
  rate_limited: true,
  unavailable: true,
  storage_full: true,
  too_old: true,
  too_new: true,
  internal: true,
}
/** Given by the server beside the rules. */
const served = filesUnder('server', ['.ts']).flatMap((file) =>
  Array.from(textOf(file).matchAll(/reason: '([a-z_]+)'/g), ([, reason]) => reason ?? ''),
)

test('every reason to refuse has words', () => {
  const own = Object.values(processes).flatMap((process) => Object.keys(process.reasons))
  expect(own.length).toBeGreaterThan(0)
  const all = [...Object.keys(reasons), ...own, ...Object.keys(codes), ...served]
  expect(served.length).toBeGreaterThan(0)
  expect(all.filter((reason) => !(`refusal.${reason}` in en))).toEqual([])
})

test('a reason that a process brings is its own', () => {
  const all = [reasons, ...Object.values(processes).map((process) => process.reasons)].flatMap((r) => Object.keys(r))
  expect(all.filter((reason, at) => all.indexOf(reason) !== at)).toEqual([])
})

test('every sentence stands in one file only', () => {
  const ids = filesUnder('shared/text/en', ['.ts']).flatMap((file) =>
    Array.from(textOf(file).matchAll(/^\s+'([^']+)':/gm), ([, id]) => id ?? ''),
  )
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  expect(ids.length).toBe(Object.keys(en).length)
})

test('every sentence can be said', () => {
  const broken = Object.entries(en).filter(([, message]) => {
    try {
      say(message, { count: 2, n: 2 }, 'en')
      return false
    } catch {
      return true
    }
  })
  expect(broken).toEqual([])
})
